import type { TextRole } from '../scene.ts';
import type { MappingColumns } from './mappingMetrics.ts';
import type { MappingProgress } from './mappingProgress.ts';
import type { UnitRow } from './mappingRows.ts';
import type {
  MappingAbout,
  MappingBox,
  MappingHatch,
  MappingLine,
  MappingRibbon,
  MappingTag,
  MappingText,
  MappingTone,
} from './mappingScene.ts';
import type { AddressSpace, MappingShown } from './mappingShown.ts';
import type { EntryItem, MappingUnit } from './mappingUnits.ts';

/** The picture while it is being laid out. */
export interface MappingDraft {
  readonly shown: MappingShown;
  readonly nameOf: (provider: string) => string;
  readonly progress: MappingProgress;
  readonly columns: MappingColumns;
  /** Their heights count from the top of the list. */
  readonly rows: readonly UnitRow[];
  readonly boxes: MappingBox[];
  readonly hatches: MappingHatch[];
  readonly ribbons: MappingRibbon[];
  readonly tags: MappingTag[];
  readonly lines: MappingLine[];
  readonly texts: MappingText[];
}

export interface Written {
  readonly anchor?: MappingText['anchor'];
  readonly tone?: MappingTone;
  readonly on?: AddressSpace | null;
  readonly about?: MappingAbout | null;
}

export function write(
  draft: MappingDraft,
  text: string,
  role: TextRole,
  at: { readonly x: number; readonly y: number },
  { anchor = 'start', tone = 'ink', on = null, about = null }: Written = {},
): void {
  if (text === '') return;
  const place = { x: Math.round(at.x), y: Math.round(at.y) };
  draft.texts.push({ ...place, role, text, anchor, tone, on, about });
}

export function aboutUnit({ output, outputs, items }: MappingUnit): MappingAbout {
  const first = items[0]?.first ?? 0;
  const last = items.at(-1);
  const count = last ? last.first + last.count - first : 0;
  return { first, count, output, outputs };
}

export function aboutItem(
  { first, count }: EntryItem,
  { output, outputs }: MappingUnit,
): MappingAbout {
  return { first, count, output, outputs };
}

/** Is the step about one of these entries? */
export function isCurrent({ current }: MappingProgress, { first, count }: EntryItem): boolean {
  return current.entry !== null && current.entry >= first && current.entry < first + count;
}
