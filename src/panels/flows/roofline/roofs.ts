import type { FlowCurves, LimitKind } from '../../../engine/flows/throughputReport.ts';

/** One or several limits that are the same at every size. */
export interface Roof {
  readonly kind: LimitKind;
  /** `Gen5 x16 above gpu1, downwards, and 2 more`. */
  readonly words: string;
  /** Of each of them, by itself. */
  readonly wheres: readonly string[];
  readonly bytesPerSecond: readonly (number | null)[];
  /** Its lowest part against what the flow could have there: 1 where it binds, 3 where it is three times as high. */
  readonly distance: number;
}

/** So near to each other limits are one line. */
const SAME = 1e-3;

/** What could hold a flow back, the tightest first; limits that are drawn as one line are one. */
export function roofs({ limits }: Pick<FlowCurves, 'limits'>): readonly Roof[] {
  const least = envelope({ limits });
  const found: (Roof & { readonly wheres: string[] })[] = [];
  for (const { kind, where, bytesPerSecond } of limits) {
    const known = bytesPerSecond.map((rate) =>
      rate !== null && Number.isFinite(rate) && rate > 0 ? rate : null,
    );
    const distance = Math.min(
      ...known.map((rate, at) =>
        rate === null ? Number.POSITIVE_INFINITY : rate / (least[at] ?? rate),
      ),
    );
    if (!Number.isFinite(distance)) continue;
    const same = found.find((each) => isSame(each.bytesPerSecond, known));
    if (same) same.wheres.push(where);
    else found.push({ kind, words: where, wheres: [where], bytesPerSecond: known, distance });
  }
  return found
    .map((roof) => {
      const more = roof.wheres.length - 1;
      return more === 0 ? roof : { ...roof, words: `${roof.words}, and ${more} more` };
    })
    .sort((a, b) => a.distance - b.distance);
}

/** The lowest of all limits at each size; `null`: none says anything there. */
export function envelope({ limits }: Pick<FlowCurves, 'limits'>): readonly (number | null)[] {
  const count = Math.max(0, ...limits.map(({ bytesPerSecond }) => bytesPerSecond.length));
  return Array.from({ length: count }, (_, at) => {
    const known = limits.flatMap(({ bytesPerSecond }) => {
      const rate = bytesPerSecond[at] ?? null;
      return rate !== null && Number.isFinite(rate) && rate > 0 ? [rate] : [];
    });
    return known.length === 0 ? null : Math.min(...known);
  });
}

function isSame(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  return a.every((rate, at) => {
    const other = b[at] ?? null;
    if (rate === null || other === null) return rate === other;
    return Math.abs(rate - other) <= SAME * Math.max(rate, other);
  });
}
