import { expect, test } from 'vitest';
import { acs, id } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { byIdOf, twoHosts } from '../twoHosts.testkit.ts';
import { createDrawer } from './drawn.ts';

const port = id('02:00.0');
const manner = { drawing: 'blocks', direction: 'down' } as const;
const titles = new Map([[port, 'Port']]);
const shown = (machine: Machine) => ({ machine, byId: byIdOf(machine), titles });

test('an edit that no drawing shows leaves it where it is; names speak of it all the same', () => {
  const draw = createDrawer();
  const machine = twoHosts();
  const before = draw(shown(machine), manner);
  expect(before.nameOf(port)).toContain('redirects');
  const functions = machine.functions.map((fn) => (fn.id === port ? { ...fn, acs: acs(0) } : fn));
  const after = draw(shown({ ...machine, functions }), manner);
  expect(after.scene).toBe(before.scene);
  expect(after.index).toBe(before.index);
  expect(after.nameOf(port)).not.toContain('redirects');
});

test('anything else is drawn anew', () => {
  const draw = createDrawer();
  const machine = twoHosts();
  const before = draw(shown(machine), manner);
  const renamed = draw({ ...shown(machine), titles: new Map() }, manner);
  expect(renamed.scene).not.toBe(before.scene);
  const turned = draw(shown(machine), { ...manner, direction: 'right' });
  expect(turned.scene.direction).toBe('right');
  const functions = machine.functions.filter((fn) => fn.id !== id('04:00.1'));
  const without = draw(shown({ ...machine, functions }), { ...manner, direction: 'right' });
  expect(without.scene.placeOf.has(id('04:00.1'))).toBe(false);
});
