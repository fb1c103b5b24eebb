import type { LinkReport, LinkUse } from '../../../engine/flows/throughputReport.ts';
import { type CsvCell, csvText } from '../export/csv.ts';
import { LINK_PARTS } from './linkParts.ts';

const HEADER = [
  'link',
  'upper',
  'lower',
  'gts',
  'width',
  'direction',
  'capacity_bytes_per_second',
  'payload_bytes_per_second',
  ...LINK_PARTS,
  'utilisation',
  'demand',
  'flows',
] as const;

/** Every link both ways, used or not: rates in bytes a second, parts of what is after line code. */
export function linksCsv(links: readonly LinkReport[]): string {
  const rows = links.flatMap((report) =>
    (['up', 'down'] as const).map((direction) => row(report, direction, report[direction])),
  );
  return csvText([HEADER, ...rows]);
}

function row(report: LinkReport, direction: string, use: LinkUse): readonly CsvCell[] {
  const { title, upper, lower, rate, capacity } = report;
  return [
    title,
    upper,
    lower,
    rate?.gts ?? null,
    rate?.width ?? null,
    direction,
    capacity,
    use.bytesPerSecond,
    ...LINK_PARTS.map((part) => use[part]),
    use.utilisation,
    use.demand,
    use.flows.join(' '),
  ];
}
