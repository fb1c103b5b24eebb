import { UNKNOWN } from '../../../base/unknown.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { functionAt, placeOfId, type Topology } from '../../pci/topology.ts';
import { bitsOfMemory } from './bitsOfMemory.ts';
import { type Found, refusedFor } from './found.ts';
import { nameOf } from './nameOf.ts';
import type { PlanContext } from './planContext.ts';
import { stepsOf } from './stepsOf.ts';
import { triedPair } from './triedPair.ts';
import { wayOf } from './wayOf.ts';

/**
 * How one device's requests get to another's memory, by the address that Linux gives it: the walk that
 * the verdict on the pair shows, too. A pair that Linux refuses is followed as it would have been tried.
 */
export function peerWays(
  context: PlanContext,
  requester: FunctionId,
  completer: FunctionId,
  operation: 'write' | 'read',
): Found {
  const { analysis } = context;
  if (requester === completer) return inside(context, requester, operation);
  const { walk, way, question, isTranslated, isRefusedByLinux } = triedPair(
    analysis,
    requester,
    completer,
    operation,
  );
  const addressBits = isTranslated
    ? 32
    : bitsOfMemory(analysis.topology, completer, question.address);
  const shared = { walk, isTranslated, socket: null, addressBits } as const;
  if (way === null) {
    const request = stepsOf(analysis.topology, walk.hops, 'request');
    const nowhere = wayOf(context, { ...shared, request, completion: null });
    const refusal = [walk.hops.at(-1)?.text, walk.failure].filter((each) => each != null).join(' ');
    return { ...refusedFor(refusal), ways: [nowhere], isRefusedByLinux };
  }
  const { request, completion, remarks } = way;
  return {
    ways: [wayOf(context, { ...shared, request, completion })],
    refusal: null,
    isRefusedByLinux,
    remarks: [
      ...memoryless(analysis.topology, completer),
      ...(isRefusedByLinux ? [LINUX_REFUSES] : []),
      ...remarks,
    ],
  };
}

/** A bridge as a rule, and some controllers: nothing of theirs has an address that could be asked for. */
function memoryless(topology: Topology, completer: FunctionId): readonly string[] {
  const { bars } = functionAt(topology, placeOfId(topology, completer));
  if (bars === UNKNOWN || bars.some(({ kind }) => kind === 'memory')) return [];
  const name = nameOf(topology, completer);
  return [`${name} has no memory BAR: what the way would carry if there were memory at its end.`];
}

const LINUX_REFUSES = 'Linux does not map this pair: what the fabric would carry if it were tried.';

/** A function's own memory: no packet leaves it. */
function inside(context: PlanContext, id: FunctionId, operation: 'write' | 'read'): Found {
  const steps = [{ kind: 'function', at: placeOfId(context.analysis.topology, id) }] as const;
  const way = wayOf(context, {
    walk: null,
    socket: null,
    isTranslated: false,
    addressBits: 64,
    request: steps,
    completion: operation === 'read' ? steps : null,
  });
  const name = nameOf(context.analysis.topology, id);
  const remarks = [`The memory is ${name}’s own: nothing crosses a link.`];
  return { ways: [way], refusal: null, isRefusedByLinux: false, remarks };
}
