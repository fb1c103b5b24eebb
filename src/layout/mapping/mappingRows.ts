import { extraHeight, MAPPING_METRICS as M } from './mappingMetrics.ts';
import type { MappingShown } from './mappingShown.ts';
import type { MappingUnit } from './mappingUnits.ts';
import { defectWords, fateWords, REASONS_OF_ALL, reasonWords } from './mappingWords.ts';

/** A unit in its band: where its entries and its output stand. */
export interface UnitRow {
  readonly unit: MappingUnit;
  /** Why it begins, where that is said. */
  readonly reason: string;
  readonly badges: readonly string[];
  readonly entries: readonly { readonly y: number; readonly height: number }[];
  readonly output: { readonly y: number; readonly height: number };
  readonly top: number;
  readonly bottom: number;
}

/** @param spanHeight how tall a unit's items are in the IOVA column; 0 where they have no part in it */
export function mappingRows(
  shown: MappingShown,
  units: readonly MappingUnit[],
  spanHeight: (unit: MappingUnit) => number,
): readonly UnitRow[] {
  const rows: UnitRow[] = [];
  let y = 0;
  const said = new Set<string>();
  units.forEach((unit, index) => {
    const reason = reasonOf(shown, unit, said);
    const why = shown.mapping.outputs[unit.output ?? -1]?.why ?? '';
    if (reason !== '') said.add(why);
    if (index > 0) y += reason === '' ? M.gap.unit : M.gap.reason;
    const heights = unit.items.map(({ first, count }) => blockHeight(shown, first, count));
    const inner = heights.reduce((sum, each) => sum + each + M.gap.entry, -M.gap.entry);
    const badges = badgesOf(shown, unit);
    const least = unit.outputs > 1 ? M.run.height + 8 : M.block.height;
    const alone = heights.length === 1 ? Math.min(heights[0] ?? 0, M.block.height + 27) : 0;
    const plain = spanHeight(unit) > 0 ? spanHeight(unit) : alone;
    const own = Math.max(least, plain) + badges.length * M.block.badge;
    const height = Math.max(inner, unit.output === null ? 0 : own);
    let entryY = y + (height - inner) / 2;
    const entries = heights.map((each) => {
      const place = { y: Math.round(entryY), height: each };
      entryY += each + M.gap.entry;
      return place;
    });
    const output = { y: Math.round(y + (height - own) / 2), height: own };
    rows.push({ unit, reason, badges, entries, output, top: y, bottom: y + height });
    y += height;
  });
  return rows;
}

/** A reason that holds for the whole list is said where it is met first. */
function reasonOf(
  shown: MappingShown,
  { output, isMixed }: MappingUnit,
  said: ReadonlySet<string>,
): string {
  const why = shown.mapping.outputs[output ?? -1]?.why;
  if (why === undefined || isMixed || (REASONS_OF_ALL.has(why) && said.has(why))) return '';
  return reasonWords(why, shown.device);
}

function badgesOf(shown: MappingShown, { output, isMixed }: MappingUnit): readonly string[] {
  const of = shown.mapping.outputs[output ?? -1];
  if (!of || isMixed) return [];
  const fate = shown.wire.find((end) => end.output === output)?.fate;
  const words = fate === undefined ? null : fateWords(fate);
  return [...of.defects.map(defectWords), ...(words === null ? [] : [words])];
}

function blockHeight({ entries, mapping }: MappingShown, first: number, count: number): number {
  if (count > 1) return M.run.height;
  const entry = entries[first];
  const isBounced = mapping.bounces?.some((each) => each.entry === first) === true;
  const third = entry?.kind === 'peer' || isBounced ? M.block.third : 0;
  return M.block.height + third + extraHeight(entry?.length ?? 0);
}
