import { beforeEach, describe, expect, test, vi } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import type { PeerlaneState, Play } from '../../store/state.ts';
import { canPlay, goToHop, lastHop, nextSpeed, stepPlay, togglePlay } from './playMoves.ts';
import { hopOf, walkOf } from './walk.testkit.ts';

const pair = { provider: id('04:00.0'), client: id('03:00.0') };
const walk = walkOf([
  hopOf('03:00.0', 'sent'),
  hopOf('02:00.0', 'peer'),
  hopOf('04:00.0', 'delivered'),
]);
const startPlay = vi.fn();
const changePlay = vi.fn();

function state(play: Partial<Play> | null, revision = 7): PeerlaneState {
  return {
    document: { revision },
    pair,
    compared: { revision: 7, pair, comparison: { write: walk, read: walk, differences: [] } },
    play: play && { operation: 'write', hop: 1, isRunning: false, speed: 1, ...play },
    actions: { startPlay, changePlay },
  } as unknown as PeerlaneState;
}

beforeEach(() => {
  vi.clearAllMocks();
});

describe('the one key', () => {
  test('starts with a write', () => {
    togglePlay(state(null));
    expect(startPlay).toHaveBeenCalledWith('write');
  });

  test('halts, goes on, and begins anew at the end', () => {
    togglePlay(state({ isRunning: true }));
    expect(changePlay).toHaveBeenLastCalledWith({ isRunning: false });
    togglePlay(state({}));
    expect(changePlay).toHaveBeenLastCalledWith({ isRunning: true });
    togglePlay(state({ hop: 2 }));
    expect(changePlay).toHaveBeenLastCalledWith({ hop: 0, isRunning: true });
  });

  test('an answer about an earlier state is not played', () => {
    expect(canPlay(state(null))).toBe(true);
    expect(canPlay(state(null, 8))).toBe(false);
    expect(lastHop(state({}, 8))).toBe(-1);
    togglePlay(state({}, 8));
    expect(changePlay).not.toHaveBeenCalled();
  });
});

test('steps stand still, and stay within the walk', () => {
  stepPlay(state({ isRunning: true }), 1);
  expect(changePlay).toHaveBeenLastCalledWith({ hop: 2, isRunning: false });
  stepPlay(state({ hop: 0 }), -1);
  expect(changePlay).toHaveBeenLastCalledWith({ hop: 0, isRunning: false });
  goToHop(state({}), 99);
  expect(changePlay).toHaveBeenLastCalledWith({ hop: 2, isRunning: false });
});

test('speeds come from a list, and end there', () => {
  expect(nextSpeed(1, 1)).toBe(2);
  expect(nextSpeed(1, -1)).toBe(0.5);
  expect(nextSpeed(4, 1)).toBe(4);
  expect(nextSpeed(0.25, -1)).toBe(0.25);
});
