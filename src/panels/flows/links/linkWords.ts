import type { FlowId } from '../../../model/ids.ts';
import { generationName } from '../../../model/linkState.ts';
import { rateWords } from '../words/rateWords.ts';
import { LINK_PARTS, PART_WORDS, percentWords } from './linkParts.ts';
import type { LinkRow } from './linkRows.ts';

/** More is wanted of it than it could carry; what rounds to `1.0×` is merely full. */
export function isOversubscribed({ use }: Pick<LinkRow, 'use'>): boolean {
  return use.demand >= 1.05;
}

/** It is full, and more is wanted: this is where flows wait, not somewhere before it. */
export function isCongested(row: Pick<LinkRow, 'use'>): boolean {
  return isOversubscribed(row) && row.use.utilisation >= 0.995;
}

/** `1.8× wanted`. */
export function demandWords({ use }: Pick<LinkRow, 'use'>): string {
  const { demand } = use;
  return `${demand < 9.95 ? demand.toFixed(1) : Math.round(demand)}× wanted`;
}

/** `Gen5 x16`; `not shown` where the input has no rate. */
export function rateName({ report }: Pick<LinkRow, 'report'>): string {
  const { rate } = report;
  return rate === null ? 'rate not shown' : `${generationName(rate.gts)} x${rate.width}`;
}

/** All of a bar in a sentence, for details and for those who hear it. */
export function linkRowWords(row: LinkRow, titleOf: (id: FlowId) => string): string {
  const { report, direction, use } = row;
  const head = `${report.title}, ${direction}, ${rateName(row)}`;
  if (report.capacity === null) return `${head}: how much it could carry is not known`;
  const parts = LINK_PARTS.map((part) => `${percentWords(use[part])} ${PART_WORDS[part]}`);
  const wanted = isOversubscribed(row) ? `, ${demandWords(row)}` : '';
  const flows =
    use.flows.length === 0 ? 'no flow' : shortList(use.flows.map((flow) => titleOf(flow)));
  return `${head}: ${rateWords(use.bytesPerSecond)}, ${percentWords(use.utilisation)} of what can be filled${wanted}. ${parts.join(', ')}. ${flows}.`;
}

const MOST_NAMED = 4;

function shortList(titles: readonly string[]): string {
  const named = titles.slice(0, MOST_NAMED).join(', ');
  const more = titles.length - MOST_NAMED;
  return more > 0 ? `${named} and ${more} more` : named;
}
