import type { DockTab } from '../../store/state.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { isPanelShown, showPanel } from '../room/panels.ts';
import type { PanelName } from '../room/room.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';

function toggle(panel: PanelName, what: string, keys: readonly string[], words: string): Command {
  const isOn = ({ state, room }: CommandContext) => isPanelShown(panel, state.view, room.get());
  return {
    id: `panels.${panel}`,
    group: 'Panels',
    title: (context) => `${isOn(context) ? 'Hide' : 'Show'} the ${what}`,
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
    when: hasSheet,
    run: ({ state, room }) => {
      state.actions.setView({ dockTab });
      showPanel('dock', true, room, state);
      focusSoon(`tab-${dockTab}`);
    },
  };
}

/** What docks round the sheet. */
export const PANEL_COMMANDS: readonly Command[] = [
  toggle('outline', 'outline', ['$mod+b'], 'tree left list'),
  toggle('dock', 'dock', ['$mod+j'], 'bottom matrix why groups report'),
  toggle('inspector', 'inspector', ['$mod+i'], 'right registers properties'),
  tab('matrix', 'Show the matrix', ['1'], 'table all pairs provider client'),
  tab('why', 'Show why', ['2'], 'explanation reasons verdict log fixes'),
  tab('groups', 'Show the IOMMU groups', ['3'], 'isolation iommu passthrough vfio'),
  tab('report', 'Show the report', ['4'], 'import problems checks remarks'),
  {
    id: 'panels.none',
    group: 'Panels',
    title: ({ room }) => (room.get().isSheetAlone ? 'Bring the panels back' : 'Sheet alone'),
    keys: ['$mod+.'],
    keywords: 'focus mode hide all panels zen full',
    inFields: true,
    when: hasSheet,
    isOn: ({ room }) => room.get().isSheetAlone,
    run: ({ room }) => room.set({ isSheetAlone: !room.get().isSheetAlone, drawer: null }),
  },
];
