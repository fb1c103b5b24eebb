import type { FabricWalk } from '../engine/report.ts';
import type { ComparedPair } from './answers.ts';
import type { MappedList } from './mappingView.ts';
import type { PeerlaneState, Play } from './state.ts';

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

/** The walk of an output of the list that is mapped, in the document as it stands. */
export function outputWalk(
  { document, mapped }: Pick<PeerlaneState, 'document' | 'mapped'>,
  output: number,
): FabricWalk | null {
  if (!document || mapped?.revision !== document.revision) return null;
  return walkIn(mapped, output);
}

/** What is asked to tell what is being played. */
export type Playing = Pick<PeerlaneState, 'document' | 'pair' | 'compared' | 'mapped' | 'play'>;

/** The walk that is being played, of a pair or of an output; `null` until the engine has said it. */
export function playedWalk(state: Playing): FabricWalk | null {
  const { play } = state;
  if (!play) return null;
  return play.of === 'pair'
    ? playableWalk(state, play.operation)
    : outputWalk(state, play.of.output);
}

/** From the first hop on. Where there is nothing to play (yet), what was before goes on. */
export function startedPlay(
  state: Pick<PeerlaneState, 'document' | 'pair' | 'compared' | 'play'>,
  operation: Play['operation'],
): Play | null {
  if (!playableWalk(state, operation)) return state.play;
  return { operation, of: 'pair', hop: 0, isRunning: true, speed: state.play?.speed ?? 1 };
}

/** From the first hop on; where the device can send nothing, what was before goes on. */
export function startedOutput(
  state: Pick<PeerlaneState, 'document' | 'mapped' | 'play'>,
  output: number,
): Play | null {
  const walk = outputWalk(state, output);
  if (!walk) return state.play;
  const { operation } = walk.question;
  return { operation, of: { output }, hop: 0, isRunning: true, speed: state.play?.speed ?? 1 };
}

/** What is left of a play when another pair is chosen: that of an output goes on. */
export function playWithoutPair(play: Play | null): Play | null {
  return play?.of === 'pair' ? null : play;
}

/** What is left of a play when another list is looked at: that of a pair goes on. */
export function playWithoutList(play: Play | null): Play | null {
  return play?.of === 'pair' ? play : null;
}

/**
 * What goes on being played once the engine has said how requests travel after an edit. Another way
 * begins anew; where nothing travels any more it ends.
 */
export function playAlong(
  { play, compared }: Pick<PeerlaneState, 'play' | 'compared'>,
  { comparison }: Pick<ComparedPair, 'comparison'>,
): Play | null {
  if (play?.of !== 'pair') return play;
  return playedOn(play, compared?.comparison[play.operation] ?? null, comparison[play.operation]);
}

/** The same for an output, once the engine has said how the list is mapped after an edit. */
export function outputAlong(
  { play, mapped }: Pick<PeerlaneState, 'play' | 'mapped'>,
  next: Pick<MappedList, 'list' | 'report'>,
): Play | null {
  if (!play || play.of === 'pair') return play;
  const { output } = play.of;
  const walk = walkIn(next, output);
  if (!walk) return null;
  const last = mapped?.list === next.list ? walkIn(mapped, output) : null;
  return playedOn({ ...play, operation: walk.question.operation }, last, walk);
}

function playedOn(play: Play, last: FabricWalk | null, walk: FabricWalk): Play | null {
  if (walk.hops.length === 0) return null;
  return last && isSameWay(last, walk) ? play : { ...play, hop: 0 };
}

function walkIn({ report }: Pick<MappedList, 'report'>, output: number): FabricWalk | null {
  const walk = report.wire.find((end) => end.output === output)?.walk ?? null;
  return walk && walk.hops.length > 0 ? walk : null;
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
  const walk = playedWalk(state);
  const next = { ...play, ...change };
  const hop = walk ? within(0, Math.round(next.hop), walk.hops.length - 1) : play.hop;
  return { ...next, hop, speed: within(SLOWEST, next.speed, FASTEST) };
}

const SLOWEST = Math.min(...PLAY_SPEEDS);
const FASTEST = Math.max(...PLAY_SPEEDS);

function within(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
