import type { MappingOptions } from '../engine/mapping/mappingOptions.ts';
import type { MappingReport } from '../engine/mapping/mappingReport.ts';
import type { ScatterlistId } from '../model/ids.ts';
import type { IommuMode } from '../model/settings.ts';

/** More do not fit on a slide. */
export const MOST_PANELS = 6;

/**
 * A mapping among several: what is other than in the document, as it is wanted, so that it follows the
 * document. `null`: the same.
 */
export interface SeveralPanel {
  /** Of its own among the panels. */
  readonly id: string;
  /** What stands above it; `null`: what is other about it. */
  readonly title: string | null;
  /** `null`: the list that is looked at. */
  readonly list: ScatterlistId | null;
  /** Of the list: all, its host memory only, or its first entry of peer memory alone. */
  readonly part: 'whole' | 'ram' | 'first-peer';
  /** An era's id. */
  readonly kernel: string | null;
  readonly iommu: IommuMode | null;
  /** Have ports that can redirect peers do it: as booted, with `pci=disable_acs_redir=` or without. */
  readonly redirect: 'on' | 'off' | null;
  /** What is left out is as the panel's own options are. */
  readonly options: Partial<Pick<MappingOptions, 'fidelity' | 'driver' | 'design' | 'limits'>>;
}

export const PLAIN_PANEL: Omit<SeveralPanel, 'id'> = {
  title: null,
  list: null,
  part: 'whole',
  kernel: null,
  iommu: null,
  redirect: null,
  options: {},
};

/** What the engine said of a panel. Compare `about` with what would be asked now. */
export interface SeveralAnswer {
  readonly about: string;
  /** Which entries of which list: an entry's number means the same within one of these. */
  readonly of: string;
  readonly report: MappingReport | null;
  /** Why there is none. */
  readonly trouble: string | null;
}
