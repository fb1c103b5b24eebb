import { addBars } from './addBars.ts';
import { addEntries } from './addEntries.ts';
import { addHeads } from './addHeads.ts';
import { addOutputs } from './addOutputs.ts';
import { addRefusal } from './addRefusal.ts';
import { addRibbons } from './addRibbons.ts';
import { iovaBars } from './iovaBars.ts';
import type { MappingDraft } from './mappingDraft.ts';
import { mappingColumns } from './mappingMetrics.ts';
import { mappingProgress } from './mappingProgress.ts';
import { mappingRows } from './mappingRows.ts';
import type { MappingScene } from './mappingScene.ts';
import type { MappingShown } from './mappingShown.ts';
import { mappingUnits } from './mappingUnits.ts';
import { placeBars } from './placeBars.ts';

export interface MappingLayoutOptions {
  /** CSS pixels that there are; the picture takes from 600 to 1400, as tall as it must be. */
  readonly width: number;
  /** For several in a row: narrower than 600, down to this. */
  readonly least?: number;
  /** How far the algorithm has come, an index into the steps; `null`: all of it. */
  readonly step: number | null;
  /** What a provider is called. */
  readonly nameOf: (provider: string) => string;
}

/**
 * A mapped list as three columns: its entries by CPU address, the IOVA space, what goes out on the wire.
 * Places follow from the whole mapping, so that stepping through it moves nothing.
 */
export function layOutMapping(shown: MappingShown, options: MappingLayoutOptions): MappingScene {
  const units = mappingUnits(shown);
  const bars = iovaBars(shown, units);
  const columns = mappingColumns(options.width, bars.length > 0, options.least);
  const heights = new Map(
    bars.flatMap(({ pieces }) => pieces.map(({ item, height }) => [item, height])),
  );
  const rows = mappingRows(shown, units, ({ items }) =>
    items.reduce((sum, item) => sum + (heights.get(item) ?? 0), 0),
  );
  const draft: MappingDraft = {
    shown,
    nameOf: options.nameOf,
    progress: mappingProgress(shown, options.step),
    columns,
    rows,
    boxes: [],
    hatches: [],
    ribbons: [],
    tags: [],
    lines: [],
    texts: [],
  };
  const head = addHeads(draft);
  const placed = placeBars(rows, bars);
  const top = Math.min(0, placed.top);
  const dy = Math.round(head - top);
  const bottom = Math.max(rows.at(-1)?.bottom ?? 0, placed.bottom);
  addRibbons(draft, placed, dy);
  addBars(draft, placed, dy);
  addEntries(draft, dy);
  addOutputs(draft, dy);
  const end = addRefusal(draft, dy);
  const { boxes, hatches, ribbons, tags, lines, texts } = draft;
  const height = Math.ceil(Math.max(bottom + dy, end) + 8);
  return { width: columns.width, height, boxes, hatches, ribbons, tags, lines, texts };
}
