import type { FunctionId, ScatterlistId } from '../../../model/ids.ts';
import { addressHex } from '../../dma/dmaAddress.ts';
import type { DmaOutput } from '../../dma/dmaMapping.ts';
import type { FabricWalk } from '../../fabric/walk.ts';
import { mapList } from '../../mapping/mapList.ts';
import { USUAL_MAPPING } from '../../mapping/mappingOptions.ts';
import type { MappedEntry, MappingReport, WireEnd } from '../../mapping/mappingReport.ts';
import type { StreamWay } from '../streamPlan.ts';
import { bitsOfMemory } from './bitsOfMemory.ts';
import { type Found, refusedFor } from './found.ts';
import { nameOf } from './nameOf.ts';
import type { PlanContext } from './planContext.ts';
import { stepsOf } from './stepsOf.ts';
import { supposedWay } from './supposedWay.ts';
import { wayOf } from './wayOf.ts';

/**
 * How a device's requests get to the memory of a list that is mapped for it: a way for each target of
 * each output, by their lengths.
 */
export function listWays(
  context: PlanContext,
  requester: FunctionId,
  id: ScatterlistId,
  operation: 'write' | 'read',
): Found {
  const { analysis } = context;
  const { topology } = analysis;
  const list = topology.machine.workload.scatterlists.find((each) => each.id === id);
  if (!list) return refusedFor(`The machine has no list ${id}.`);
  if (list.client !== requester) {
    const [client, other] = [list.client, requester].map((each) => nameOf(topology, each));
    return refusedFor(`The list is mapped for ${client}: ${other} does not have its addresses.`);
  }
  const options = { ...USUAL_MAPPING, operation };
  const report = mapList(analysis, { list, options, conditions: {} });
  const { outputs, errno, failedAt } = report.mapping;
  if (errno !== 0 || outputs.length === 0) {
    const why = failedAt === null ? '' : ` at entry ${failedAt}`;
    return refusedFor(`Linux does not map the list${why}: there are no addresses to send to.`);
  }
  const failing = report.wire.find(({ fate }) => NOWHERE.has(fate));
  if (failing) return refusedFor(`Output ${failing.output} of the list: ${failing.text}`);
  const remarks = new Set<string>();
  const ways = sharesOf(context, report, operation).map(({ walk, share }) =>
    wayOfWalk(context, walk, share, remarks),
  );
  for (const { fate, text } of report.wire) if (fate === 'copy') remarks.add(text);
  const left = outputs.length - report.wire.length;
  if (left > 0) remarks.add(`${left} further outputs of the list go as its first ones do.`);
  return { ways, refusal: null, isRefusedByLinux: false, remarks: [...remarks] };
}

const NOWHERE: ReadonlySet<WireEnd['fate']> = new Set(['misses', 'faults', 'unusable']);

interface Shared {
  readonly walk: FabricWalk;
  readonly share: number;
}

/** Walks that go the same way hop by hop are one; of long lists the first outputs stand for all. */
function sharesOf(
  context: PlanContext,
  report: MappingReport,
  operation: 'write' | 'read',
): readonly Shared[] {
  const found = new Map<string, { readonly walk: FabricWalk; readonly bytes: number }>();
  for (const end of report.wire) {
    const output = report.mapping.outputs[end.output];
    for (const { entry, bytes } of output ? targetsOf(output, report.entries) : []) {
      const walk = output && walkOfTarget(context, report, output, end, entry, operation);
      if (!walk) continue;
      const key = JSON.stringify(walk.hops.map(({ packet, at, to }) => [packet, at, to]));
      const before = found.get(key) ?? { walk, bytes: 0 };
      found.set(key, { ...before, bytes: before.bytes + bytes });
    }
  }
  const shares = [...found.values()];
  const all = shares.reduce((sum, { bytes }) => sum + bytes, 0);
  return shares.map(({ walk, bytes }) => ({
    walk,
    share: all > 0 ? bytes / all : 1 / shares.length,
  }));
}

interface Target {
  /** Its first entry in the output. */
  readonly entry: MappedEntry;
  readonly bytes: number;
}

/** Host memory and each peer that an output leads to. What kernels report as its length is at times wrong. */
function targetsOf(
  { first, count }: DmaOutput,
  entries: readonly MappedEntry[],
): readonly Target[] {
  const targets = new Map<FunctionId | null, Target>();
  for (const entry of entries.slice(first, first + count)) {
    const before = targets.get(entry.provider) ?? { entry, bytes: 0 };
    targets.set(entry.provider, { ...before, bytes: before.bytes + entry.length });
  }
  return [...targets.values()];
}

/** The mapping follows the one target of an output that is worth looking at; others are followed here. */
function walkOfTarget(
  { analysis }: PlanContext,
  { client, addresses }: MappingReport,
  output: DmaOutput,
  end: WireEnd,
  { provider, phys }: MappedEntry,
  operation: 'write' | 'read',
): FabricWalk | null {
  const isFollowed = end.walk?.question.completer === provider;
  const address =
    addresses[end.output] ?? (output.address === null ? null : addressHex(output.address));
  if (isFollowed || address === null) return end.walk;
  const request = {
    requester: client,
    operation,
    address: 'host',
    relaxedOrdering: false,
  } as const;
  if (provider !== null) return analysis.walk({ ...request, completer: provider });
  const leadsTo = analysis.isTranslated(client) ? phys : null;
  return analysis.walkByAddress({ ...request, completer: null, wire: { address, leadsTo } });
}

function wayOfWalk(
  context: PlanContext,
  walk: FabricWalk,
  share: number,
  remarks: Set<string>,
): StreamWay {
  const { topology } = context.analysis;
  const { question, hops } = walk;
  const isTranslated = hops.some(({ action }) => action === 'translated');
  const shared = { walk, share, isTranslated, socket: null };
  const { completer, wire, operation } = question;
  if (completer !== null && !wire) {
    const supposed = supposedWay(context.analysis, { ...question, completer }, walk);
    for (const remark of supposed.remarks) remarks.add(remark);
    const addressBits = isTranslated ? 32 : bitsOfMemory(topology, completer, question.address);
    return wayOf(context, { ...shared, ...supposed, addressBits });
  }
  const isLow = wire !== undefined && BigInt(wire.address) < 1n << 32n;
  return wayOf(context, {
    ...shared,
    addressBits: isLow ? 32 : 64,
    request: stepsOf(topology, hops, 'request'),
    completion: operation === 'read' ? stepsOf(topology, hops, 'completion') : null,
  });
}
