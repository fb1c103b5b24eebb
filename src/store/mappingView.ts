import type { ConditionRequest } from '../engine/kernel/conditions.ts';
import { type MappingOptions, USUAL_MAPPING } from '../engine/mapping/mappingOptions.ts';
import type { MappingReport } from '../engine/mapping/mappingReport.ts';
import type { ScatterlistId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Scatterlist } from '../model/workload.ts';
import type { SeveralPanel } from './severalView.ts';

/** Conditions and options to hold beside those of the document. */
export interface MappedBeside {
  /** `Linux 5.10`, `IOMMU off`. */
  readonly title: string;
  readonly conditions: Partial<ConditionRequest>;
  readonly options: MappingOptions;
}

/** The sides from which a mapping is looked at. */
export const MAPPING_SIDES = ['picture', 'steps', 'chain', 'pages', 'iova', 'compare'] as const;
export type MappingSide = (typeof MAPPING_SIDES)[number];

/** What the mapping panel looks at; no part of the document. */
export interface MappingView {
  /** The list that is shown; `null`: the first one there is. */
  readonly list: ScatterlistId | null;
  readonly options: MappingOptions;
  /** Index into the report's steps: how far the algorithm has come; `null`: all of it. */
  readonly step: number | null;
  /** The output that is pointed at; lit on the sheet as well. */
  readonly output: number | null;
  /** The input entry that is pointed at. */
  readonly entry: number | null;
  readonly beside: MappedBeside | null;
  /** Absent: the picture. */
  readonly side?: MappingSide;
  /** Absent: two side by side. */
  readonly compareAs?: 'beside' | 'several';
  /** The mappings that are shown several at once. */
  readonly several?: readonly SeveralPanel[];
  /** Have several at once the room of the list's editor, too? Absent: they do. */
  readonly isSeveralWide?: boolean;
}

/** What the engine made of a list. Compare `revision` and `about` before it is shown as valid. */
export interface MappedList {
  readonly revision: number;
  readonly list: ScatterlistId;
  readonly options: MappingOptions;
  /** What it is held beside; `null`: it is under the document's own conditions. */
  readonly beside?: MappedBeside | null;
  readonly report: MappingReport;
}

export const NO_MAPPING: MappingView = {
  list: null,
  options: USUAL_MAPPING,
  step: null,
  output: null,
  entry: null,
  beside: null,
};

/** The list that is looked at: the one that was chosen, else the first of the document. */
export function listInSight(
  machine: Machine | null | undefined,
  { list }: Pick<MappingView, 'list'>,
): Scatterlist | null {
  const lists = machine?.workload.scatterlists ?? [];
  return lists.find(({ id }) => id === list) ?? lists[0] ?? null;
}

/** Another list is looked at from its beginning: what was pointed at is no part of it. */
export function lookedAt(view: MappingView, change: Partial<MappingView>): MappingView {
  const isOther = change.list !== undefined && change.list !== view.list;
  return { ...view, ...(isOther && { step: null, output: null, entry: null }), ...change };
}

/** Have several at once the whole panel? */
export function isSeveralWide({ side, compareAs, isSeveralWide }: MappingView): boolean {
  return side === 'compare' && compareAs === 'several' && isSeveralWide !== false;
}
