/** At 1×: how long a packet stands at each place, for its decision to be read. */
export const HOLD_MS = 800;
/** At 1×: how long it takes from one place to the next, however far that is drawn. */
export const TRAVEL_MS = 700;
/** A step by hand only shows where the packet went. */
const STEP_MS = 220;
/** A page that was away, or a machine that was busy, does not skip what was to be seen. */
const LONGEST_FRAME_MS = 120;

/** Where a played packet is just now. */
export interface PlayClock {
  /** The hop whose decision is shown; what the store says, or one further when it gets there. */
  readonly hop: number;
  /** Its place in hops: 2.5 is half way from the third to the fourth. */
  readonly at: number;
  /** How long it has stood at its hop, in milliseconds at 1×. */
  readonly held: number;
  /** On its way to a hop that was asked for by hand. */
  readonly isStepping: boolean;
}

/** What is asked of it. */
export interface PlayPace {
  readonly hop: number;
  /** Number of the last hop. */
  readonly last: number;
  readonly isRunning: boolean;
  readonly speed: number;
  /** Nothing travels: places are changed at once, at the same pace. */
  readonly isReduced: boolean;
}

export function clockAt(hop: number): PlayClock {
  return { hop, at: hop, held: 0, isStepping: false };
}

/** The clock after so many milliseconds; at most one hop further. */
export function tick(clock: PlayClock, pace: PlayPace, elapsedMs: number): PlayClock {
  const now = clock.hop === pace.hop ? clock : ledTo(clock, pace);
  const elapsed = Math.min(Math.max(elapsedMs, 0), LONGEST_FRAME_MS);
  if (now.isStepping) return stepped(now, pace, elapsed);
  if (!pace.isRunning || now.hop >= pace.last) return now;
  const time = elapsed * pace.speed;
  const hold = pace.isReduced ? HOLD_MS + TRAVEL_MS : HOLD_MS;
  const held = now.held + time;
  if (now.at === now.hop && held < hold) return { ...now, held };
  if (pace.isReduced) return clockAt(now.hop + 1);
  const travelled = now.at === now.hop ? held - hold : time;
  const at = now.at + travelled / TRAVEL_MS;
  return at < now.hop + 1 ? { ...now, held: hold, at } : clockAt(now.hop + 1);
}

/** Will the next frame look different? */
export function isMoving(clock: PlayClock, pace: PlayPace): boolean {
  if (clock.hop !== pace.hop || clock.isStepping) return true;
  return pace.isRunning && clock.hop < pace.last;
}

/** Somebody asked for another hop: the next one is gone to, any other is jumped to. */
function ledTo(clock: PlayClock, { hop, isReduced }: PlayPace): PlayClock {
  const isNear = Math.abs(clock.at - hop) <= 1.5;
  return isNear && !isReduced ? { ...clock, hop, held: 0, isStepping: true } : clockAt(hop);
}

function stepped(clock: PlayClock, { isReduced }: PlayPace, elapsed: number): PlayClock {
  const rest = clock.hop - clock.at;
  const step = elapsed / STEP_MS;
  if (isReduced || Math.abs(rest) <= step) return clockAt(clock.hop);
  return { ...clock, at: clock.at + Math.sign(rest) * step };
}
