import { outputWalk, PLAY_SPEEDS, playableWalk, playedWalk } from '../../store/playing.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { mappedInSight } from '../mapping/mappedInSight.ts';

/*
 * What keys, buttons and the space bar do with a play. A step by hand stands still: who steps wants
 * to read.
 */

/** Can a request of the chosen pair, or to an output of the list in sight, be played? */
export function canPlay(state: PeerlaneState): boolean {
  return canPlayPair(state) || firstOutput(state) !== null;
}

export function canPlayPair(state: PeerlaneState): boolean {
  return playableWalk(state, 'write') !== null || playableWalk(state, 'read') !== null;
}

/** The output that a play begins with: the one that is pointed at, else the first that can be played. */
export function firstOutput(state: PeerlaneState): number | null {
  if (!mappedInSight(state)) return null;
  const { output } = state.mapping;
  if (output !== null && outputWalk(state, output)) return output;
  return nextOutput(state, -1, 1);
}

/** The next output of the list that can be played, or the one before; `null`: there is none. */
export function nextOutput(state: PeerlaneState, from: number, by: 1 | -1): number | null {
  const { document, mapped } = state;
  if (!document || mapped?.revision !== document.revision) return null;
  const playable = mapped.report.wire
    .filter(({ walk }) => walk !== null && walk.hops.length > 0)
    .map(({ output }) => output);
  const beyond = playable.filter((output) => (by > 0 ? output > from : output < from));
  return (by > 0 ? beyond[0] : beyond.at(-1)) ?? null;
}

/** Plays it, and points at it in the panel. */
export function playOutput({ actions }: PeerlaneState, output: number): void {
  actions.lookAtMapping({ output, entry: null });
  actions.playOutput(output);
}

/** Number of the last hop of what is being played; -1 if nothing is. */
export function lastHop(state: PeerlaneState): number {
  const walk = playedWalk(state);
  return walk ? walk.hops.length - 1 : -1;
}

/** Starts, halts, goes on; from its end, plays once more. */
export function togglePlay(state: PeerlaneState): void {
  const { play, actions } = state;
  const output = play ? null : firstOutput(state);
  if (output !== null) {
    playOutput(state, output);
    return;
  }
  if (!play) {
    actions.startPlay(playableWalk(state, 'write') ? 'write' : 'read');
    return;
  }
  const last = lastHop(state);
  if (last < 0) return; // being asked anew
  if (play.hop >= last) actions.changePlay({ hop: 0, isRunning: true });
  else actions.changePlay({ isRunning: !play.isRunning });
}

export function stepPlay(state: PeerlaneState, by: number): void {
  if (!state.play) return;
  goToHop(state, state.play.hop + by);
}

export function goToHop(state: PeerlaneState, hop: number): void {
  const last = lastHop(state);
  if (last < 0) return;
  state.actions.changePlay({ hop: Math.min(Math.max(hop, 0), last), isRunning: false });
}

/** The next faster speed, or slower; the same at either end. */
export function nextSpeed(speed: number, by: 1 | -1): number {
  const beyond = PLAY_SPEEDS.filter((each) => (by > 0 ? each > speed : each < speed));
  return (by > 0 ? beyond[0] : beyond.at(-1)) ?? speed;
}
