import { expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { byIdOf, twoHosts } from '../twoHosts.testkit.ts';
import { Arrangements } from './Arrangements.ts';
import { createDrawer } from './drawn.ts';

const port = id('02:00.0');
const manner = { drawing: 'blocks', direction: 'down' } as const;
const titles = new Map([[port, 'Port']]);
const shown = (machine: Machine, moment = 0, serial = 1) => ({
  machine,
  byId: byIdOf(machine),
  titles,
  serial,
  moment,
});

test('an edit that no drawing shows leaves it where it is; names speak of it all the same', () => {
  const draw = createDrawer(new Arrangements());
  const machine = twoHosts();
  const before = draw(shown(machine), manner, 0);
  expect(before.nameOf(port)).toContain('redirects');
  const functions = machine.functions.map((fn) => (fn.id === port ? { ...fn, acs: acs(0) } : fn));
  const after = draw(shown({ ...machine, functions }), manner, 0);
  expect(after.scene).toBe(before.scene);
  expect(after.index).toBe(before.index);
  expect(after.nameOf(port)).not.toContain('redirects');
});

test('anything else is drawn anew', () => {
  const draw = createDrawer(new Arrangements());
  const machine = twoHosts();
  const before = draw(shown(machine), manner, 0);
  const renamed = draw({ ...shown(machine), titles: new Map() }, manner, 0);
  expect(renamed.scene).not.toBe(before.scene);
  const turned = draw(shown(machine), { ...manner, direction: 'right' }, 0);
  expect(turned.scene.direction).toBe('right');
  const functions = machine.functions.filter((fn) => fn.id !== id('04:00.1'));
  const without = draw(shown({ ...machine, functions }), { ...manner, direction: 'right' }, 0);
  expect(without.scene.placeOf.has(id('04:00.1'))).toBe(false);
});

/** A switch with so many cards. */
function cards(count: number): Machine {
  const builder = new MachineBuilder().host('00:00.0', '8086:29c0').rootPort('00:01.0', '01-20');
  builder.upstream('01:00.0', '02-20');
  for (let port = 0; port < 8; port++) {
    const bus = (3 + port).toString(16).padStart(2, '0');
    builder.downstream(`02:0${port}.0`, bus);
    if (port < count) builder.endpoint(`${bus}:00.0`);
  }
  return builder.build();
}

const rows = ({ scene }: ReturnType<ReturnType<typeof createDrawer>>) =>
  new Set(scene.boxes.filter(({ kind }) => kind === 'device').map(({ rect }) => rect.y)).size;

test('an edit keeps the arrangement; undo and redo come back to the picture that was seen', () => {
  const draw = createDrawer(new Arrangements());
  const four = draw(shown(cards(4), 0), manner, 0);
  const five = draw(shown(cards(5), 1), manner, 0);
  const six = draw(shown(cards(6), 2), manner, 0);
  const eight = draw(shown(cards(8), 3), manner, 0);
  // Four in a row; two more stand beside them; with eight, two rows are much better.
  expect([four, five, six, eight].map(rows)).toEqual([1, 1, 1, 2]);
  // Back again: by taking cards away the rows stay, by undo they are as they were.
  expect(rows(draw(shown(cards(5), 4), manner, 0))).toBe(2);
  for (const [moment, was] of [eight, six, five, four].entries()) {
    const again = draw(shown(cards([8, 6, 5, 4][moment] ?? 0), 3 - moment), manner, 0);
    expect(again.scene).toEqual(was.scene);
  }
  expect(draw(shown(cards(6), 2), manner, 0).scene).toEqual(six.scene);
});

test('tidied up, or opened as another document, it is arranged afresh', () => {
  const draw = createDrawer(new Arrangements());
  draw(shown(cards(4), 0), manner, 0);
  const five = draw(shown(cards(5), 1), manner, 0);
  expect(rows(five)).toBe(1);
  const tidied = draw(shown(cards(5), 1), manner, 1);
  expect(rows(tidied)).toBe(2);
  // It is this state that was tidied up: the one before it, undone to, stands as it stood.
  expect(rows(draw(shown(cards(4), 0), manner, 1))).toBe(1);
  expect(draw(shown(cards(5), 1), manner, 1).scene).toEqual(tidied.scene);
  expect(rows(draw(shown(cards(5), 2, 2), manner, 1))).toBe(2);
});
