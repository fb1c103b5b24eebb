import { USUAL_THROUGHPUT } from '../../engine/flows/throughputOptions.ts';
import type {
  FlowLimit,
  FlowReport,
  GroupReport,
  LinkReport,
  LinkUse,
  StreamReport,
  ThroughputReport,
} from '../../engine/flows/throughputReport.ts';
import type { FlowId } from '../../model/ids.ts';
import { id } from '../../model/machine.testkit.ts';

/** Answers as the engine gives them, of which a test says only what it is about. */

export function limitOf(
  where: string,
  bytesPerSecond: number,
  more: Partial<FlowLimit> = {},
): FlowLimit {
  return {
    kind: 'link',
    where,
    text: `${where} carries no more.`,
    bytesPerSecond,
    link: null,
    cap: null,
    part: null,
    source: null,
    ...more,
  };
}

export function streamOf(more: Partial<StreamReport> = {}): StreamReport {
  return {
    from: { kind: 'function', id: id('03:00.0') },
    to: { kind: 'function', id: id('04:00.0') },
    operation: 'write',
    requester: id('03:00.0'),
    title: 'a writes to b',
    walk: null,
    route: 'direct',
    isTranslated: false,
    isRefusedByLinux: false,
    crossings: [{ link: 0, direction: 'up', packet: 'write' }],
    bytesPerSecond: 28e9,
    limit: null,
    tlpsPerSecond: null,
    latencyNs: 512,
    latencyParts: [],
    ...more,
  };
}

export function flowReportOf(name: string, more: Partial<FlowReport> = {}): FlowReport {
  const limit = limitOf('Gen5 x16 above b, downwards', 28e9);
  return {
    id: name as FlowId,
    title: name,
    group: null,
    streams: [streamOf()],
    bytesPerSecond: 28e9,
    bytesPerSecondEachWay: [28e9],
    limit,
    next: limitOf('Gen5 x16 above a, upwards', 56e9),
    limits: [limit],
    isUpperBound: false,
    remarks: [],
    ...more,
  };
}

export function groupReportOf(name: string, more: Partial<GroupReport> = {}): GroupReport {
  return {
    id: name as FlowId,
    title: name,
    pattern: 'ring',
    flows: [],
    sizeBytes: 2 ** 30,
    bytesPerSecond: 190e9,
    steadyBytesPerSecond: 200e9,
    makespanUs: 12_345,
    limit: null,
    remarks: [],
    ...more,
  };
}

const IDLE: LinkUse = {
  payload: 0,
  header: 0,
  dllp: 0,
  skp: 0,
  idle: 1,
  bytesPerSecond: 0,
  utilisation: 0,
  demand: 0,
  flows: [],
};

export function linkReportOf(title: string, up: Partial<LinkUse> = {}): LinkReport {
  return {
    upper: id('02:00.0'),
    lower: id('03:00.0'),
    title,
    rate: { gts: 32, width: 16 },
    capacity: 63e9,
    up: { ...IDLE, ...up },
    down: IDLE,
  };
}

export function reportOf(more: Partial<ThroughputReport> = {}): ThroughputReport {
  return {
    options: USUAL_THROUGHPUT,
    under: 'Linux 6.12, VT-d, strict',
    flows: [],
    groups: [],
    links: [],
    caps: [],
    warnings: [],
    assumed: [],
    ...more,
  };
}
