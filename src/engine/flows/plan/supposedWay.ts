import { UNKNOWN } from '../../../base/unknown.ts';
import type { Analysis } from '../../analyze.ts';
import { isSameDevice } from '../../fabric/internalPath.ts';
import type { FabricWalk, PeerQuestion } from '../../fabric/walk.ts';
import { placeOfId, type Topology } from '../../pci/topology.ts';
import { type Step, stepsByTree, stepsOf } from './stepsOf.ts';
import { supposing } from './supposing.ts';

/** Where a peer's requests and completions go, and what was taken for granted of it. */
export interface SupposedWay {
  readonly request: readonly Step[];
  readonly completion: readonly Step[] | null;
  readonly remarks: readonly string[];
}

/**
 * The steps of a walk that was not refused. Where it ends unknown because nobody promises what comes
 * next, the way is that of a fabric that does it; where the input hides too much for that, it is the
 * shortest by the tree, and within a device on no link.
 */
export function supposedWay(
  analysis: Analysis,
  question: PeerQuestion,
  walk: FabricWalk,
): SupposedWay {
  const { topology } = analysis;
  if (isWhole(walk)) {
    const remarks = walk.outcome === 'completed' ? [] : [supposition(walk)];
    return { ...stepsOfWalk(topology, walk), remarks };
  }
  const remarks = [supposition(walk)];
  const other = supposing(analysis).walk(question);
  if (isWhole(other)) return { ...stepsOfWalk(topology, other), remarks };
  const requester = placeOfId(topology, question.requester);
  const completer = placeOfId(topology, question.completer);
  const steps = isSameDevice(topology, requester, completer)
    ? [requester, completer].map((at) => ({ kind: 'function', at }) as const)
    : stepsByTree(topology, requester, completer);
  const back = question.operation === 'read' ? steps.toReversed() : null;
  return { request: steps, completion: back, remarks };
}

/** Did all of it get to its end, supposed or not? */
function isWhole({ hops, question }: FabricWalk): boolean {
  const last = hops.at(-1);
  const isLast = question.operation === 'write' || last?.packet === 'completion';
  return isLast && last?.action === 'delivered';
}

/** What was taken for granted; the walk itself tells it at length. */
function supposition({ hops }: FabricWalk): string {
  const doubt = hops.find(({ action }) => action === UNKNOWN);
  if (doubt?.at.kind === 'root-complex') {
    return 'The root complex is taken to forward it from port to port: nothing shown promises that.';
  }
  return `Taken to get through, which nothing shown promises. ${doubt?.text ?? ''}`.trim();
}

function stepsOfWalk(topology: Topology, { hops, question }: FabricWalk) {
  return {
    request: stepsOf(topology, hops, 'request'),
    completion: question.operation === 'read' ? stepsOf(topology, hops, 'completion') : null,
  };
}
