import { knownOrNull } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { functionsOnWay, physicalOf } from './limits/functionsOnWay.ts';
import type { LimitContext } from './limits/limitContext.ts';
import { nameOf } from './plan/nameOf.ts';
import type { FigureSource } from './throughputReport.ts';
import { flowsOf, groupedBy, type SizedStream, type WarningRule } from './warningsShape.ts';

const KERNEL_PARAMETERS: FigureSource = {
  title: 'Linux, admin-guide/kernel-parameters, pci=pcie_bus_peer2peer: 128 bytes everywhere',
  url: 'https://docs.kernel.org/admin-guide/kernel-parameters.html',
  quality: 'kernel',
};

/** Max_Payload_Size of 128 although all on the way could do more. */
export const smallPayload: WarningRule = (context, streams) => {
  if (context.options.maxPayload !== null) return [];
  const small = streams.filter(({ plan, sizes }) => {
    if (plan.cpu !== null || sizes.maxPayload > 128 || plan.refusal !== null) return false;
    const able = functionsOnWay(context, plan).flatMap(
      ({ pcie }) => knownOrNull(knownOrNull(pcie)?.maxPayloadSupported ?? 'unknown') ?? [],
    );
    return able.length > 0 && Math.min(...able) > 128;
  });
  if (small.length === 0) return [];
  return [
    {
      kind: 'advice',
      text: 'Max_Payload_Size is 128 bytes on the way, and all that show it could do more: 256 bytes save about a tenth of a link. Linux sets what all below a root port can do with pci=pcie_bus_safe.',
      flows: flowsOf(small),
      source: null,
    },
  ];
};

/** A sender that may send more than a receiver on the way accepts: its packets are malformed there. */
export const mixedPayloads: WarningRule = (context, streams) => {
  if (context.options.maxPayload !== null) return [];
  const mixed = streams.flatMap((stream) => {
    const ends = stream.plan.refusal === null ? mismatchOf(context, stream) : null;
    return ends === null ? [] : [{ stream, ...ends }];
  });
  const bySender = groupedBy(
    mixed.map(({ stream }) => stream),
    (stream) => mixed.flatMap((each) => (each.stream === stream ? [each.sender.id] : [])),
  );
  return [...bySender].flatMap(([id, group]) => {
    const found = mixed.find(({ sender }) => sender.id === id);
    if (!found) return [];
    const { topology } = context.analysis;
    const text = `${nameOf(topology, id)} may send ${setOf(found.sender)} bytes in a packet, and ${nameOf(topology, found.receiver.id)} accepts ${setOf(found.receiver)} (Max_Payload_Size): a longer one is malformed there, an error and no transfer. Computed is with the least on the way. Linux sets one size for all with pci=pcie_bus_safe (below one root port) or pci=pcie_bus_peer2peer (128 bytes everywhere).`;
    return [{ kind: 'refused' as const, text, flows: flowsOf(group), source: KERNEL_PARAMETERS }];
  });
};

/** Who sends the data, and who on the way accepts less. */
function mismatchOf(
  context: LimitContext,
  { plan }: SizedStream,
): { readonly sender: PciFunction; readonly receiver: PciFunction } | null {
  const from: FunctionId | null = plan.operation === 'write' ? plan.requester : plan.completer;
  const sender = physicalOf(context, from);
  const most = sender && setOf(sender);
  if (sender === null || most === null) return null;
  const receiver = functionsOnWay(context, plan).find((fn) => (setOf(fn) ?? most) < most);
  return receiver ? { sender, receiver } : null;
}

function setOf({ pcie }: PciFunction): number | null {
  return knownOrNull(knownOrNull(pcie)?.maxPayload ?? 'unknown');
}
