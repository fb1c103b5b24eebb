import type { FabricWalk } from '../engine/report.ts';
import type { ComparedPair, PeerlaneState, Play } from './state.ts';

export const PLAY_SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4];

/** The walk that may be played: of the chosen pair, in the document as it stands. */
export function playableWalk(
  { document, pair, compared }: Pick<PeerlaneState, 'document' | 'pair' | 'compared'>,
  operation: Play['operation'],
): FabricWalk | null {
  const isCurrent =
    document !== null &&
    compared?.revision === document.revision &&
    compared.pair.provider === pair.provider &&
    compared.pair.client === pair.client;
  if (!isCurrent) return null;
  const walk = compared.comparison[operation];
  return walk.hops.length > 0 ? walk : null;
}

type Playing = Pick<PeerlaneState, 'document' | 'pair' | 'compared' | 'play'>;

/** From the first hop on. Where there is nothing to play (yet), what was before goes on. */
export function startedPlay(state: Playing, operation: Play['operation']): Play | null {
  if (!playableWalk(state, operation)) return state.play;
  return { operation, of: 'pair', hop: 0, isRunning: true, speed: state.play?.speed ?? 1 };
}

/** The walk of an output of the list that is mapped, in the document as it stands. */
export function outputWalk(
  { document, mapped }: Pick<PeerlaneState, 'document' | 'mapped'>,
  output: number,
): FabricWalk | null {
  if (!document || mapped?.revision !== document.revision) return null;
  return mapped.report.wire.find((end) => end.output === output)?.walk ?? null;
}

/** From the first hop on; where the device can send nothing, what was before goes on. */
export function startedOutput(
  state: Pick<PeerlaneState, 'document' | 'mapped' | 'play'>,
  output: number,
): Play | null {
  const walk = outputWalk(state, output);
  if (!walk || walk.hops.length === 0) return state.play;
  const { operation } = walk.question;
  return { operation, of: { output }, hop: 0, isRunning: true, speed: state.play?.speed ?? 1 };
}

/**
 * What goes on being played once the engine has said how requests travel after an edit. Another way
 * begins anew; where nothing travels any more it ends.
 */
export function playAlong(
  { play, compared }: Pick<PeerlaneState, 'play' | 'compared'>,
  { comparison }: Pick<ComparedPair, 'comparison'>,
): Play | null {
  if (!play) return null;
  const walk = comparison[play.operation];
  if (walk.hops.length === 0) return null;
  const last = compared?.comparison[play.operation];
  return last && isSameWay(last, walk) ? play : { ...play, hop: 0 };
}

function isSameWay(a: FabricWalk, b: FabricWalk): boolean {
  return a === b || JSON.stringify(a.hops) === JSON.stringify(b.hops);
}

/**
 * The hop stays within the walk, the speed within what is offered. Between an edit and what the engine
 * says of it nobody knows how far the walk goes: then only halt and speed change.
 */
export function changedPlay(
  state: Playing,
  change: Partial<Pick<Play, 'hop' | 'isRunning' | 'speed'>>,
): Play | null {
  const { play } = state;
  if (!play) return null;
  const walk = playableWalk(state, play.operation);
  const next = { ...play, ...change };
  const hop = walk ? within(0, Math.round(next.hop), walk.hops.length - 1) : play.hop;
  return { ...next, hop, speed: within(SLOWEST, next.speed, FASTEST) };
}

const SLOWEST = Math.min(...PLAY_SPEEDS);
const FASTEST = Math.max(...PLAY_SPEEDS);

function within(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
