import type { Command, CommandContext } from './command.ts';
import { hasSheet } from './command.ts';
import { about, chosenOnSheet } from './structureCommands.ts';

const isChosen = (context: CommandContext) => chosenOnSheet(context) !== null;

/** Copies of parts. Keys are the browser's own: what they do is in `app/clipboard`. */
export const CLIPBOARD_COMMANDS: readonly Command[] = [
  {
    id: 'edit.cut',
    group: 'Edit',
    title: about('Cut'),
    keys: [],
    browserKeys: ['$mod+x'],
    keywords: 'clipboard move take',
    when: isChosen,
    run: () => byEvent('cut'),
  },
  {
    id: 'edit.copy',
    group: 'Edit',
    title: about('Copy'),
    keys: [],
    browserKeys: ['$mod+c'],
    keywords: 'clipboard mail text sketch',
    when: isChosen,
    run: () => byEvent('copy'),
  },
  {
    id: 'edit.paste',
    group: 'Edit',
    title: 'Paste',
    keys: [],
    browserKeys: ['$mod+v'],
    keywords: 'clipboard insert put in',
    when: hasSheet,
    run: async ({ state }) => {
      const { pasteFromMenu } = await import('../clipboard/pasteFromMenu.ts');
      await pasteFromMenu(state);
    },
  },
  {
    id: 'edit.duplicate',
    group: 'Edit',
    title: about('Duplicate'),
    keys: ['$mod+d'],
    keywords: 'copy again twice double',
    when: (context) => {
      const chosen = chosenOnSheet(context);
      return chosen !== null && (chosen.devices.length > 0 || chosen.hosts.length > 0);
    },
    run: ({ state }) => state.actions.duplicate(),
  },
];

async function byEvent(kind: 'copy' | 'cut'): Promise<void> {
  const { copyByEvent } = await import('../clipboard/copyByEvent.ts');
  await copyByEvent(kind);
}
