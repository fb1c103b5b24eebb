import type { SvgTheme } from '../../formats/write/svg/palette.ts';
import { severalQuestion } from '../../store/severalQuestion.ts';
import { currentTheme } from '../parts/theme.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';
import { orSayNotLoaded } from './orSayNotLoaded.ts';

function save(id: string, title: string, theme: () => SvgTheme): Command {
  return {
    id: `mapping.${id}`,
    group: 'Mapping',
    title,
    keys: [],
    keywords: 'export picture image svg download several compare slide scatterlist iova',
    when: areAnswered,
    run: async ({ state }) => {
      const part = await exportsOfSeveral(state);
      part?.saveSeveral(state, theme());
    },
  };
}

/** Mappings under several conditions at once, and what can be taken along of them. */
export const SEVERAL_COMMANDS: readonly Command[] = [
  {
    id: 'mapping.several',
    group: 'Mapping',
    title: 'Show the mapping under several conditions at once',
    keys: [],
    keywords: 'compare small multiples slide kernels iommu modes spaces',
    when: (context) =>
      hasSheet(context) && (context.state.document?.machine.workload.scatterlists.length ?? 0) > 0,
    run: ({ state, room }) => {
      const { several = [] } = state.mapping;
      state.actions.setView({ dockTab: 'mapping' });
      state.actions.lookAtMapping({ side: 'compare', compareAs: 'several', several });
      showPanel('dock', true, room, state);
      focusSoon('mapping-tab-compare');
    },
  },
  save('save-several', 'Save the mappings as one SVG', currentTheme),
  save('save-several-light', 'Save the mappings as one SVG, light', () => 'light'),
  save('save-several-dark', 'Save the mappings as one SVG, dark', () => 'dark'),
  {
    id: 'mapping.copy-several',
    group: 'Mapping',
    title: 'Copy the mappings as text',
    keys: [],
    keywords: 'mail clipboard 78 columns several compare export',
    when: areAnswered,
    run: async ({ state }) => {
      const part = await exportsOfSeveral(state);
      await part?.copySeveral(state);
    },
  },
];

/** An answer for each of them, for the document as it stands. */
function areAnswered({ state }: CommandContext): boolean {
  const { several = [] } = state.mapping;
  return (
    several.length > 0 &&
    several.every((panel) => {
      const answer = state.mappedSeveral[panel.id];
      return answer?.report && answer.about === severalQuestion(state, panel)?.about;
    })
  );
}

function exportsOfSeveral(state: CommandContext['state']) {
  return orSayNotLoaded(import('../../panels/mapping/compare/several/saveSeveral.ts'), state);
}
