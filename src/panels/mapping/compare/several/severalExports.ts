import { mappingText } from '../../../../formats/write/mappingText.ts';
import type { SvgTheme } from '../../../../formats/write/svg/palette.ts';
import { listInSight } from '../../../../store/mappingView.ts';
import type { PeerlaneState } from '../../../../store/state.ts';
import { mappingPictures } from '../../picture/mappingExports.ts';
import { presetShown } from './presetShown.ts';
import { severalDifferences } from './severalDifferences.ts';
import { nameIn, panelOutcome, severalAnswered } from './severalShown.ts';

type Shown = Pick<PeerlaneState, 'document' | 'mapping' | 'results' | 'mappedSeveral'>;

/** As mail is quoted. */
const COLUMNS = 78;

function toldOf(state: Shown) {
  const panels = severalAnswered(state);
  const { document, mapping } = state;
  const list = listInSight(document?.machine, mapping);
  if (!panels || !document || !list) return null;
  const { machine } = document;
  const nameOf = nameIn(state);
  const reports = panels.map(({ report }) => report);
  const of = new Set(mapping.several?.map((panel) => panel.list ?? list.id));
  const name = list.label ?? `a scatterlist for ${nameOf(list.client)}`;
  const preset = presetShown(machine, list, mapping.several ?? []);
  const clients = new Set(reports.map(({ client }) => client));
  const what = of.size === 1 ? name : null;
  return {
    title: [preset?.title ?? (what === null ? 'Several lists' : 'Several at once'), what]
      .filter((part) => part !== null)
      .join(': '),
    words: preset?.text ?? severalDifferences(reports).summary,
    machine:
      clients.size === 1
        ? `${machine.name}, client ${nameOf(reports[0]?.client ?? list.client)}`
        : machine.name,
    nameOf,
    panels: panels.map((each) => ({
      ...each,
      words: panelOutcome(each.report, reports, nameOf),
    })),
  };
}

/** All of them on one page; `null`: not all are answered. */
export function severalPicture(state: Shown, theme: SvgTheme): string | null {
  const told = toldOf(state);
  if (!told) return null;
  const { panels, ...rest } = told;
  return mappingPictures(panels, { ...rest, theme });
}

/** For a mail: one below the other, 78 columns. */
export function severalMail(state: Shown): string | null {
  const told = toldOf(state);
  if (!told) return null;
  const { panels, title, machine, nameOf } = told;
  const rule = '-'.repeat(COLUMNS);
  const parts = panels.map((each) =>
    mappingText(each.report, { head: [each.title, each.report.under, each.words], nameOf }),
  );
  return [`${wrapped(`${title} (${machine})`)}\n`, ...parts].join(`${rule}\n`);
}

function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (last !== '' && longer.length > COLUMNS) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join('\n');
}
