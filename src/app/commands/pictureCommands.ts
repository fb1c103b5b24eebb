import type { SvgTheme } from '../../formats/write/svg/palette.ts';
import { downloadText } from '../../store/downloadText.ts';
import { fileNameOf } from '../../store/fileNameOf.ts';
import { listInSight } from '../../store/mappingView.ts';
import { currentTheme } from '../parts/theme.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';
import { orSayNotLoaded } from './orSayNotLoaded.ts';

function picture(
  id: string,
  title: string,
  theme: () => SvgTheme,
  keys: readonly string[] = [],
): Command {
  return {
    id: `document.${id}`,
    group: 'Document',
    title,
    keys,
    keywords: 'export picture image svg download drawing print paper theme',
    when: hasSheet,
    run: (context) => save(context, theme()),
  };
}

/** The drawing as a picture for others, whose screens have looks of their own. */
export const PICTURE_COMMANDS: readonly Command[] = [
  picture('save-picture', 'Save the drawing as SVG', currentTheme, ['$mod+Shift+e']),
  picture('save-picture-light', 'Save the drawing as SVG, light', () => 'light'),
  picture('save-picture-dark', 'Save the drawing as SVG, dark', () => 'dark'),
  {
    id: 'mapping.save-picture',
    group: 'Mapping',
    title: 'Save the mapping as SVG',
    keys: [],
    keywords: 'export picture image svg download scatterlist iova print paper',
    when: hasMapping,
    run: async ({ state }) => {
      const part = await exportsOfMapping(state);
      part?.saveMapping(state, currentTheme());
    },
  },
  {
    id: 'mapping.save-page-table',
    group: 'Mapping',
    title: 'Save the page table as SVG',
    keys: [],
    keywords: 'export picture image svg download iommu iotlb iova print paper',
    when: (context) =>
      hasMapping(context) && (context.state.mapped?.report.iommu?.runs.length ?? 0) > 0,
    run: async ({ state }) => {
      const part = await exportsOfMapping(state);
      part?.savePageTable(state, currentTheme());
    },
  },
  {
    id: 'mapping.copy-text',
    group: 'Mapping',
    title: 'Copy the mapping as text',
    keys: [],
    keywords: 'mail clipboard 78 columns scatterlist iova export',
    when: hasMapping,
    run: async ({ state }) => {
      const part = await exportsOfMapping(state);
      await part?.copyMapping(state);
    },
  },
];

/** An answer for the list that is in sight now, and not for what it was before. */
function hasMapping({ state: { document, mapping, mapped } }: CommandContext): boolean {
  return (
    document !== null &&
    mapped !== null &&
    mapped.revision === document.revision &&
    mapped.options === mapping.options &&
    mapped.list === listInSight(document.machine, mapping)?.id
  );
}

function exportsOfMapping(state: CommandContext['state']) {
  return orSayNotLoaded(import('../../panels/mapping/picture/saveMapping.ts'), state);
}

async function save({ state }: CommandContext, theme: SvgTheme): Promise<void> {
  const { document, actions } = state;
  const part = await orSayNotLoaded(import('../picture/pictureOf.ts'), state);
  const svg = part?.pictureOf(state, theme) ?? null;
  if (svg === null || document === null) return;
  const name = fileNameOf(document.machine.name, 'svg');
  downloadText(svg, name, 'image/svg+xml');
  actions.notify('info', `Saved as ${name} in your downloads, in ${theme} colours.`);
}
