import { knownOrNull, UNKNOWN } from '../../../base/unknown.ts';
import { findPart } from '../../../catalogue/catalogue.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { nameOf } from '../plan/nameOf.ts';
import type { StreamPlan, StreamSizes, StreamWay } from '../streamPlan.ts';
import { missFraction, WALK_NS } from './iotlb.ts';
import type { Latency, LatencyPart } from './latency.ts';
import {
  CPU_LOAD_NS,
  DRAM_NS,
  ENDPOINT_NS,
  MEMORY_READ_NS,
  ROOT_COMPLEX_NS,
  SOCKET_AMD_NS,
  SOCKET_NS,
  SWITCH_NS,
} from './latencyFigures.ts';
import type { LimitContext } from './limitContext.ts';
import { storedStages } from './storedStages.ts';

/**
 * When the first byte is there, without load: at its target for a write, back at the requester for a
 * read. Of the way that most bytes take; `null`: there is none.
 */
export function latencyOf(
  context: LimitContext,
  plan: StreamPlan,
  sizes: StreamSizes,
): Latency | null {
  const way = mainWay(plan);
  if (way === null || plan.refusal !== null) return null;
  const isRead = plan.operation === 'read';
  const ways = isRead ? 2 : 1;
  const parts: LatencyPart[] = [
    ...switchParts(context, way, ways),
    ...rootParts(context, plan, way, ways),
    ...socketParts(context, way, ways),
    ...storedStages(context, plan, way, sizes),
    ...endParts(context, plan, way),
    ...walkParts(context, way),
  ].filter(({ ns }) => ns > 0);
  return { ns: parts.reduce((sum, { ns }) => sum + ns, 0), parts };
}

/** The way that most bytes of a stream take. */
export function mainWay({ ways }: StreamPlan): StreamWay | null {
  return ways.reduce<StreamWay | null>(
    (most, way) => (most === null || way.share > most.share ? way : most),
    null,
  );
}

const thereAndBack = (ways: number) => (ways === 2 ? ', there and back' : '');

function switchParts(
  context: LimitContext,
  { passes }: StreamWay,
  ways: number,
): readonly LatencyPart[] {
  const { topology } = context.analysis;
  return passes.switches.map((id) => {
    const fn = topology.functions[topology.indexOf.get(id) ?? -1];
    return {
      text: `switch ${nameOf(topology, id)}${thereAndBack(ways)}`,
      ns: ways * switchNs(fn),
    };
  });
}

/** One way through a switch: as stated of it, else of its model, else the usual. */
export function switchNs(upstream: PciFunction | undefined): number {
  const stated = upstream?.part?.latencyNs ?? null;
  if (stated !== null) return stated;
  const model = upstream?.part?.model ?? null;
  const part = model === null ? null : findPart('switch', model);
  const known = part?.kind === 'switch' ? part.latencyNs.value : UNKNOWN;
  return knownOrNull(known) ?? SWITCH_NS;
}

/** A read of memory is known as a whole, root complex included; so is a processor's load. */
function rootParts(
  context: LimitContext,
  plan: StreamPlan,
  { passes }: StreamWay,
  ways: number,
): readonly LatencyPart[] {
  if (plan.cpu !== null && ways === 2) {
    return [{ text: 'a processor’s load from a card, there and back', ns: CPU_LOAD_NS }];
  }
  if (passes.isToMemory && ways === 2) {
    const host = plan.requester === null ? null : context.hosts.at(plan.requester);
    const known = knownOrNull(host?.platform?.memoryReadNs.value ?? UNKNOWN);
    return known === null
      ? [
          { text: 'root complex and last-level cache, there and back', ns: MEMORY_READ_NS },
          { text: 'DRAM', ns: DRAM_NS },
        ]
      : [{ text: 'root complex and memory, there and back', ns: known }];
  }
  return [
    {
      text: `root complex${thereAndBack(ways)}`,
      ns: ways * passes.rootComplexes * ROOT_COMPLEX_NS,
    },
  ];
}

function socketParts(
  context: LimitContext,
  { passes }: StreamWay,
  ways: number,
): readonly LatencyPart[] {
  return [
    {
      text: `between sockets${thereAndBack(ways)}`,
      ns: ways * passes.socketLinks * socketNs(context),
    },
  ];
}

/** One way from a socket to the next: as the machine states it, else as the platform has it. */
export function socketNs({ analysis, hosts }: LimitContext): number {
  const stated = analysis.machine.socketLinks.flatMap(({ latencyNs }) => latencyNs ?? []);
  if (stated.length > 0) return Math.max(...stated);
  for (const { platform } of hosts.all) {
    const known = knownOrNull(platform?.socketLatencyNs.value ?? UNKNOWN);
    if (known !== null) return known;
  }
  const isAmd = analysis.conditions.cpu.value.vendor === 'AuthenticAMD';
  return isAmd ? SOCKET_AMD_NS : SOCKET_NS;
}

/** What the device at the far end takes; memory and processors have it in their figures. */
function endParts(
  { analysis: { topology } }: LimitContext,
  plan: StreamPlan,
  { passes }: StreamWay,
): readonly LatencyPart[] {
  if (passes.isToMemory || (plan.cpu !== null && plan.operation === 'read')) return [];
  const id = plan.completer;
  return [
    {
      text: id === null ? 'the device at the end' : nameOf(topology, id),
      ns:
        plan.operation === 'read' ? readNs(topology.functions, topology.indexOf, id) : ENDPOINT_NS,
    },
  ];
}

function readNs(
  functions: readonly PciFunction[],
  indexOf: ReadonlyMap<FunctionId, number>,
  id: FunctionId | null,
): number {
  const fn = id === null ? undefined : functions[indexOf.get(id) ?? -1];
  return fn?.part?.latencyNs ?? ENDPOINT_NS;
}

function walkParts({ options }: LimitContext, { isTranslated }: StreamWay): readonly LatencyPart[] {
  const missed = isTranslated ? missFraction(options) : 0;
  return [
    {
      text: `walks of the IOMMU’s table, for ${Math.round(missed * 100)} % of the transfers`,
      ns: missed * WALK_NS,
    },
  ];
}
