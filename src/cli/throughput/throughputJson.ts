import type {
  CapReport,
  FlowLimit,
  FlowReport,
  GroupReport,
  LinkReport,
  LinkUse,
  ThroughputReport,
} from '../../engine/flows/throughputReport.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { FunctionNames } from '../functionNames.ts';
import type { FlowNames } from './flowNames.ts';

export interface ReportNames {
  readonly flow: FlowNames;
  readonly function: FunctionNames;
}

/** A report as JSON shows it: rates in GB/s (1e9), parts of a link's bytes, each direction a row. */
export function throughputJson(
  report: ThroughputReport,
  names: ReportNames,
  assumed: readonly string[],
): object {
  return {
    under: report.under,
    flows: report.flows.map((flow) => flowJson(flow, names)),
    groups: report.groups.map((group) => groupJson(group, names)),
    links: report.links.flatMap((link) => linkJson(link, names)),
    caps: report.caps.map((cap) => capJson(cap, names)),
    warnings: report.warnings.map(({ kind, text, flows }) => ({
      kind,
      text,
      flows: flows.map(names.flow),
    })),
    assumed,
  };
}

function flowJson(flow: FlowReport, names: ReportNames): object {
  const latencies = flow.streams.flatMap(({ latencyNs }) => latencyNs ?? []);
  return {
    id: names.flow(flow.id),
    title: flow.title,
    ...(flow.group !== null && { group: names.flow(flow.group) }),
    GBps: gbpsOrNull(flow.bytesPerSecond),
    eachWayGBps: flow.bytesPerSecondEachWay.map(gbps),
    limit: flow.limit && limitJson(flow.limit),
    next: flow.next && { ...limitJson(flow.next), GBps: gbps(flow.next.bytesPerSecond) },
    latencyNs: latencies.length === 0 ? null : tidy(Math.max(...latencies)),
    isUpperBound: flow.isUpperBound,
    streams: flow.streams.map((stream) => ({
      title: stream.title,
      operation: stream.operation,
      route: stream.route,
      GBps: gbpsOrNull(stream.bytesPerSecond),
      tlpsPerSecond: stream.tlpsPerSecond && {
        requests: Math.round(stream.tlpsPerSecond.requests),
        completions: Math.round(stream.tlpsPerSecond.completions),
      },
      latencyNs: stream.latencyNs === null ? null : tidy(stream.latencyNs),
      isRefusedByLinux: stream.isRefusedByLinux,
    })),
    remarks: flow.remarks,
  };
}

function limitJson({ kind, where, text }: FlowLimit) {
  return { kind, where, text };
}

function groupJson(group: GroupReport, names: ReportNames): object {
  return {
    id: names.flow(group.id),
    pattern: group.pattern,
    GBps: gbpsOrNull(group.bytesPerSecond),
    steadyGBps: gbpsOrNull(group.steadyBytesPerSecond),
    makespanUs: group.makespanUs === null ? null : tidy(group.makespanUs),
    sizeBytes: group.sizeBytes,
    limit: group.limit && limitJson(group.limit),
    flows: group.flows.map(names.flow),
    remarks: group.remarks,
  };
}

/** Downwards, then upwards. */
function linkJson(link: LinkReport, names: ReportNames): readonly object[] {
  const way = (from: FunctionId, to: FunctionId, use: LinkUse): object => ({
    from: names.function(from),
    to: names.function(to),
    gts: link.rate?.gts ?? null,
    width: link.rate?.width ?? null,
    capacityGBps: gbpsOrNull(link.capacity),
    payload: tidy(use.payload),
    header: tidy(use.header),
    dllp: tidy(use.dllp),
    skp: tidy(use.skp),
    idle: tidy(use.idle),
    GBps: gbps(use.bytesPerSecond),
    utilisation: tidy(use.utilisation),
    demand: tidy(use.demand),
    flows: use.flows.map(names.flow),
  });
  return [way(link.upper, link.lower, link.down), way(link.lower, link.upper, link.up)];
}

function capJson(
  { kind, title, capacity, bytesPerSecond, source, flows }: CapReport,
  names: ReportNames,
) {
  return {
    kind,
    title,
    capacityGBps: gbpsOrNull(capacity),
    GBps: gbps(bytesPerSecond),
    source,
    flows: flows.map(names.flow),
  };
}

/** Digits beyond these say nothing. */
const tidy = (value: number): number => Number(value.toFixed(6));
/** Rates may be small and still count. */
const gbps = (bytesPerSecond: number): number => Number((bytesPerSecond / 1e9).toPrecision(7));
const gbpsOrNull = (bytesPerSecond: number | null): number | null =>
  bytesPerSecond === null ? null : gbps(bytesPerSecond);
