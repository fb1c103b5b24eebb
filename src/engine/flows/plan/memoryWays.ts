import { hex64 } from '../../../base/hex.ts';
import type { FunctionId, SocketId } from '../../../model/ids.ts';
import { atBusAddress, atCpuAddress } from '../../fabric/atAddress.ts';
import { wayToRoot } from '../../fabric/wayToRoot.ts';
import { placeOfId, type Topology } from '../../pci/topology.ts';
import { type Found, refusedFor } from './found.ts';
import type { PlanContext } from './planContext.ts';
import { type Step, stepsOf } from './stepsOf.ts';
import { wayOf } from './wayOf.ts';

/** How a device's requests get to host memory; `socket`: whose, `null` for the nearest. */
export function memoryWays(
  context: PlanContext,
  requester: FunctionId,
  operation: 'write' | 'read',
  socket: SocketId | null,
): Found {
  const { analysis } = context;
  const { topology } = analysis;
  const place = placeOfId(topology, requester);
  const isTranslated = analysis.isTranslated(requester);
  const memory = hex64(memoryAddress(topology));
  const address = isTranslated ? hex64(freeIova(topology, place)) : memory;
  const walk = analysis.walkByAddress({
    requester,
    completer: null,
    operation,
    address: 'host',
    relaxedOrdering: false,
    wire: { address, leadsTo: isTranslated ? memory : null },
  });
  const shared = { walk, isTranslated, socket, addressBits: isTranslated ? 32 : 64 } as const;
  if (walk.outcome === 'refused') {
    const begun = stepsOf(topology, walk.hops, 'request');
    const way = wayOf(context, { ...shared, request: begun, completion: null });
    const refusal = [walk.hops.at(-1)?.text, walk.failure].filter((each) => each != null).join(' ');
    return { ...refusedFor(refusal), ways: [way] };
  }
  const isWhole = walk.hops.at(-1)?.action === 'delivered';
  const request = isWhole
    ? stepsOf(topology, walk.hops, 'request')
    : stepsToMemory(topology, place);
  const back = isWhole ? stepsOf(topology, walk.hops, 'completion') : request.toReversed();
  return {
    ways: [wayOf(context, { ...shared, request, completion: operation === 'read' ? back : null })],
    refusal: null,
    isRefusedByLinux: false,
    remarks: isWhole
      ? []
      : [`Supposed to get to host memory. ${walk.hops.at(-1)?.text ?? ''}`.trim()],
  };
}

/** As far as the tree is shown. */
function stepsToMemory(topology: Topology, place: number): readonly Step[] {
  const { nodes, host } = wayToRoot(topology, place);
  return [
    ...nodes.map((at): Step => ({ kind: 'function', at })),
    { kind: 'root', host },
    { kind: 'memory' },
  ];
}

const GIB = 1n << 30n;
/** Host memory above 4 GiB, else below: whatever nothing else claims. */
const CANDIDATES = [4n, 8n, 64n, 1024n, 16_384n, 1n, 0n].map((gib) => gib * GIB + 0x1000_0000n);

function memoryAddress(topology: Topology): bigint {
  const isMemory = (each: bigint) => atCpuAddress(topology, each).kind === 'none';
  return CANDIDATES.find(isMemory) ?? 0x1000n;
}

/** Linux gives IOVAs from 4 GiB downwards, and keeps clear of all that bridges forward. */
function freeIova(topology: Topology, requester: number): bigint {
  const { host } = wayToRoot(topology, requester);
  const STEP = 0x10_0000n;
  for (let at = (1n << 32n) - STEP; at > 0n; at -= STEP) {
    const isInterrupts = at >> 20n === 0xfeen;
    if (!isInterrupts && atBusAddress(topology, host, at).kind === 'none') return at;
  }
  return 0n;
}
