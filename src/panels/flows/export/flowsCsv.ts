import type {
  CapReport,
  FlowLimit,
  FlowReport,
  GroupReport,
  LinkReport,
  LinkUse,
  ThroughputReport,
} from '../../../engine/flows/throughputReport.ts';
import { refusedBy } from '../list/flowRows.ts';
import { type CsvCell, csvText } from './csv.ts';

const COLUMNS = [
  /** `flow`, `group`, `limit`, `link`, `cap`: what the row is. */
  'record',
  'name',
  /** The group of a flow, the flow of a limit. */
  'of',
  'direction',
  'rate (GB/s)',
  'capacity (GB/s)',
  'at most',
  'refused by',
  'limit kind',
  'limited by',
  'next limited by',
  'next rate (GB/s)',
  'latency (ns)',
  'makespan (us)',
  'payload (part)',
  'header (part)',
  'DLLP (part)',
  'SKP (part)',
  'idle (part)',
  'use (part of what can be filled)',
  'demand (part of what can be filled)',
  'source',
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Partial<Record<Column, CsvCell>>>;

/** Flows, groups, limits, links and caps as one table: rows of several kinds, each with its columns. */
export function flowsCsv(report: ThroughputReport): string {
  const titleOf = new Map(
    [...report.flows, ...report.groups].map(({ id, title }) => [id, title] as const),
  );
  const rows: readonly Row[] = [
    ...report.flows.map((flow) => flowRow(flow, flow.group && (titleOf.get(flow.group) ?? null))),
    ...report.groups.map(groupRow),
    ...report.flows.flatMap((flow) => flow.limits.map((limit) => limitRow(limit, flow))),
    ...report.links.flatMap((link) => [linkRow(link, 'up'), linkRow(link, 'down')]),
    ...report.caps.map(capRow),
  ];
  return csvText([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? null))]);
}

function flowRow(flow: FlowReport, group: string | null): Row {
  const { title, bytesPerSecond, isUpperBound, limit, next, streams } = flow;
  const latencies = streams.flatMap(({ latencyNs }) => latencyNs ?? []);
  return {
    record: 'flow',
    name: title,
    of: group,
    'rate (GB/s)': gigabytes(bytesPerSecond),
    'at most': isUpperBound ? 'yes' : 'no',
    'refused by': refusedBy(flow),
    'limit kind': limit?.kind ?? null,
    'limited by': limit?.where ?? null,
    'next limited by': next?.where ?? null,
    'next rate (GB/s)': gigabytes(next?.bytesPerSecond ?? null),
    'latency (ns)': latencies.length === 0 ? null : Math.max(...latencies),
    source: limit?.source?.title ?? null,
  };
}

function groupRow({ title, bytesPerSecond, makespanUs, limit }: GroupReport): Row {
  return {
    record: 'group',
    name: title,
    'rate (GB/s)': gigabytes(bytesPerSecond),
    'limit kind': limit?.kind ?? null,
    'limited by': limit?.where ?? null,
    'makespan (us)': makespanUs,
    source: limit?.source?.title ?? null,
  };
}

function limitRow({ kind, where, bytesPerSecond, source }: FlowLimit, { title }: FlowReport): Row {
  return {
    record: 'limit',
    name: where,
    of: title,
    'rate (GB/s)': gigabytes(bytesPerSecond),
    'limit kind': kind,
    source: source?.title ?? null,
  };
}

function linkRow(link: LinkReport, direction: 'up' | 'down'): Row {
  const use: LinkUse = link[direction];
  return {
    record: 'link',
    name: link.title,
    direction,
    'rate (GB/s)': gigabytes(use.bytesPerSecond),
    'capacity (GB/s)': gigabytes(link.capacity),
    'payload (part)': use.payload,
    'header (part)': use.header,
    'DLLP (part)': use.dllp,
    'SKP (part)': use.skp,
    'idle (part)': use.idle,
    'use (part of what can be filled)': use.utilisation,
    'demand (part of what can be filled)': use.demand,
  };
}

function capRow({ kind, title, capacity, bytesPerSecond, source }: CapReport): Row {
  return {
    record: 'cap',
    name: title,
    'rate (GB/s)': gigabytes(bytesPerSecond),
    'capacity (GB/s)': gigabytes(capacity),
    'limit kind': kind,
    source: source?.title ?? null,
  };
}

function gigabytes(bytesPerSecond: number | null): number | null {
  return bytesPerSecond === null ? null : bytesPerSecond / 1e9;
}
