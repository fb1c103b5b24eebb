import { describe, expect, test } from 'vitest';
import type { HostBridgeId, NoteId, SlotId, SocketId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { faultsOf } from '../checkScene.testkit.ts';
import { layOut } from '../layOut.ts';
import { intersects } from '../rects.ts';
import { DIRECTIONS, DRAWINGS, type Drawing, type Scene, type ScenePartId } from '../scene.ts';
import { textWidth, wrapText } from '../textWidth.ts';

const titleOf = () => 'Maker Thing';
const WAYS = DRAWINGS.flatMap((drawing) =>
  DIRECTIONS.map((direction) => ({ drawing, direction, titleOf })),
);

const built = new MachineBuilder()
  .host('00:00.0', '8086:09a2')
  .rootPort('00:01.0', '01-04')
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03')
  .downstream('02:01.0', '04')
  .endpoint('03:00.0')
  .endpoint('03:00.1')
  .build();
const socket = 's0' as SocketId;
const machine: Machine = {
  ...built,
  sockets: [{ id: socket, label: null, numaNode: 0, model: null }],
  hostBridges: built.hostBridges.map((host) => ({ ...host, socket })),
  slots: [
    {
      id: 'slot' as SlotId,
      label: '7',
      ports: [id('02:01.0')],
      lanes: 16,
      bifurcation: [8, 8],
      riser: null,
    },
  ],
};

function noted(about: ScenePartId | null, text: string, on?: 'link'): Machine {
  return { ...machine, notes: [{ id: 'n' as NoteId, about, ...(on && { on }), text }] };
}

function wordsOf(scene: Scene): readonly string[] {
  const all = [scene, ...scene.frames, ...scene.boxes].flatMap(({ texts }) => texts);
  return all.filter(({ role }) => role === 'note').map(({ text }) => text);
}

/** Lines of notes beside a line, and what their signs are about. */
function besideOf(scene: Scene, lower: string) {
  const found = scene.links.filter(({ key }) => key === id(lower));
  return {
    lines: found.flatMap(({ texts }) => texts.filter(({ role }) => role === 'note')),
    about: found.flatMap(({ signs = [] }) => signs.map((sign) => sign.about)),
  };
}

const drawn = (of: Machine, drawing: Drawing = 'blocks') =>
  layOut(of, { drawing, direction: 'down', titleOf });
const host = 'host:0:0' as HostBridgeId;

describe('a note stands at what it is about', () => {
  test.each<[string, ScenePartId | null, string, string]>([
    ['a card', id('03:00.0'), 'runs hot', 'runs hot'],
    ['a switch', id('01:00.0'), 'runs hot', 'runs hot'],
    ['a host bridge', host, 'runs hot', 'runs hot'],
    ['the machine', null, 'runs hot', 'runs hot'],
    ['a further function of a card', id('03:00.1'), '03:00.1: runs hot', 'runs hot'],
    ['a port of a switch', id('02:00.0'), '02:00.0: runs hot', 'runs hot'],
    ['a root port', id('00:01.0'), '00:01.0: runs hot', 'runs hot'],
    ['an integrated function', id('00:00.0'), '00:00.0: runs hot', 'runs hot'],
    ['a slot', 'slot' as SlotId, 'Slot 7: runs hot', 'Slot 7: runs hot'],
  ])('%s', (_, about, inBlocks, inFunctions) => {
    expect(wordsOf(drawn(noted(about, 'runs hot')))).toEqual([inBlocks]);
    expect(wordsOf(drawn(noted(about, 'runs hot'), 'functions'))).toEqual([inFunctions]);
  });

  test('of a socket, where sockets are drawn; else at the first of its host bridges', () => {
    expect(wordsOf(drawn(noted(socket, 'runs hot')))).toEqual(['runs hot']);
    const scene = drawn(noted(socket, 'runs hot'), 'functions');
    expect(wordsOf(scene).join(' ')).toBe('Socket 0: runs hot');
    expect(scene.frames[0]?.signs?.map(({ about }) => about)).toEqual([socket]);
  });
});

describe('a note on a link stands beside its line, in either drawing', () => {
  test.each(WAYS)('$drawing, $direction', (way) => {
    for (const lower of ['01:00.0', '03:00.0', '03:00.1']) {
      const scene = layOut(noted(id(lower), 'riser is old', 'link'), way);
      // Functions of a device share a card in blocks, and its line.
      const key = way.drawing === 'blocks' && lower === '03:00.1' ? '03:00.0' : lower;
      const { lines, about } = besideOf(scene, key);
      expect(lines.map(({ text }) => text).join(' ')).toBe('riser is old');
      expect(about).toEqual([id(lower)]);
      expect(wordsOf(scene)).toEqual([]);
    }
  });

  test.each(WAYS)('however long, it lies on no box and no line: $drawing, $direction', (way) => {
    const long = 'Runs slow since the riser was changed. '.repeat(9);
    for (const { id: about } of machine.functions) {
      for (const text of [long, 'one\ntwo\nthree\nfour\nfive', 'x'.repeat(900), 'y']) {
        const changed = noted(about, text, 'link');
        const scene = layOut(changed, way);
        expect(faultsOf(scene, changed)).toEqual([]);
        for (const link of scene.links) {
          const extents = link.texts
            .filter(({ role }) => role === 'note')
            .map(({ text: line, x, y, anchor }) => {
              expect(anchor).toBe('start');
              return { x, y: y - 9, width: textWidth(line, 'note'), height: 11 };
            });
          const own = link.texts.filter(({ role }) => role === 'link');
          for (const extent of extents) {
            for (const { x, y, text: line, anchor } of own) {
              const width = textWidth(line, 'link');
              const words = { x: anchor === 'end' ? x - width : x, y: y - 9, width, height: 11 };
              expect(intersects(extent, words)).toBe(false);
            }
            for (const { points } of scene.links) {
              points.slice(1).forEach((to, index) => {
                const from = points[index] ?? to;
                const piece = {
                  x: Math.min(from.x, to.x),
                  y: Math.min(from.y, to.y),
                  width: Math.abs(from.x - to.x),
                  height: Math.abs(from.y - to.y),
                };
                expect(intersects(extent, piece)).toBe(false);
              });
            }
          }
        }
      }
    }
  });

  test('where there is no link, it stands at the part and says what it is about', () => {
    for (const drawing of DRAWINGS) {
      const told = wordsOf(drawn(noted(id('00:00.0'), 'old', 'link'), drawing));
      expect(told.join(' ')).toContain('Link above: old');
      expect(wordsOf(drawn(noted(id('02:00.0'), 'old', 'link'), drawing)).join(' ')).toContain(
        'Link above: old',
      );
    }
  });

  test('hidden in a collapsed box it leaves a sign; the link to that box keeps its own', () => {
    const kept = { dx: 0, dy: 0, pinned: false, collapsed: true, locked: false };
    const placements = [{ about: id('01:00.0'), ...kept }];
    for (const drawing of DRAWINGS) {
      const inside = drawn({ ...noted(id('03:00.0'), 'old', 'link'), placements }, drawing);
      const box = inside.boxes.find(({ kind }) => kind === 'collapsed');
      expect(box?.signs?.map(({ kind }) => kind)).toContain('note');
      const outside = drawn({ ...noted(id('01:00.0'), 'old', 'link'), placements }, drawing);
      expect(besideOf(outside, '01:00.0').lines.map(({ text }) => text)).toEqual(['old']);
    }
  });
});

test.each(WAYS)('whatever it says, nothing overlaps: $drawing, $direction', (way) => {
  const long = 'Runs hot, keep the slot above it free. '.repeat(9);
  for (const about of [null, host, socket, ...machine.functions.map((fn) => fn.id)]) {
    for (const text of [long, 'one\ntwo\nthree\nfour\nfive', 'x'.repeat(900)]) {
      const changed = noted(about, text);
      const scene = layOut(changed, way);
      expect(faultsOf(scene, changed)).toEqual([]);
      if (about !== null) expect(wordsOf(scene).length).toBeLessThanOrEqual(4);
      for (const each of [...scene.frames, ...scene.boxes]) {
        const lines = each.texts.filter(({ role }) => role === 'note');
        const signs = (each.signs ?? []).filter(({ kind }) => kind === 'note');
        expect(signs.length).toBe(lines.length === 0 ? 0 : 1);
      }
    }
  }
});

test('an empty note is none; without a machine there is only what is said of it', () => {
  expect(drawn(noted(id('03:00.0'), '  '))).toEqual(drawn(machine));
  const empty = { ...noted(null, 'to be drawn'), functions: [], hostBridges: [], sockets: [] };
  const scene = drawn({ ...empty, slots: [] });
  expect(wordsOf(scene)).toEqual(['to be drawn']);
  for (const value of Object.values(scene.bounds)) expect(Number.isFinite(value)).toBe(true);
});

describe('words in lines', () => {
  test.each<[string, number, readonly string[]]>([
    ['a b c', 2, ['a b c']],
    ['a\nb', 2, ['a', 'b']],
    ['a\n\n  \nb', 3, ['a', 'b']],
    ['a\nb\nc', 2, ['a', 'b …']],
    ['', 2, []],
  ])('%j in %i', (text, most, lines) => {
    expect(wrapText(text, 'note', 100, most)).toEqual(lines);
  });

  test('none is wider than it may be', () => {
    for (const width of [40, 80, 200]) {
      const lines = wrapText(
        'Some words of which one isaverylongonethatdoesnotfit at all',
        'note',
        width,
        4,
      );
      expect(lines.length).toBeLessThanOrEqual(4);
      for (const line of lines) expect(textWidth(line, 'note')).toBeLessThanOrEqual(width);
    }
  });
});
