import { FABRIC_RULE } from './fabricRules.ts';
import type { Journey, Packet } from './packet.ts';
import type { Hop } from './walk.ts';
import { wayToRoot } from './wayToRoot.ts';

/**
 * The answer to a read: by the requester's id, with the request's ordering attribute. Where a VMD
 * function put its own id in its place, the completer of the same domain answers that.
 */
export function completionOf({ topology }: Journey, request: Packet, hops: readonly Hop[]): Packet {
  const { from, to, relaxedOrdering } = request;
  const replaced = hops.find(({ rule, action }) => rule === FABRIC_RULE.vmd && action === 'up')?.at;
  const vmd = replaced?.kind === 'function' ? (topology.indexOf.get(replaced.id) ?? null) : null;
  const isBelow = vmd !== null && to >= 0 && wayToRoot(topology, to).nodes.includes(vmd);
  return {
    kind: 'completion',
    from: to,
    to: from,
    routedBy: 'id',
    answers: isBelow ? vmd : null,
    translated: false,
    relaxedOrdering,
  };
}
