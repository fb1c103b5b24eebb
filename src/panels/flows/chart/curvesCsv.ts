import type { FlowCurves } from '../../../engine/flows/throughputReport.ts';
import { type CsvCell, csvText } from '../export/csv.ts';
import { limitAt } from './limitAt.ts';

/** One flow over its sizes: what it gets, what limits it, and every limit by itself, in bytes a second. */
export function curvesCsv(curves: FlowCurves, flow: string): string {
  const { sizes, alone, withOthers, limits } = curves;
  const header = [
    'flow',
    'size_bytes',
    'alone_bytes_per_second',
    'with_others_bytes_per_second',
    'limited_by',
    ...limits.map(({ kind, where }) => `${kind}: ${where}`),
  ];
  const rows = sizes.map((size, at): readonly CsvCell[] => [
    flow,
    size,
    alone[at] ?? null,
    withOthers[at] ?? null,
    limitAt(curves, at)?.where ?? null,
    ...limits.map(({ bytesPerSecond }) => finite(bytesPerSecond[at])),
  ]);
  return csvText([header, ...rows]);
}

function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
