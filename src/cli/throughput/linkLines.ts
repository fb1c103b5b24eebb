import { threeDigits } from '../../base/byteRate.ts';
import type { LinkReport, LinkUse } from '../../engine/flows/throughputReport.ts';
import { generationName } from '../../model/linkState.ts';
import { type Column, tableLines } from './columns.ts';

const number = (title: string): Column => ({ title, isNumber: true });

const LINK_COLUMNS: readonly Column[] = [
  { title: 'link', most: 26 },
  number('GB/s'),
  number('full'),
  number('asked'),
  number('data'),
  number('head'),
  number('DLLP'),
  number('SKP'),
  number('idle'),
];

/** The links that flows cross, each direction that carries anything: how full it is, and with what. */
export function linkLines(links: readonly LinkReport[], width: number): readonly string[] {
  const rows = links.flatMap((link) =>
    (['down', 'up'] as const).flatMap((way) =>
      isUsed(link[way]) ? [cellsOf(link, way, link[way])] : [],
    ),
  );
  if (rows.length === 0) return [];
  return tableLines(
    LINK_COLUMNS,
    rows.map((cells) => cells.map((cell) => [cell])),
    width,
  );
}

/** Acknowledgements of what goes the other way are a use, too. */
const isUsed = ({ flows, payload, header, dllp }: LinkUse): boolean =>
  flows.length > 0 || payload + header + dllp > 0;

function cellsOf(link: LinkReport, way: 'up' | 'down', use: LinkUse): readonly string[] {
  const { rate, title } = link;
  const runs = rate === null ? '' : ` ${generationName(rate.gts)} x${rate.width}`;
  return [
    `${title} ${way},${runs}`.replace(/,$/, ''),
    threeDigits(use.bytesPerSecond / 1e9),
    whole(use.utilisation),
    whole(use.demand),
    ...[use.payload, use.header, use.dllp, use.skp, use.idle].map(percent),
  ];
}

const percent = (part: number): string => `${(Math.max(0, part) * 100).toFixed(1)}%`;
const whole = (part: number): string => `${(part * 100).toFixed(0)}%`;
