import { describe, expect, test } from 'vitest';
import {
  clockAt,
  HOLD_MS,
  isMoving,
  type PlayClock,
  type PlayPace,
  TRAVEL_MS,
  tick,
} from './playClock.ts';

const pace = (change: Partial<PlayPace> = {}): PlayPace => ({
  hop: 0,
  last: 5,
  isRunning: true,
  speed: 1,
  isReduced: false,
  ...change,
});

/** Runs frames of 16 ms until the hop changes; how long that took. */
function untilNextHop(asked: PlayPace): {
  readonly ms: number;
  readonly places: readonly number[];
} {
  let clock = clockAt(asked.hop);
  const places: number[] = [];
  for (let ms = 16; ms < 20_000; ms += 16) {
    clock = tick(clock, asked, 16);
    if (clock.hop !== asked.hop) return { ms, places };
    places.push(clock.at);
  }
  throw new Error('it stands still');
}

describe('running', () => {
  test.each([0.25, 0.5, 1, 2, 4])('at %s× it stands, then travels', (speed) => {
    const { ms, places } = untilNextHop(pace({ speed }));
    expect(ms).toBeGreaterThanOrEqual((HOLD_MS + TRAVEL_MS) / speed - 16);
    expect(ms).toBeLessThan((HOLD_MS + TRAVEL_MS) / speed + 48);
    const standing = places.filter((at) => at === 0).length * 16;
    expect(Math.abs(standing - HOLD_MS / speed)).toBeLessThan(33);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.max(...places)).toBeLessThan(1);
  });

  test('with reduced motion nothing travels, at the same pace', () => {
    const { ms, places } = untilNextHop(pace({ isReduced: true }));
    expect(new Set(places)).toEqual(new Set([0]));
    expect(Math.abs(ms - HOLD_MS - TRAVEL_MS)).toBeLessThan(33);
  });

  test('it goes no further than the last hop', () => {
    const end = tick(clockAt(5), pace({ hop: 5 }), 5000);
    expect(end).toEqual(clockAt(5));
    expect(isMoving(end, pace({ hop: 5 }))).toBe(false);
  });

  test('a page that was away skips nothing', () => {
    expect(tick(clockAt(0), pace(), 3_600_000).hop).toBe(0);
    let clock: PlayClock = { hop: 0, at: 0.99, held: HOLD_MS, isStepping: false };
    clock = tick(clock, pace({ speed: 4 }), 3_600_000);
    expect(clock).toEqual(clockAt(1));
  });
});

describe('by hand', () => {
  const still = pace({ isRunning: false });

  test('paused on its way, it stays there', () => {
    const half: PlayClock = { hop: 0, at: 0.5, held: HOLD_MS, isStepping: false };
    expect(tick(half, still, 100)).toEqual(half);
    expect(isMoving(half, still)).toBe(false);
  });

  test.each([
    ['on', 3, 4],
    ['back', 3, 2],
  ])('a step %s is gone', (_, from, to) => {
    let clock = clockAt(from);
    const asked = { ...still, hop: to };
    expect(isMoving(clock, asked)).toBe(true);
    clock = tick(clock, asked, 100);
    expect(clock.hop).toBe(to);
    expect(clock.at).toBeGreaterThan(Math.min(from, to));
    expect(clock.at).toBeLessThan(Math.max(from, to));
    for (let frames = 0; frames < 10; frames++) clock = tick(clock, asked, 100);
    expect(clock).toEqual(clockAt(to));
    expect(isMoving(clock, asked)).toBe(false);
  });

  test('further is jumped, and with reduced motion each step', () => {
    expect(tick(clockAt(0), { ...still, hop: 4 }, 16)).toEqual(clockAt(4));
    expect(tick(clockAt(0), { ...still, hop: 1, isReduced: true }, 16)).toEqual(clockAt(1));
  });

  test('running goes on from where the step led to', () => {
    let clock = tick(clockAt(3), pace({ hop: 2 }), 16);
    for (let frames = 0; frames < 4; frames++) clock = tick(clock, pace({ hop: 2 }), 100);
    expect(clock).toMatchObject({ hop: 2, at: 2, isStepping: false });
    expect(tick(clock, pace({ hop: 2 }), 100).held).toBeGreaterThan(0);
  });
});
