import { USUAL_THROUGHPUT } from '../../../engine/flows/throughputOptions.ts';
import type {
  FlowCurves,
  FlowLimit,
  FlowReport,
  GroupReport,
  LimitKind,
  LinkReport,
  LinkUse,
  ThroughputReport,
} from '../../../engine/flows/throughputReport.ts';
import type { FlowId, FunctionId } from '../../../model/ids.ts';

/*
 * Answers as the engine gives them, made up where only their form matters: three flows into one GPU, one of
 * them from the same switch.
 */

const GB = 1e9;

export function aLimit(where: string, rate: number, kind: LimitKind = 'link'): FlowLimit {
  return {
    kind,
    where,
    text: `${where} passes no more.`,
    bytesPerSecond: rate * GB,
    link: null,
    cap: null,
    part: null,
    source: null,
  };
}

export function aFlow(
  title: string,
  rate: number | null,
  limit: FlowLimit | null = null,
): FlowReport {
  const bytesPerSecond = rate === null ? null : rate * GB;
  return {
    id: title as FlowId,
    title,
    group: null,
    streams: [],
    bytesPerSecond,
    bytesPerSecondEachWay: bytesPerSecond === null ? [] : [bytesPerSecond],
    limit,
    next: null,
    limits: limit ? [limit] : [],
    isUpperBound: false,
    remarks: [],
  };
}

/** With so much payload of what it could carry; the rest of what is used in usual proportions. */
export function aUse(payload: number, more: Partial<LinkUse> = {}): LinkUse {
  const header = payload * 0.09;
  const dllp = payload * 0.03;
  const skp = 0.0027;
  return {
    payload,
    header,
    dllp,
    skp,
    idle: 1 - payload - header - dllp - skp,
    bytesPerSecond: payload * 63 * GB,
    utilisation: Math.min(1, payload / 0.85),
    demand: payload / 0.85,
    flows: payload > 0 ? ['a' as FlowId] : [],
    ...more,
  };
}

export function aLink(title: string, up: LinkUse, down: LinkUse): LinkReport {
  const [upper = '', lower = ''] = title.split(' – ');
  return {
    upper: upper as FunctionId,
    lower: lower as FunctionId,
    title,
    rate: { gts: 32, width: 16 },
    capacity: 63 * GB,
    up,
    down,
  };
}

export function aGroup(title: string, makespanUs: number | null): GroupReport {
  return {
    id: title as FlowId,
    title,
    pattern: 'ring',
    flows: [],
    sizeBytes: 2 ** 20,
    bytesPerSecond: 100 * GB,
    steadyBytesPerSecond: 110 * GB,
    makespanUs,
    limit: null,
    remarks: [],
  };
}

export function aReport(more: Partial<ThroughputReport> = {}): ThroughputReport {
  const limit = aLimit('Gen5 x16 above gpu3, downwards', 56.3);
  return {
    options: USUAL_THROUGHPUT,
    under: 'Linux 6.12, VT-d, strict',
    flows: [
      aFlow('gpu2 → gpu3', 28.2, limit),
      aFlow('gpu0 → gpu3', 14.1, limit),
      aFlow('gpu1 → gpu3', 14.1, limit),
    ],
    groups: [],
    links: [
      aLink('rp0 – sw0', aUse(0.43), aUse(0)),
      aLink('dsp0 – gpu0', aUse(0.21), aUse(0)),
      aLink('dsp1 – gpu1', aUse(0.21), aUse(0)),
      aLink('rp1 – sw1', aUse(0), aUse(0.43)),
      aLink('dsp2 – gpu2', aUse(0.43), aUse(0)),
      aLink('dsp3 – gpu3', aUse(0), aUse(0.85, { demand: 2.6 })),
      aLink('dsp4 – nic0', aUse(0), aUse(0)),
    ],
    caps: [],
    warnings: [],
    assumed: [],
    ...more,
  };
}

/** A read over sizes: tags below, the link above, with a tooth after each whole packet. */
export function someCurves(): FlowCurves {
  const sizes = Array.from({ length: 15 }, (_, at) => 2 ** (at + 6)).flatMap((size) => [
    size,
    size + 1,
  ]);
  const link = sizes.map((size) => ((63 * size) / (size + 24 * Math.ceil(size / 256))) * GB);
  const tags = sizes.map((size) =>
    size >= 4096 ? null : ((256 * Math.min(size, 512)) / 1000) * GB,
  );
  const alone = link.map((rate, at) => Math.min(rate, tags[at] ?? rate));
  const limits = [
    { kind: 'link', where: 'Gen5 x16 above gpu3, downwards', bytesPerSecond: link },
    { kind: 'link', where: 'Gen5 x16 above sw1, downwards', bytesPerSecond: link },
    { kind: 'tags', where: '256 tags of gpu3', bytesPerSecond: tags },
    { kind: 'iotlb', where: 'IOTLB of 64 entries', bytesPerSecond: sizes.map(() => null) },
  ] as const;
  return {
    flow: 'gpu2 → gpu3' as FlowId,
    sizes,
    alone,
    withOthers: alone.map((rate) => rate / 2),
    limits,
  };
}
