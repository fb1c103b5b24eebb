import { lineCodingOf } from '../../link/lineCoding.ts';
import { splitTransfer } from '../../link/splitTransfer.ts';
import { type TlpKind, tlpOverhead } from '../../link/tlpBytes.ts';
import type { PlanContext } from '../plan/planContext.ts';
import type { Stage, StreamPlan, StreamSizes, StreamWay } from '../streamPlan.ts';
import { generationAt, resourceOf, reverseOf } from './resources.ts';

/** What packets of one kind cost at a resource, for each byte of the stream's payload. */
export interface Load {
  readonly resource: number;
  readonly packets: number;
  readonly payload: number;
  /** All that surrounds the payload; nothing at caps. */
  readonly header: number;
}

/** What a stream costs wherever it goes. */
export interface StreamLoads {
  /** One leg for requests of each way, one for their completions. */
  readonly legs: readonly (readonly Load[])[];
  readonly dllps: readonly { readonly resource: number; readonly bytes: number }[];
  /** TLPs for each byte of payload, as the requester and the completer send them. */
  readonly requests: number;
  readonly completions: number;
}

/** Long transfers are cut like whole pages: all sizes of packets divide them. */
const WHOLE_PAGE = 4096;

/** The packets that a stream's bytes become, way by way. */
export function loadsOf(context: PlanContext, plan: StreamPlan, sizes: StreamSizes): StreamLoads {
  // Transfers of nothing have no packets; their rate is 0, whatever a byte would cost.
  const size = Math.max(plan.sizeBytes ?? WHOLE_PAGE, 1);
  const cut = (maxPayload: number) =>
    splitTransfer({
      sizeBytes: size,
      maxPayload,
      maxReadRequest: sizes.maxReadRequest,
      readCompletionBoundary: sizes.readCompletionBoundary,
      completions: context.options.completions,
    });
  const tlps = cut(sizes.maxPayload);
  const isWrite = plan.operation === 'write';
  const writes = (at: StreamWay['forwarded'], stage: number): Packets => {
    const isCut = at !== null && stage >= at.stage && at.bytes < sizes.maxPayload;
    const { writes: count, writtenBytes } = isCut ? cut(at.bytes) : tlps;
    return { kind: 'write', count: count / size, data: writtenBytes / size, payload: 1 };
  };
  const requests: Packets = { kind: 'read', count: tlps.requests / size, data: 0, payload: 0 };
  const completions: Packets = {
    kind: 'completion',
    count: tlps.completions / size,
    data: tlps.completedBytes / size,
    payload: 1,
  };
  const found: { readonly load: Load; readonly dllp: Dllp | null }[][] = plan.ways.flatMap(
    (way) => [
      way.request.map((stage, index) =>
        loadAt(context, stage, isWrite ? writes(way.forwarded, index) : requests, way),
      ),
      way.completion.map((stage) => loadAt(context, stage, completions, way)),
    ],
  );
  return {
    legs: found.map((leg) => leg.map(({ load }) => load)).filter(({ length }) => length > 0),
    dllps: found.flat().flatMap(({ dllp }) => (dllp ? [dllp] : [])),
    requests: (isWrite ? tlps.writes : tlps.requests) / size,
    completions: isWrite ? 0 : tlps.completions / size,
  };
}

/** Of one kind, for each byte that is moved. */
interface Packets {
  readonly kind: TlpKind;
  readonly count: number;
  /** Bytes of data on the wire, in whole words; and what of them is payload. */
  readonly data: number;
  readonly payload: number;
}

type Dllp = StreamLoads['dllps'][number];

function loadAt(
  context: PlanContext,
  stage: Stage,
  { kind, count, data, payload }: Packets,
  { share, addressBits: ownBits }: StreamWay,
): { readonly load: Load; readonly dllp: Dllp | null } {
  const { options, links } = context;
  const resource = resourceOf(context, stage);
  const packets = count * share;
  const common = { resource, packets, payload: payload * share };
  if (stage.kind === 'cap') return { load: { ...common, header: 0 }, dllp: null };
  const generation = generationAt(links[stage.link]?.rate?.gts);
  const form = { addressBits: options.addressBits ?? ownBits, ecrc: options.ecrc };
  const header = packets * tlpOverhead(generation, kind, form) + (data - payload) * share;
  const bytes = options.dllpsPerTlp * lineCodingOf(generation).dllpBytes * packets;
  const dllp = bytes === 0 ? null : { resource: reverseOf(resource), bytes };
  return { load: { ...common, header }, dllp };
}
