import { beforeEach, describe, expect, test, vi } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import type { PeerlaneState, Play } from '../../store/state.ts';
import {
  canPlay,
  firstOutput,
  goToHop,
  lastHop,
  nextOutput,
  nextSpeed,
  stepPlay,
  togglePlay,
} from './playMoves.ts';
import { hopOf, walkOf } from './walk.testkit.ts';

const pair = { provider: id('04:00.0'), client: id('03:00.0') };
const walk = walkOf([
  hopOf('03:00.0', 'sent'),
  hopOf('02:00.0', 'peer'),
  hopOf('04:00.0', 'delivered'),
]);
const startPlay = vi.fn();
const changePlay = vi.fn();
const playOutput = vi.fn();
const lookAtMapping = vi.fn();

function state(play: Partial<Play> | null, revision = 7): PeerlaneState {
  return {
    document: { revision, machine: { workload: { scatterlists: [{ id: 'list' }] } } },
    pair,
    view: { isDockOpen: true, dockTab: 'matrix' },
    mapping: { list: null, output: null, entry: null },
    mapped: null,
    compared: { revision: 7, pair, comparison: { write: walk, read: walk, differences: [] } },
    play: play && { operation: 'write', of: 'pair', hop: 1, isRunning: false, speed: 1, ...play },
    actions: { startPlay, changePlay, playOutput, lookAtMapping },
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

describe('outputs of a mapped list', () => {
  const wire = [
    { output: 0, walk },
    { output: 1, walk: null },
    { output: 2, walk },
  ];
  const listed = (change: Partial<PeerlaneState> = {}): PeerlaneState => ({
    ...state(null),
    view: { isDockOpen: true, dockTab: 'mapping' } as PeerlaneState['view'],
    mapped: { revision: 7, list: 'list', report: { wire } } as unknown as PeerlaneState['mapped'],
    ...change,
  });

  test('while the list is in sight, the key plays the one that is pointed at, else the first', () => {
    togglePlay(listed());
    expect(playOutput).toHaveBeenLastCalledWith(0);
    expect(lookAtMapping).toHaveBeenLastCalledWith({ output: 0, entry: null });
    togglePlay(listed({ mapping: { output: 2 } as PeerlaneState['mapping'] }));
    expect(playOutput).toHaveBeenLastCalledWith(2);
    expect(startPlay).not.toHaveBeenCalled();
  });

  test('what cannot be played is passed over', () => {
    expect(firstOutput(listed({ mapping: { output: 1 } as PeerlaneState['mapping'] }))).toBe(0);
    expect(nextOutput(listed(), 0, 1)).toBe(2);
    expect(nextOutput(listed(), 2, -1)).toBe(0);
    expect(nextOutput(listed(), 2, 1)).toBeNull();
  });

  test('an answer about an earlier state is not played', () => {
    const mapped = { ...listed().mapped, revision: 6 } as PeerlaneState['mapped'];
    expect(firstOutput(listed({ mapped }))).toBeNull();
    expect(nextOutput(listed({ mapped }), 0, 1)).toBeNull();
  });
});

test('speeds come from a list, and end there', () => {
  expect(nextSpeed(1, 1)).toBe(2);
  expect(nextSpeed(1, -1)).toBe(0.5);
  expect(nextSpeed(4, 1)).toBe(4);
  expect(nextSpeed(0.25, -1)).toBe(0.25);
});
