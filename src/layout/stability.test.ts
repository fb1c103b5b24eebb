import { expect, test } from 'vitest';
import { MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { layOut } from './layOut.ts';
import type { Direction, Drawing, Scene } from './scene.ts';
import { EDITS, edited, editsOf, fullServer, movesBetween, template } from './stability.testkit.ts';

/*
 * One small edit at a time: a card more, a card less, a NIC to another switch, a switch spliced in. So
 * many of these edits re-wrap a row or restack sockets and hosts that they do not touch, drawn afresh
 * and drawn as it was arranged before. What still moves is below a card that is gone: it moves up.
 */
const edits = new Map<string, { readonly machine: Machine; readonly next: readonly Machine[] }>();

function editsOn(name: string) {
  const known = edits.get(name);
  if (known) return known;
  const machine = name === 'full server' ? fullServer() : template(`${name}.sketch`);
  const changes = EDITS.flatMap((kind) => editsOf(machine, kind));
  const made = { machine, next: changes.map((change) => edited(machine, change)) };
  edits.set(name, made);
  return made;
}

test.each<[string, Drawing, Direction, number, number, number]>([
  // machine, drawing, direction; edits, of which move others: drawn afresh, as before
  ['full server', 'blocks', 'down', 24, 0, 0],
  ['full server', 'functions', 'down', 24, 0, 0],
  ['full server', 'functions', 'right', 24, 10, 0],
  ['gpu-server', 'blocks', 'down', 24, 13, 0],
  ['gpu-server', 'functions', 'down', 24, 9, 0],
  ['nvmeof-target', 'blocks', 'down', 17, 6, 3],
  ['jbof', 'blocks', 'down', 20, 6, 4],
  ['arm-server', 'blocks', 'down', 16, 2, 0],
  ['vmd-laptop', 'functions', 'down', 12, 4, 0],
])('%s, %s, %s: of %i edits %i, now %i', (name, drawing, direction, count, afresh, kept) => {
  const { machine, next } = editsOn(name);
  const way = { drawing, direction, titleOf: () => 'Vendor Thing' };
  const before = layOut(machine, way);
  const moves = (after: Scene) => {
    const { restacked, rewrapped } = movesBetween(before, after);
    return restacked + rewrapped > 0;
  };
  const former = before.arrangement;
  const moving = next.filter((each) => moves(layOut(each, way)));
  const stillMoving = next.filter((each) => moves(layOut(each, { ...way, former })));
  expect([next.length, moving.length, stillMoving.length]).toEqual([count, afresh, kept]);
});

/** A switch with so many cards, each on a port of its own. */
function cards(...which: readonly number[]): Machine {
  const builder = new MachineBuilder().host('00:00.0', '8086:29c0').rootPort('00:01.0', '01-20');
  builder.upstream('01:00.0', '02-20');
  for (let port = 0; port < 16; port++) {
    const bus = (3 + port).toString(16).padStart(2, '0');
    builder.downstream(`02:${port.toString(16).padStart(2, '0')}.0`, bus);
    if (which.includes(port)) builder.endpoint(`${bus}:00.0`);
  }
  return builder.build();
}

/** The ports of cards in their columns: `0 1|2 3`. */
function columnsOf({ boxes, links }: Scene): string {
  const columns = new Map<number, string[]>();
  for (const { key, upper } of links) {
    const box = boxes.find((each) => each.key === key);
    if (box?.kind !== 'device' || upper === null) continue;
    const column = columns.get(box.rect.x) ?? [];
    columns.set(box.rect.x, [...column, String(Number.parseInt(upper.slice(8, 10), 16))]);
  }
  return [...columns.values()].map((ports) => ports.join(' ')).join('|');
}

const run = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

test.each([
  ['one more stands beside the others', [run(0, 4), run(0, 5)], '0|1|2|3|4'],
  ['so do two', [run(0, 4), run(0, 6)], '0|1|2|3|4|5'],
  ['many more make rows, of what is new', [run(0, 4), run(0, 8)], '0|1|2|3 4|5 6|7'],
  [
    'and still more make rows of all',
    [run(0, 4), run(0, 16)],
    '0 1 2 3|4 5 6 7|8 9 10 11|12 13 14 15',
  ],
  ['what is taken out leaves room', [run(0, 8), [0, 1, 3, 4, 5, 6, 7]], '0 1|3|4 5|6 7'],
  ['what comes in takes it', [run(0, 8), [0, 1, 3, 4, 5, 6, 7], run(0, 8)], '0 1|2 3|4 5|6 7'],
  ['or stands between full columns', [[0, 1, 3, 4, 5, 6], run(0, 7)], '0 1|2|3 4|5 6'],
  ['a column that has no room ends that', [[0, 2, 4, 5, 6], run(0, 7)], '0 1|2 3|4 5|6'],
  ['rows stay while some are left', [run(0, 5), run(0, 3)], '0 1|2'],
  ['and go with the last but two', [run(0, 5), [0, 1]], '0|1'],
])('%s', (_, states, columns) => {
  const way = { drawing: 'blocks', direction: 'down', titleOf: () => 'Card' } as const;
  const [first = [], ...edits] = states;
  let scene = layOut(cards(...first), way);
  for (const edit of edits) scene = layOut(cards(...edit), { ...way, former: scene.arrangement });
  expect(columnsOf(scene)).toBe(columns);
});
