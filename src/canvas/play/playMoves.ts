import { PLAY_SPEEDS, playableWalk } from '../../store/playing.ts';
import type { PeerlaneState } from '../../store/state.ts';

/*
 * What keys, buttons and the space bar do with a play. A step by hand stands still: who steps wants
 * to read.
 */

/** Can a request of the chosen pair be played? */
export function canPlay(state: PeerlaneState): boolean {
  return playableWalk(state, 'write') !== null || playableWalk(state, 'read') !== null;
}

/** Number of the last hop of what is being played; -1 if nothing is. */
export function lastHop(state: PeerlaneState): number {
  const walk = state.play && playableWalk(state, state.play.operation);
  return walk ? walk.hops.length - 1 : -1;
}

/** Starts, halts, goes on; from its end, plays once more. */
export function togglePlay(state: PeerlaneState): void {
  const { play, actions } = state;
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
