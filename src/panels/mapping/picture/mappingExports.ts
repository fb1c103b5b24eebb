import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { mappingText } from '../../../formats/write/mappingText.ts';
import { iommuSvg } from '../../../formats/write/svg/mapping/iommuSvg.ts';
import { mappingSvg } from '../../../formats/write/svg/mapping/mappingSvg.ts';
import type { SvgTheme } from '../../../formats/write/svg/palette.ts';
import type { IommuScene } from '../../../layout/iommu/iommuScene.ts';
import { layOutPageTable, leftOutWords } from '../../../layout/iommu/layOutPageTable.ts';
import { layOutUnmapWindow } from '../../../layout/iommu/layOutUnmapWindow.ts';
import { layOutMapping } from '../../../layout/mapping/layOutMapping.ts';
import { counted } from '../../../layout/mapping/mappingWords.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { listInSight } from '../../../store/mappingView.ts';
import { partNamed } from '../../../store/partNamed.ts';
import type { PeerlaneState } from '../../../store/state.ts';
import { leadsTo } from '../iommu/leadsTo.ts';
import { pageTableShown } from '../iommu/pageTableShown.ts';
import { outcomeWords } from '../outcomeWords.ts';

type Shown = Pick<PeerlaneState, 'document' | 'mapping' | 'mapped'>;

/** On a page the columns stand as wide as this, several beside each other closer. */
const ALONE = 1000;
const BESIDE = 640;
const IN_THREES = 500;

interface Told {
  readonly report: MappingReport;
  readonly title: string;
  readonly words: string;
  readonly machine: string;
  readonly nameOf: (id: string) => string;
}

/** The list in sight with its answer; `null`: there is none, or not for this state of the document. */
function toldOf({ document, mapping, mapped }: Shown): Told | null {
  const list = listInSight(document?.machine, mapping);
  if (!document || !list || mapped?.list !== list.id) return null;
  if (mapped.revision !== document.revision || mapped.options !== mapping.options) return null;
  const { machine } = document;
  const nameOf = (id: string) => partNamed(machine, id as FunctionId);
  const { report } = mapped;
  return {
    report,
    title: list.label ?? `A scatterlist for ${nameOf(list.client)}`,
    words: outcomeWords(report, nameOf),
    machine: machine.name,
    nameOf,
  };
}

export function canExportMapping(state: Shown): boolean {
  return toldOf(state) !== null;
}

/** The picture for a page: as far as it is stepped through where the steps are in sight, else whole. */
export function mappingPicture(state: Shown, theme: SvgTheme): string | null {
  const told = toldOf(state);
  if (!told) return null;
  const { report, title, words, machine, nameOf } = told;
  const step = state.mapping.side === 'steps' ? state.mapping.step : null;
  const scene = layOutMapping(report, { width: ALONE, step, nameOf });
  const at = report.steps[step ?? -1];
  return mappingSvg([{ title: report.under, scene }], {
    title,
    words: at && step !== null ? `Step ${step + 1} of ${report.steps.length}: ${at.text}` : words,
    theme,
    ground: 'paper',
    footer: footerOf(machine, report, nameOf),
  });
}

/** The IOMMU's table for the list, and what is left of it after unmapping; `null`: there is none. */
export function pageTablePicture(state: Shown, theme: SvgTheme): string | null {
  const told = toldOf(state);
  if (!told) return null;
  const { report, title, machine, nameOf } = told;
  const { iommu } = report;
  if (!iommu) return null;
  const { drawn, leftOut } = pageTableShown(iommu);
  if (!drawn) return null;
  const table = layOutPageTable(drawn, {
    width: ALONE,
    leadsTo: (run) => leadsTo(run, report, nameOf),
    leftOut: leftOutWords(leftOut),
  });
  return iommuSvg([table, layOutUnmapWindow(iommu.afterUnmap.windowMs)], {
    title: `${title}: the IOMMU’s page table`,
    words: `${counted(iommu.iotlbEntries, 'IOTLB entry', 'IOTLB entries')}. ${iommu.afterUnmap.text}`,
    theme,
    ground: 'paper',
    footer: footerOf(machine, report, nameOf),
  });
}

/** The space of addresses of the client's domain, as somebody has tried it out. */
export function iovaSpacePicture(
  state: Shown,
  theme: SvgTheme,
  { scene, words }: { readonly scene: IommuScene; readonly words: string },
): string | null {
  const told = toldOf(state);
  if (!told) return null;
  const { report, machine, nameOf } = told;
  const title = `The space of addresses of ${nameOf(report.client)}`;
  const footer = footerOf(machine, report, nameOf);
  return iommuSvg([scene], { title, words, theme, ground: 'paper', footer });
}

/** One of several mappings on a page: what sets it apart, and what came out. */
export interface MappingOnPage {
  readonly title: string;
  readonly words: string;
  readonly report: MappingReport;
}

/** Lists under several conditions on one page, in rows. */
export function mappingPictures(
  panels: readonly MappingOnPage[],
  options: {
    readonly title: string;
    readonly words: string;
    readonly machine: string;
    readonly theme: SvgTheme;
    readonly nameOf: (id: string) => string;
  },
): string {
  const { title, words, machine, theme, nameOf } = options;
  const perRow = panels.length === 4 ? 2 : Math.min(3, panels.length);
  const width = perRow < 3 ? BESIDE : IN_THREES;
  const drawn = panels.map(({ report, ...each }) => ({
    ...each,
    scene: layOutMapping(report, { width, least: width, step: null, nameOf }),
  }));
  const footer = [machine, ...panels.map((each) => `${each.title}: ${each.report.under}`)];
  return mappingSvg(drawn, { title, words, theme, ground: 'paper', footer, perRow });
}

/** For a mail: 78 columns. */
export function mappingMail(state: Shown): string | null {
  const told = toldOf(state);
  if (!told) return null;
  const { report, title, machine, nameOf } = told;
  return mappingText(report, {
    head: [title, `${machine}, client ${nameOf(report.client)}`, report.under],
    nameOf,
  });
}

function footerOf(
  machine: string,
  { client, under, chosen }: MappingReport,
  nameOf: (id: string) => string,
): readonly string[] {
  const call = chosen.chain.at(-1)?.call;
  return [
    `${machine}, client ${nameOf(client)}`,
    `Judged as ${under}${call === undefined ? '' : `; mapped by ${call}`}`,
  ];
}
