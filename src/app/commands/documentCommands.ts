import { COLLECT_COMMAND } from '../../formats/read/context/collect.ts';
import { copyText } from '../../parts/copyText.ts';
import { chooseFile } from '../opening/chooseFile.ts';
import type { Command, CommandContext } from './command.ts';
import { sayCopied } from './sayCopied.ts';

const isOpen = ({ state }: CommandContext) => state.document !== null;

/** Bringing machines in and taking them away. */
export const DOCUMENT_COMMANDS: readonly Command[] = [
  {
    id: 'document.open',
    group: 'Document',
    title: 'Open or paste…',
    keys: ['$mod+Shift+o'],
    keywords: 'import lspci dump text new load collect',
    inFields: true,
    run: ({ room }) => room.set({ dialog: 'open' }),
  },
  {
    id: 'document.open-file',
    group: 'Document',
    title: 'Open a file…',
    keys: ['$mod+o'],
    keywords: 'import load lspci dump',
    inFields: true,
    run: ({ state }) => void chooseFile(state.actions.openFile),
  },
  {
    id: 'document.save',
    group: 'Document',
    title: 'Save to a file',
    keys: ['$mod+s'],
    keywords: 'download export json',
    inFields: true,
    when: isOpen,
    run: ({ state }) => void state.actions.saveFile(),
  },
  {
    id: 'document.example',
    group: 'Document',
    title: 'Open the example',
    keys: [],
    keywords: 'demo sample server',
    run: ({ state, room }) => {
      room.set({ isStartShown: false });
      void state.actions.openExample();
    },
  },
  {
    id: 'document.start-page',
    group: 'Document',
    title: ({ room }) => (room.get().isStartShown ? 'Back to the document' : 'Start page'),
    keys: [],
    keywords: 'new close empty examples welcome',
    when: isOpen,
    run: ({ room }) => room.set({ isStartShown: !room.get().isStartShown }),
  },
  {
    id: 'document.copy-tree',
    group: 'Document',
    title: 'Copy tree as text',
    keys: [],
    keywords: 'lspci -tv clipboard mail',
    when: isOpen,
    run: (context) => void copyTree(context),
  },
  {
    id: 'document.copy-collect',
    group: 'Document',
    title: 'Copy the command that collects',
    keys: [],
    keywords: 'lspci clipboard root sudo',
    run: ({ state }) =>
      void copyText(COLLECT_COMMAND).then((done) => sayCopied(state, done, 'the command')),
  },
];

/** Wide enough for nearly every name. */
const TREE_COLUMNS = 160;

async function copyTree({ state }: CommandContext): Promise<void> {
  if (state.document === null) return;
  const { machine, titles } = state.document;
  const { NO_MARK, writeLspciTree } = await import('../../formats/write/writeLspciTree.ts');
  const text = writeLspciTree(machine, {
    name: (fn) => titles.get(fn.id) ?? '',
    mark: NO_MARK,
    width: TREE_COLUMNS,
  });
  sayCopied(state, await copyText(text), 'the tree, as lspci -tv draws it');
}
