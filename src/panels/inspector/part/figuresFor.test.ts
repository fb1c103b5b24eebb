import { expect, test } from 'vitest';
import { Drawing } from '../../../build/drawing.testkit.ts';
import { CATALOGUE } from '../../../catalogue/catalogue.ts';
import type { Machine } from '../../../model/machine.ts';
import { figuresFor } from './figuresFor.ts';
import { partOfModel } from './partOfModel.ts';

const machine = new Drawing()
  .host('h0')
  .put('rp0 rp1 rp2', 'port', 'h0')
  .put('sw0', 'switch', 'rp0')
  .put('gpu0', 'gpu', 'sw0').settled;

function titles(of: Machine, is: (fn: Machine['functions'][number]) => boolean) {
  const fn = of.functions.find(is);
  const part = partOfModel(CATALOGUE, fn?.part?.model);
  if (!fn || !part) throw new Error('no such part');
  return { part: part.id, titles: figuresFor(part, fn).map(({ title }) => title) };
}

test('of a switch, the side that is looked at', () => {
  expect(titles(machine, ({ type }) => type === 'upstream')).toEqual({
    part: 'switch',
    titles: [null, 'Upstream port'],
  });
  expect(titles(machine, ({ type }) => type === 'downstream').titles).toEqual([
    null,
    'Downstream ports',
  ]);
});

test('of a card with one function all there is', () => {
  expect(titles(machine, ({ id }) => id === 'gpu0')).toEqual({ part: 'gpu', titles: [null] });
});

test('of a card with several functions the one that is looked at', () => {
  const several = CATALOGUE.find(
    (part) => 'functions' in part && part.functions.length === 2 && part.onboardSwitch === null,
  );
  if (!several || !('functions' in several)) throw new Error('no card of two functions');
  const drawn = new Drawing().host('h0').put('rp0', 'port', 'h0').put('a', several.id, 'rp0');
  const own = drawn.settled.functions.filter(({ part }) => part?.model === several.id);
  const shown = own.map((fn) => figuresFor(several, fn).map(({ title }) => title));
  expect(shown).toEqual(
    several.functions.map(({ number, role }) => [null, `Function ${number}, ${role}`]),
  );
});

test('of a card with a switch on it the switch’s ports show the card', () => {
  const drawn = new Drawing().host('h0').put('rp0', 'port', 'h0').put('a', 'rx7900xtx', 'rp0');
  const up = titles(drawn.settled, ({ type }) => type === 'upstream');
  expect(up).toEqual({ part: 'rx7900xtx', titles: [null] });
});

test('whatever of the catalogue is looked at, there are figures', () => {
  const [fn] = machine.functions;
  if (!fn) throw new Error('no function');
  for (const part of CATALOGUE) {
    const rows = figuresFor(part, { ...fn, bridge: null }).flatMap((group) => group.rows);
    expect(rows.length, part.id).toBeGreaterThan(0);
  }
});

test('what has no model is no part', () => {
  expect(partOfModel(CATALOGUE, null)).toBeNull();
  expect(partOfModel(CATALOGUE, 'no such thing')).toBeNull();
  expect(partOfModel(CATALOGUE, 'gpu')?.kind).toBe('gpu');
});
