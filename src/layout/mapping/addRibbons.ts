import { aboutItem, aboutUnit, isCurrent, type MappingDraft } from './mappingDraft.ts';
import { type Edge, ribbonPath } from './mappingPaths.ts';
import type { UnitRow } from './mappingRows.ts';
import type { Lane, PlacedBars } from './placeBars.ts';

/** From entries through the IOVA space, or past it, to what goes out. */
export function addRibbons(draft: MappingDraft, placed: PlacedBars, dy: number): void {
  const spans = spanEdges(draft, placed, dy);
  const lanes = new Map(placed.lanes.map((lane) => [lane.row, lane]));
  const past: UnitRow[] = [];
  for (const row of draft.rows) {
    if (row.unit.items.some((item) => spans.has(item))) addThrough(draft, row, spans, dy);
    else if (row.unit.output !== null) past.push(row);
  }
  // What passes the column crosses those that enter it: drawn last, it stays one band.
  for (const row of past) addPast(draft, row, lanes.get(row) ?? null, dy);
}

interface SpanEdges {
  readonly left: Edge;
  readonly right: Edge;
}

function spanEdges({ columns }: MappingDraft, { bars }: PlacedBars, dy: number) {
  const { x, width } = columns.iova;
  const edges = new Map<unknown, SpanEdges>();
  for (const bar of bars) {
    for (const { item, top, height } of bar.pieces) {
      if (item === null) continue;
      const y = { top: bar.y + dy + top, bottom: bar.y + dy + top + height };
      edges.set(item, { left: { x, ...y }, right: { x: x + width, ...y } });
    }
  }
  return edges;
}

function addThrough(
  draft: MappingDraft,
  row: UnitRow,
  spans: ReadonlyMap<unknown, SpanEdges>,
  dy: number,
): void {
  const { progress, columns } = draft;
  const { unit, output, badges } = row;
  const right = columns.cpu.x + columns.cpu.width;
  const outs: SpanEdges[] = [];
  unit.items.forEach((item, index) => {
    const place = row.entries[index];
    const span = spans.get(item);
    if (!place || !span) return;
    if (progress.isLaidOut(item.first)) outs.push(span);
    if (!progress.isSized(item.first)) return;
    const from = { x: right, top: place.y + dy, bottom: place.y + place.height + dy };
    draft.ribbons.push({
      key: `in-${item.first}`,
      kind: 'in',
      space: progress.isProgrammed(item.first) ? 'IOVA' : null,
      path: ribbonPath([from, span.left]),
      state: isCurrent(progress, item) ? 'current' : 'done',
      about: aboutItem(item, unit),
    });
  });
  const [first, last] = [outs[0], outs.at(-1)];
  if (!first || !last || unit.output === null) return;
  const height = output.height - badges.length * 16;
  const part = outs.length / unit.items.length;
  const to = { x: columns.wire.x, top: output.y + dy, bottom: output.y + dy + height * part };
  draft.ribbons.push({
    key: `out-${unit.output}`,
    kind: 'out',
    space: 'IOVA',
    path: ribbonPath([{ ...first.right, bottom: last.right.bottom }, to]),
    state: progress.current.output === unit.output ? 'current' : 'done',
    about: aboutUnit(unit),
  });
}

function addPast(draft: MappingDraft, row: UnitRow, lane: Lane | null, dy: number): void {
  const { progress, columns, shown } = draft;
  const { unit, entries, output, badges } = row;
  if (unit.output === null || progress.lengthOf(unit.output) === null) return;
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return;
  const { cpu, iova, wire } = columns;
  const bottom = output.y + output.height - badges.length * 16;
  const from = { x: cpu.x + cpu.width, top: first.y + dy, bottom: last.y + last.height + dy };
  const to = { x: wire.x, top: output.y + dy, bottom: bottom + dy };
  const beside = lane && { top: lane.y + dy, bottom: lane.y + lane.height + dy };
  const along = beside
    ? [
        { x: iova.x - 4, ...beside },
        { x: iova.x + iova.width + 4, ...beside },
      ]
    : [];
  const isUnwritten = shown.mapping.outputs[unit.output]?.address === null;
  draft.ribbons.push({
    key: `past-${unit.output}`,
    kind: isUnwritten ? 'lost' : 'past',
    space: isUnwritten || unit.isMixed ? null : (shown.mapping.outputs[unit.output]?.space ?? null),
    path: ribbonPath([from, ...along, to]),
    state: progress.current.output === unit.output ? 'current' : 'done',
    about: aboutUnit(unit),
  });
}
