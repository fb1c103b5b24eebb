import { expect, test } from 'vitest';
import { FIRST_SETUP, SetupKeeper } from './setup.ts';

test('a setup stays with its document and is forgotten with the next', () => {
  const keeper = new SetupKeeper();
  expect(keeper.of(1)).toBe(FIRST_SETUP);
  keeper.change(1, { order: 'address' });
  keeper.change(1, { only: 'unknown' });
  expect(keeper.of(1)).toEqual({ ...FIRST_SETUP, order: 'address', only: 'unknown' });
  expect(keeper.of(2)).toBe(FIRST_SETUP);
  keeper.change(2, { only: 'BUS_ADDR' });
  expect(keeper.of(2)).toEqual({ ...FIRST_SETUP, only: 'BUS_ADDR' });
});

test('listeners hear of changes until they leave', () => {
  const keeper = new SetupKeeper();
  let heard = 0;
  const leave = keeper.subscribe(() => heard++);
  keeper.change(1, { order: 'address' });
  leave();
  keeper.change(1, { order: 'kind' });
  expect(heard).toBe(1);
});
