import { extraHeight, MAPPING_METRICS } from './mappingMetrics.ts';
import type { MappingShown, ShownRange } from './mappingShown.ts';
import type { EntryItem, MappingUnit } from './mappingUnits.ts';

/** A stretch of an IOVA range, as tall as it is drawn; `top` counts from the bar's own top. */
export interface BarPiece {
  readonly kind: 'span' | 'offset' | 'tail' | 'padding' | 'spare';
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
  /** Whose span it is. */
  readonly item: EntryItem | null;
}

export interface IovaBar {
  readonly range: ShownRange;
  /** Place in the mapping's ranges. */
  readonly index: number;
  readonly pieces: readonly BarPiece[];
  readonly height: number;
}

/** The page that spans are rounded to, as x86 IOMMUs have it. */
const PAGE = 4096;

interface Span {
  readonly item: EntryItem;
  readonly from: number;
  readonly to: number;
}

/** Each IOVA range in order of addresses: the list's spans and all that is mapped or taken besides. */
export function iovaBars(shown: MappingShown, units: readonly MappingUnit[]): readonly IovaBar[] {
  const spans = units.flatMap((unit) => spansOf(shown, unit));
  return shown.mapping.iova.flatMap((range, index) => {
    const end = range.base + Math.max(range.size, range.reserved);
    const own = spans.filter(({ from }) => from >= range.base && from < end);
    return own.length === 0 ? [] : [barOf(range, index, own)];
  });
}

/** Where an output's entries lie: without a gap, as only its first has an offset. */
function spansOf(shown: MappingShown, unit: MappingUnit): readonly Span[] {
  const { outputs } = shown.mapping;
  if (unit.output === null) return [];
  if (unit.outputs > 1) {
    const all = outputs.slice(unit.output, unit.output + unit.outputs);
    const mapped = all.filter(({ space, address }) => space === 'IOVA' && address !== null);
    const [first, last] = [mapped[0], mapped.at(-1)];
    const [item] = unit.items;
    if (!first || !last || !item) return [];
    const from = first.address ?? 0;
    // Ranges of their own are handed out from above: then the first stands for all.
    const end = (last.address ?? 0) < from ? first : last;
    return [{ item, from, to: (end.address ?? 0) + end.length }];
  }
  const output = outputs[unit.output];
  if (output?.space !== 'IOVA' || output.address === null) return [];
  let from = output.address;
  return unit.items.map((item) => {
    let to = from;
    for (let at = item.first; at < item.first + item.count; at++) {
      to += shown.entries[at]?.length ?? 0;
    }
    const span = { item, from, to };
    from = to;
    return span;
  });
}

function barOf(range: ShownRange, index: number, spans: readonly Span[]): IovaBar {
  const pieces: BarPiece[] = [];
  let top = 0;
  let at = range.base;
  const add = (kind: BarPiece['kind'], to: number, item: EntryItem | null) => {
    if (to <= at) return;
    const height = heightOf(kind, to - at, item);
    pieces.push({ kind, from: at, to, top, height, item });
    top += height;
    at = to;
  };
  for (const { item, from, to } of spans) {
    add('tail', Math.min(Math.ceil(at / PAGE) * PAGE, from), null);
    add('padding', Math.floor(from / PAGE) * PAGE, null);
    add('offset', from, null);
    add('span', to, item);
  }
  const end = range.base + range.size;
  add('tail', Math.min(Math.ceil(at / PAGE) * PAGE, end), null);
  add('padding', end, null);
  add('spare', range.base + range.reserved, null);
  return { range, index, pieces, height: top };
}

function heightOf(kind: BarPiece['kind'], bytes: number, item: EntryItem | null): number {
  const { span, run } = MAPPING_METRICS;
  if (kind !== 'span') return span.hatch;
  return item && item.count > 1 ? run.height : span.height + extraHeight(bytes);
}
