import { bench, describe } from 'vitest';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Carried } from './carried.ts';
import { cutOut } from './cutOut.ts';
import { Drawing } from './drawing.testkit.ts';
import { dropTargets } from './dropTargets.ts';
import type { Fragment } from './fragment.ts';

/** Sockets of four switches, each with cards of two functions below most of its ports. */
function fabric(count: number): Machine {
  const drawing = new Drawing();
  for (let host = 0; drawing.raw.functions.length < count; host++) {
    drawing.host(`h${host}`, 'host', `socket${host}`);
    for (let at = 0; at < 4; at++) {
      drawing.put(`rp${host}.${at}`, 'port', `h${host}`);
      drawing.put(`sw${host}.${at}`, 'switch', `rp${host}.${at}`);
      const cards = Array.from({ length: 20 }, (_, card) => `gpu${host}.${at}.${card}`);
      drawing.put(cards.join(' '), 'gpu', `sw${host}.${at}`);
    }
  }
  return drawing.raw;
}

for (const count of [2_000, 5_000]) {
  const machine = fabric(count);
  const fragment = cutOut(machine, ['gpu0.0.0' as FunctionId]) as Fragment;
  const devices = (...names: readonly string[]): Carried => ({
    kind: 'devices',
    devices: names as readonly FunctionId[],
  });
  const carried: readonly (readonly [string, Carried])[] = [
    ['a card', { kind: 'part', part: 'gpu', count: 1 }],
    ['a switch', { kind: 'part', part: 'switch', count: 1 }],
    ['a slot', { kind: 'part', part: 'slot', count: 1 }],
    ['a device', devices('gpu0.0.0')],
    ['a switch of the machine', devices('sw0.0')],
    ['copies', { kind: 'copies', fragment }],
  ];
  describe(`${machine.functions.length} functions, all places lit`, () => {
    for (const [name, what] of carried) {
      bench(name, () => {
        // A machine that nobody asked before.
        void dropTargets({ ...machine }, what).legal;
      });
    }
  });
  describe(`${machine.functions.length} functions, one place in full`, () => {
    const targets = (what: Carried) => dropTargets({ ...machine }, what);
    bench('8 cards below a switch', () => {
      targets({ kind: 'part', part: 'gpu', count: 8 }).at('sw1.0' as FunctionId);
    });
  });
}
