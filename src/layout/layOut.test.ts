import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId, SlotId, SocketId } from '../model/ids.ts';
import { acs, id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { layOut } from './layOut.ts';
import type { LayoutOptions, Rect, Scene } from './scene.ts';

const titleOf = (fn: PciFunction) => `Maker Inc. ${fn.id}`;
const blocks = (machine: Machine, more: Partial<LayoutOptions> = {}): Scene =>
  layOut(machine, { drawing: 'blocks', direction: 'down', titleOf, ...more });
const nodes = (machine: Machine): Scene => blocks(machine, { drawing: 'functions' });

/** A switch with two drives, a card of two functions, an idle port, an unknown bus. */
const builder = () =>
  new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03')
    .downstream('02:01.0', '04')
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .rootPort('00:02.0', '05')
    .endpoint('05:00.0')
    .endpoint('05:00.1')
    .rootPort('00:03.0', '06');

const machine = builder().build();
const box = (scene: Scene, key: string) => {
  const found = scene.boxes.find((each) => each.key === key);
  if (!found) throw new Error(`no box ${key}`);
  return found;
};
const bdf = (text: string) => id(text);
const words = (texts: readonly { readonly text: string }[]) => texts.map(({ text }) => text);

describe('blocks', () => {
  const scene = blocks(machine);

  test('a switch is one box with a port for each of its functions', () => {
    const { kind, ports, functions } = box(scene, bdf('01:00.0'));
    expect(kind).toBe('switch');
    expect(functions).toEqual([]);
    expect(ports.map(({ role, function: fn }) => [role, fn])).toEqual([
      ['upstream', bdf('01:00.0')],
      ['downstream', bdf('02:00.0')],
      ['downstream', bdf('02:01.0')],
    ]);
    expect(words(ports.flatMap(({ texts }) => texts))).toEqual(['01:00.0', '00.0', '01.0']);
    expect(scene.placeOf.get(bdf('02:01.0'))?.box).toBe(bdf('01:00.0'));
  });

  test('functions of one device share a card and a link', () => {
    const card = box(scene, bdf('05:00.0'));
    expect(card.functions).toEqual([bdf('05:00.0'), bdf('05:00.1')]);
    expect(words(card.texts)).toContain('×2');
    expect(scene.linkOf.get(bdf('05:00.1'))).toBe(bdf('05:00.0'));
  });

  test('root ports stand on the lower edge of their host, idle ones too', () => {
    const [host] = scene.frames;
    expect(host?.kind).toBe('host-bridge');
    for (const port of ['00:01.0', '00:02.0', '00:03.0']) {
      const { rect, kind } = box(scene, bdf(port));
      expect([kind, bottom(rect)]).toEqual(['root-port', host && bottom(host.rect)]);
    }
  });

  test('a function on the root bus is a mark; one that matters has a card', () => {
    const chipset = { change: { classCode: 0x060100 } };
    const gpu = { id: '10de:2bb5', change: { classCode: 0x030000 } };
    const built = builder().rciep('00:1f.0', chipset).rciep('00:04.0', gpu).build();
    const integrated = box(blocks(built), bdf('00:00.0'));
    expect(integrated.kind).toBe('integrated');
    expect(integrated.marks.map((mark) => mark.function)).toEqual([bdf('00:00.0'), bdf('00:1f.0')]);
    expect(words(integrated.texts)).toEqual(['2 integrated functions']);
    expect(box(blocks(built), bdf('00:04.0')).kind).toBe('device');
  });

  test('virtual functions are counted, not drawn', () => {
    const built = new MachineBuilder().rootPort('00:01.0', '01').endpoint('01:00.0');
    for (let vf = 1; vf <= 7; vf++) built.endpoint(`01:00.${vf}`, { physfn: '01:00.0' });
    built.endpoint('01:01.0', { physfn: '01:00.0' });
    const card = box(blocks(built.build()), bdf('01:00.0'));
    expect(words(card.texts)).toContain('1 PF + 8 VFs');
    expect(card.functions).toHaveLength(9);
  });

  test('what has no known parent hangs from a bar of its own', () => {
    const lost = blocks(builder().endpoint('40:00.0', { orphan: true }).build());
    expect(words(box(lost, 'orphans').texts)).toEqual(['Above these the input shows nothing']);
    const link = lost.links.find(({ key }) => key === bdf('40:00.0'));
    expect(link?.upper).toBeNull();
  });

  test('an empty slot sits on its port; one with a card in it does not show', () => {
    const slot = (name: string, port: string) => ({
      id: `slot:${name}` as SlotId,
      label: name,
      ports: [bdf(port)],
      lanes: 16,
      bifurcation: null,
      riser: null,
    });
    const slots = [slot('7', '00:03.0'), slot('8', '00:02.0')];
    const empty = blocks({ ...machine, slots }).boxes.filter(({ kind }) => kind === 'empty-slot');
    expect(empty.map(({ title }) => title)).toEqual([
      'Slot 7 x16, below 0000:00:03.0: nothing is plugged in',
    ]);
    expect(empty[0]?.rect.y).toBe(bottom(box(scene, bdf('00:03.0')).rect));
  });

  test('sockets frame their hosts, by name or by NUMA node', () => {
    const two = new MachineBuilder().rootPort('00:01.0', '01').rootPort('80:01.0', '81').build();
    const socket = (name: string, numaNode: number) => ({
      id: name as SocketId,
      label: null,
      numaNode,
      model: null,
    });
    const [first, second] = two.hostBridges;
    if (!first || !second) throw new Error('two hosts');
    const scene = blocks({
      ...two,
      sockets: [socket('A', 0), socket('B', 1)],
      hostBridges: [
        { ...first, socket: 'B' as SocketId },
        { ...second, numaNode: 0 },
      ],
    });
    const frame = (key: string) => scene.frames.find((each) => each.key === key)?.rect;
    expect(isIn(frame(second.id), frame('A'))).toBe(true);
    expect(isIn(frame(first.id), frame('B'))).toBe(true);
    expect(words(scene.frames[0]?.texts ?? [])).toEqual(['Socket 0 · NUMA 0']);
  });

  test('a part that was moved by hand takes along what hangs from it', () => {
    const placement = { pinned: true, collapsed: false, locked: false };
    const placements = [{ ...placement, about: bdf('01:00.0'), dx: 100, dy: 40 }];
    const shifted = blocks({ ...machine, placements });
    for (const key of ['01:00.0', '03:00.0']) {
      const [before, after] = [scene, shifted].map((each) => box(each, bdf(key)).rect);
      expect(after && before && [after.x - before.x, after.y - before.y]).toEqual([100, 40]);
    }
    const link = shifted.links.find(({ key }) => key === bdf('01:00.0'));
    const slanted = link?.points.some((point, index) => {
      const next = link.points[index + 1];
      return next && next.x !== point.x && next.y !== point.y;
    });
    expect(slanted).toBe(false);
  });
});

describe('functions', () => {
  const scene = nodes(machine);

  test('every function is a node, and every bus a line', () => {
    expect(scene.boxes).toHaveLength(machine.functions.length);
    const kinds = new Map(scene.links.map(({ key, kind }) => [key, kind]));
    expect(kinds.get(bdf('01:00.0'))).toBe('link');
    expect(kinds.get(bdf('02:00.0'))).toBe('internal');
    expect(kinds.get(bdf('00:01.0'))).toBe('internal');
    expect(words(box(scene, bdf('02:00.0')).texts)).toContain('downstream');
  });

  test('virtual functions beyond a few are one node', () => {
    const built = new MachineBuilder().rootPort('00:01.0', '01').endpoint('01:00.0');
    for (let vf = 1; vf <= 5; vf++) built.endpoint(`01:00.${vf}`, { physfn: '01:00.0' });
    const many = nodes(built.build());
    expect(box(many, bdf('01:00.1')).functions).toHaveLength(5);
    expect(words(box(many, bdf('01:00.1')).texts)).toContain('5 VFs');
  });
});

describe('what moves', () => {
  test('nothing does, when a bit, a driver or the settings change', () => {
    const changed: Machine = {
      ...machine,
      settings: { ...machine.settings, kernel: '6.12' },
      functions: machine.functions.map((fn) => ({ ...fn, acs: acs(0x1d), driver: 'a-long-name' })),
    };
    const places = (scene: Scene) => scene.boxes.map(({ key, rect }) => [key, rect]);
    for (const draw of [blocks, nodes]) {
      expect(places(draw(changed))).toEqual(places(draw(machine)));
      expect(draw(changed).links).toEqual(draw(machine).links);
    }
  });

  test('an endpoint more leaves the trees of other hosts in their shape', () => {
    const grown = (count: number) => {
      const two = builder().host('80:00.0', '8086:2020').rootPort('80:01.0', '81-8f');
      two.upstream('81:00.0', '82-8f');
      for (let port = 0; port < count; port++) {
        const bus = (0x83 + port).toString(16);
        two.downstream(`82:0${port}.0`, bus).endpoint(`${bus}:00.0`);
      }
      return blocks(two.build());
    };
    const shape = (scene: Scene) => {
      const origin = box(scene, bdf('00:01.0')).rect;
      return machine.functions.map((fn) => {
        const rect = scene.placeOf.get(fn.id)?.rect;
        return rect && { ...rect, x: rect.x - origin.x, y: rect.y - origin.y };
      });
    };
    for (const count of [1, 4, 5, 9]) expect(shape(grown(count))).toEqual(shape(grown(2)));
  });
});

test('a document without a part is an empty sheet', () => {
  const empty = { ...machine, functions: [], hostBridges: [] };
  for (const draw of [blocks, nodes]) {
    expect(draw(empty)).toMatchObject({ boxes: [], frames: [], links: [] });
  }
});

test('a chain of bridges longer than any bus numbering is cut, not followed', () => {
  const [first] = machine.functions;
  if (!first) throw new Error('no function');
  const name = (index: number) => `f${index}` as FunctionId;
  const functions = Array.from(
    { length: 5000 },
    (_, index): PciFunction => ({
      ...first,
      id: name(index),
      type: 'conventional-bridge',
      parent: index === 0 ? UNKNOWN : { kind: 'function', id: name(index - 1) },
    }),
  );
  for (const draw of [blocks, nodes]) {
    expect(draw({ ...machine, functions }).placeOf.size).toBe(5000);
  }
});

const bottom = (rect: Rect) => rect.y + rect.height;

function isIn(inner: Rect | undefined, outer: Rect | undefined): boolean {
  if (!inner || !outer) return false;
  return inner.x >= outer.x && inner.y >= outer.y && bottom(inner) <= bottom(outer);
}
