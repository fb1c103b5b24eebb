import { knownOrNull, UNKNOWN } from '../../../base/unknown.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { PcieCapability } from '../../../model/registers.ts';
import { nameOf } from '../plan/nameOf.ts';
import type { StreamPlan, StreamSizes } from '../streamPlan.ts';
import { cpuAccess } from './cpuAccess.ts';
import { functionsOnWay, physicalOf } from './functionsOnWay.ts';
import type { LimitContext } from './limitContext.ts';

/** What listings of public rigs show where nothing is set otherwise. */
const USUAL_PAYLOAD = 256;
/** The value after reset (PCI Express base specification 7.5.3.4). */
const USUAL_READ_REQUEST = 512;
const USUAL_BOUNDARY = 64;
/** Eight bits: Extended Tags, which Linux turns on where both ends have it. */
const USUAL_TAGS = 256;
/** Ten bits, of which those with both upper ones 0 are left out (base specification 2.2.6.2). */
const TEN_BIT_TAGS = 768;

/** Payload, read requests, completion boundary and tags that a stream goes by. */
export function sizesOf(context: LimitContext, plan: StreamPlan): StreamSizes {
  const { options, analysis } = context;
  const assumed: string[] = [];
  const shown = functionsOnWay(context, plan)
    .map(capability)
    .filter((each) => each !== null);
  const requester = registersOf(context, plan.requester);

  const payload = options.maxPayload ?? payloadInForce(shown, assumed);
  const boundaries = shown.map((each) => knownOrNull(each.readCompletionBoundary));
  const readCompletionBoundary = boundaries.includes(128) ? 128 : USUAL_BOUNDARY;

  if (plan.cpu !== null) {
    const { tlpBytes, readsUnderWay } = cpuAccess(plan) ?? { tlpBytes: payload, readsUnderWay: 1 };
    return {
      maxPayload: Math.min(payload, tlpBytes),
      maxReadRequest: tlpBytes,
      readCompletionBoundary,
      tags: readsUnderWay,
      assumed,
    };
  }
  const name = plan.requester === null ? '' : nameOf(analysis.topology, plan.requester);
  const isRead = plan.operation === 'read';
  const readRequest = options.maxReadRequest ?? knownOrNull(requester?.maxReadRequest ?? UNKNOWN);
  if (readRequest === null && isRead) {
    assumed.push(`Max_Read_Request_Size of ${name} is not shown: ${USUAL_READ_REQUEST} bytes.`);
  }
  const tags = options.tags ?? tagsOf(requester, registersOf(context, plan.completer));
  if (tags === null && isRead) assumed.push(`Tags of ${name} are not shown: ${USUAL_TAGS}.`);
  return {
    maxPayload: payload,
    maxReadRequest: readRequest ?? USUAL_READ_REQUEST,
    readCompletionBoundary,
    tags: tags ?? USUAL_TAGS,
    assumed,
  };
}

function capability({ pcie }: PciFunction): PcieCapability | null {
  return knownOrNull(pcie);
}

function registersOf(context: LimitContext, id: FunctionId | null): PcieCapability | null {
  const fn = physicalOf(context, id);
  return fn && capability(fn);
}

/** The least that is set on the way: no sender may exceed what a receiver accepts. */
function payloadInForce(shown: readonly PcieCapability[], assumed: string[]): number {
  const set = known(shown.map(({ maxPayload }) => maxPayload));
  if (set.length > 0) return Math.min(...set);
  const most = known(shown.map(({ maxPayloadSupported }) => maxPayloadSupported));
  const payload = Math.min(USUAL_PAYLOAD, ...most);
  assumed.push(`Max_Payload_Size is not shown all the way: taken as ${payload} bytes.`);
  return payload;
}

function known(values: readonly (number | 'unknown')[]): readonly number[] {
  return values.filter((value) => value !== UNKNOWN);
}

function tagsOf(requester: PcieCapability | null, completer: PcieCapability | null): number | null {
  const tags = knownOrNull(requester?.tags ?? UNKNOWN);
  if (tags === null || tags <= 256) return tags;
  const others = knownOrNull(completer?.tags ?? UNKNOWN);
  return others !== null && others <= 256 ? 256 : Math.min(tags, TEN_BIT_TAGS);
}
