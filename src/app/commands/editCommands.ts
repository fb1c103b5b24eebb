import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { type Command, hasSheet } from './command.ts';

const named = (what: string, title: string | undefined) =>
  title === undefined ? what : `${what}: ${title}`;

/** Going back and forth, finding, and adding. */
export const EDIT_COMMANDS: readonly Command[] = [
  {
    id: 'edit.undo',
    group: 'Edit',
    title: ({ state }) => named('Undo', state.undoable.at(-1)?.title),
    keys: ['$mod+z'],
    keywords: 'back history revert',
    when: ({ state }) => state.undoable.length > 0,
    run: ({ state }) => state.actions.undo(),
  },
  {
    id: 'edit.redo',
    group: 'Edit',
    title: ({ state }) => named('Redo', state.redoable.at(-1)?.title),
    keys: ['$mod+Shift+z', 'Control+y'],
    keywords: 'again forward history',
    when: ({ state }) => state.redoable.length > 0,
    run: ({ state }) => state.actions.redo(),
  },
  {
    id: 'edit.find',
    group: 'Edit',
    title: 'Find a device',
    keys: ['$mod+f', '/'],
    keywords: 'search address bdf name vendor driver outline',
    inFields: true,
    when: hasSheet,
    run: ({ state, room }) => {
      state.actions.setView({ leftTab: 'outline' });
      showPanel('outline', true, room, state);
      focusSoon('find');
    },
  },
  {
    id: 'edit.add',
    group: 'Edit',
    title: 'Add a part…',
    keys: ['a'],
    keywords: 'insert new catalogue gpu nvme nic switch slot platform host device card plug',
    when: hasSheet,
    run: ({ room }) => room.set({ dialog: 'add' }),
  },
];
