import type { FunctionId } from '../../../model/ids.ts';
import type { Analysis } from '../../analyze.ts';
import { addressTried } from '../../explain/compareWithFabric.ts';
import type { FabricWalk, PeerQuestion } from '../../fabric/walk.ts';
import { type SupposedWay, supposedWay } from './supposedWay.ts';

/** A pair's requests as Linux would program them, followed through the fabric. */
export interface TriedPair {
  readonly question: PeerQuestion & { readonly address: 'bus' | 'host' };
  readonly walk: FabricWalk;
  readonly isRefusedByLinux: boolean;
  readonly isTranslated: boolean;
  /** `null`: the fabric refuses it. */
  readonly way: SupposedWay | null;
}

/** Options come and go while a machine stays as it is: ways are followed once. */
const followed = new WeakMap<Analysis, Map<string, TriedPair>>();

/** The walk that the verdict on the pair shows; a pair that Linux refuses as it would have been tried. */
export function triedPair(
  analysis: Analysis,
  requester: FunctionId,
  completer: FunctionId,
  operation: 'write' | 'read',
): TriedPair {
  const known = followed.get(analysis) ?? new Map<string, TriedPair>();
  followed.set(analysis, known);
  const key = JSON.stringify([requester, completer, operation]);
  const found = known.get(key) ?? follow(analysis, requester, completer, operation);
  known.set(key, found);
  return found;
}

function follow(
  analysis: Analysis,
  requester: FunctionId,
  completer: FunctionId,
  operation: 'write' | 'read',
): TriedPair {
  const verdict = analysis.pair(completer, requester);
  const address = addressTried(analysis, verdict);
  const question = { requester, completer, operation, address, relaxedOrdering: false } as const;
  const walk = analysis.walk(question);
  return {
    question,
    walk,
    isRefusedByLinux: verdict.mapType === 'NOT_SUPPORTED',
    isTranslated: address === 'host' && analysis.isTranslated(requester),
    way: walk.outcome === 'refused' ? null : supposedWay(analysis, question, walk),
  };
}
