import type { Direction, LinkReport, LinkUse } from '../../../engine/flows/throughputReport.ts';
import { LINK_PARTS, type LinkPart } from './linkParts.ts';

/** One way of a link. */
export interface LinkRow {
  /** Index into the report's links. */
  readonly link: number;
  readonly direction: Direction;
  readonly report: LinkReport;
  readonly use: LinkUse;
  readonly parts: readonly {
    readonly part: LinkPart;
    readonly from: number;
    readonly to: number;
  }[];
}

export type LinkOrder = 'use' | 'place';

/**
 * Both ways of each link, as the machine has them or the fullest first.
 *
 * @param isUsedOnly without links that no flow crosses either way
 */
export function linkRows(
  links: readonly LinkReport[],
  { order, isUsedOnly }: { readonly order: LinkOrder; readonly isUsedOnly: boolean },
): readonly LinkRow[] {
  const shown = links
    .map((report, link) => ({ report, link }))
    .filter(({ report }) => !isUsedOnly || isUsed(report));
  if (order === 'use') shown.sort((a, b) => fullness(b.report) - fullness(a.report));
  return shown.flatMap(({ report, link }) =>
    (['down', 'up'] as const).map((direction) => {
      const use = report[direction];
      return { link, direction, report, use, parts: stacked(use) };
    }),
  );
}

export function isUsed({ up, down }: LinkReport): boolean {
  return [up, down].some(({ flows, payload }) => flows.length > 0 || payload > 0);
}

/** The fuller of both ways; of what is full, that which more is wanted of comes first. */
function fullness({ up, down }: LinkReport): number {
  return Math.max(...[up, down].map((use) => Math.max(use.utilisation, use.demand)));
}

/** The parts of a use one after the other; they end at 1. */
export function stacked(use: LinkUse): LinkRow['parts'] {
  let from = 0;
  return LINK_PARTS.map((part, at) => {
    const to = at === LINK_PARTS.length - 1 ? 1 : Math.min(1, from + Math.max(0, use[part]));
    const stack = { part, from, to };
    from = to;
    return stack;
  });
}
