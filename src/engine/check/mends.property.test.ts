import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canApply } from '../../build/canApply.ts';
import { Drawing, parentNamed } from '../../build/drawing.testkit.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { FunctionId, SlotId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import { checkMachine } from './checkMachine.ts';
import { cures } from './checks.testkit.ts';
import { CHECK_WORDS, type CheckId } from './checkWords.ts';

const HOSTS = CATALOGUE.filter(({ kind }) => kind === 'host').map(({ id }) => id);
const CARDS = CATALOGUE.filter(({ kind }) =>
  ['gpu', 'nvme', 'nic', 'fpga', 'card', 'switch', 'bridge'].includes(kind),
).map(({ id }) => id);

const rate = fc.constantFrom(2.5, 8, 16, 32);
const width = fc.constantFrom(1, 4, 8, 16);

const plan = fc.record({
  host: fc.constantFrom(...HOSTS),
  ports: fc.array(fc.tuple(rate, width), { minLength: 1, maxLength: 10 }),
  cards: fc.array(fc.tuple(fc.constantFrom(...CARDS), fc.nat(40)), { maxLength: 14 }),
  links: fc.array(fc.tuple(fc.nat(40), rate, width), { maxLength: 6 }),
  slots: fc.array(
    fc.record({
      ports: fc.array(fc.nat(9), { maxLength: 3 }),
      lanes: fc.constantFrom(null, 4, 8, 16),
      bifurcation: fc.option(fc.array(width, { minLength: 1, maxLength: 4 })),
      inside: fc.array(fc.nat(14), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  fixed: fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.nat(2)), { maxLength: 3 }),
});

type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

/** A port that could use all that the divided slot gives it, above a card that does not. */
const HELD_BACK: Plan = {
  host: 'threadripper-5000' as (typeof HOSTS)[number],
  ports: [[2.5, 1]],
  cards: [['switch' as (typeof CARDS)[number], 0]],
  links: [
    [15, 2.5, 1],
    [0, 16, 16],
  ],
  slots: [{ ports: [0], lanes: 4, bifurcation: [1], inside: [] }],
  fixed: [],
};

function draw({ host, ports, cards, links, slots, fixed }: Plan): Machine {
  const drawing = new Drawing().host('h0', host);
  ports.forEach(([gts, lanes], index) => {
    drawing.put(`rp${index}`, 'port', 'h0').link(`rp${index}`, gts, lanes);
  });
  const named = () => drawing.raw.functions.filter(({ label }) => label !== null);
  cards.forEach(([part, below], index) => {
    const to = named()[below % named().length];
    if (!to) return;
    const label = `c${index}`;
    const change = { kind: 'add', part, to: parentNamed(drawing.raw, to.id), label } as const;
    if (canApply(drawing.raw, change) === null) drawing.change(change);
  });
  for (const [at, gts, lanes] of links) {
    const fn = named()[at % named().length];
    if (fn) drawing.link(fn.id, gts, lanes);
  }
  slots.forEach(({ ports: fed, lanes, bifurcation, inside }, index) => {
    const names = [...new Set(fed.map((port) => `rp${port % ports.length}`))];
    drawing.slot(`s${index}`, names.join(' '), { lanes, bifurcation });
    for (const card of inside) {
      const change = {
        kind: 'slot-of',
        function: `c${card}` as FunctionId,
        slot: `s${index}` as SlotId,
      } as const;
      if (canApply(drawing.raw, change) === null) drawing.change(change);
    }
  });
  for (const [at, device, number] of fixed) {
    const fn = named()[at % named().length];
    const change = { bus: null, device, function: number };
    if (fn) drawing.set(fn.id, (each) => ({ ...each, fixedAddress: change }));
  }
  return drawing.settled;
}

test('every mend that is offered on any drawing ends its finding', () => {
  fc.assert(
    fc.property(plan, (each) => {
      const machine = draw(each);
      const ids = new Set<CheckId>(checkMachine(machine).map(({ id }) => id));
      for (const id of ids) cures(machine, id);
    }),
    { numRuns: 60, examples: [[HELD_BACK]] },
  );
});

test('every rule has its words, and no two findings are the same', () => {
  fc.assert(
    fc.property(plan, (each) => {
      const checks = checkMachine(draw(each));
      for (const { id, why, parts, where } of checks) {
        expect(why).toBe(CHECK_WORDS[id].why);
        expect(where).toBe(parts[0]);
      }
      const said = checks.map(({ id, text, where }) => `${id} ${where} ${text}`);
      expect(new Set(said).size).toBe(said.length);
    }),
    { numRuns: 40 },
  );
});
