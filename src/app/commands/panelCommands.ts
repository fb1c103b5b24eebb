import type { DockTab, LeftTab } from '../../store/state.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { isDockLarge, isPanelShown, showPanel } from '../room/panels.ts';
import type { PanelName } from '../room/room.ts';
import { LEFT_WORDS, PARTS_FIND_ID, TEXT_ID } from '../shell/leftWords.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';

function toggle(
  panel: PanelName,
  what: string | ((context: CommandContext) => string),
  keys: readonly string[],
  words: string,
): Command {
  const isOn = ({ state, room }: CommandContext) => isPanelShown(panel, state.view, room.get());
  return {
    id: `panels.${panel}`,
    group: 'Panels',
    title: (context) => {
      const name = typeof what === 'string' ? `the ${what}` : what(context);
      return `${isOn(context) ? 'Hide' : 'Show'} ${name}`;
    },
    keys,
    keywords: `panel sidebar toggle collapse ${words}`,
    inFields: true,
    when: hasSheet,
    isOn,
    run: (context) => showPanel(panel, !isOn(context), context.room, context.state),
  };
}

function tab(dockTab: DockTab, title: string, keys: readonly string[], keywords: string): Command {
  return {
    id: `panels.${dockTab}`,
    group: 'Panels',
    title,
    keys,
    keywords: `dock tab panel ${keywords}`,
    isFromLink: true,
    when: hasSheet,
    run: ({ state, room }) => {
      state.actions.setView({ dockTab });
      showPanel('dock', true, room, state);
      focusSoon(`tab-${dockTab}`);
    },
  };
}

/** @param focusId what is led to: the tab itself, without */
function left(leftTab: LeftTab, keys: readonly string[], keywords: string, focusId?: string) {
  return {
    id: `panels.${leftTab}`,
    group: 'Panels',
    title: `Show ${LEFT_WORDS[leftTab].the}`,
    keys,
    keywords: `left tab panel ${keywords}`,
    isFromLink: true,
    when: hasSheet,
    run: ({ state, room }) => {
      state.actions.setView({ leftTab });
      showPanel('outline', true, room, state);
      focusSoon(focusId ?? `tab-${leftTab}`);
    },
  } as const satisfies Command;
}

/** What docks round the sheet. */
export const PANEL_COMMANDS: readonly Command[] = [
  toggle(
    'outline',
    ({ state }) => LEFT_WORDS[state.view.leftTab].the,
    ['$mod+b'],
    'tree left list',
  ),
  left('text', ['t'], 'sketch edit write source describe', TEXT_ID),
  left('parts', ['c'], 'catalogue add gpu nvme nic switch library find', PARTS_FIND_ID),
  toggle('dock', 'dock', ['$mod+j'], 'bottom matrix why groups report'),
  {
    id: 'panels.dock-large',
    group: 'Panels',
    title: ({ state, room }) =>
      isDockLarge(state.view, room.get())
        ? 'Dock back to its height'
        : 'Dock over the whole window',
    keys: ['Shift+j'],
    keywords: 'large big maximise full screen enlarge bottom panel mapping matrix projector',
    when: (context) => hasSheet(context) && !context.room.get().isNarrow,
    isOn: ({ state, room }) => isDockLarge(state.view, room.get()),
    run: ({ state, room }) => {
      const isLarge = !isDockLarge(state.view, room.get());
      if (isLarge) showPanel('dock', true, room, state);
      room.set({ isDockLarge: isLarge });
    },
  },
  toggle('inspector', 'inspector', ['$mod+i'], 'right registers properties'),
  tab('matrix', 'Show the matrix', ['1'], 'table all pairs provider client'),
  tab('why', 'Show why', ['2'], 'explanation reasons verdict log fixes'),
  tab('groups', 'Show the IOMMU groups', ['3'], 'isolation iommu passthrough vfio'),
  tab('checks', 'Show the checks', ['4'], 'warnings lanes bifurcation slots mend'),
  tab('addresses', 'Show the address map', ['5'], 'bar window memory space map'),
  tab('mapping', 'Show the mapping of a scatterlist', ['7'], 'dma sgl iova iommu map_sg translate'),
  tab(
    'flows',
    'Show the flows',
    ['8'],
    'throughput bandwidth bytes gb/s rate speed limit bottleneck',
  ),
  tab('report', 'Show the report', ['6'], 'import problems checks remarks'),
  {
    id: 'panels.none',
    group: 'Panels',
    title: ({ room }) => (room.get().isSheetAlone ? 'Bring the panels back' : 'Sheet alone'),
    keys: ['$mod+.'],
    keywords: 'focus mode hide all panels zen full',
    inFields: true,
    when: hasSheet,
    isOn: ({ room }) => room.get().isSheetAlone,
    run: ({ room }) =>
      room.set({ isSheetAlone: !room.get().isSheetAlone, isDockLarge: false, drawer: null }),
  },
];
