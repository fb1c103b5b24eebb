import type { FunctionId } from '../../model/ids.ts';
import { copyText } from '../../parts/copyText.ts';
import { downloadText } from '../../store/downloadText.ts';
import { fileNameOf } from '../../store/fileNameOf.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { TEXT_ID } from '../shell/leftWords.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';
import { sayCopied } from './sayCopied.ts';

const isOpen = ({ state }: CommandContext) => state.document !== null;

/** Describing a machine: beginning one, its text, its parts. */
export const BUILD_COMMANDS: readonly Command[] = [
  {
    id: 'document.new',
    group: 'Document',
    title: 'New machine',
    keys: [],
    keywords: 'draw from nothing blank empty sketch create build',
    run: (context) => void startDrawing(context),
  },
  {
    id: 'document.template',
    group: 'Document',
    title: 'New from a template…',
    keys: [],
    keywords: 'gallery example sample server workstation laptop start pick',
    run: ({ room }) => room.set({ dialog: 'gallery' }),
  },
  {
    id: 'document.copy-sketch',
    group: 'Document',
    title: 'Copy as sketch',
    keys: [],
    keywords: 'text clipboard mail describe',
    when: isOpen,
    run: ({ state }) =>
      void withSketch(state, async (text) => {
        sayCopied(state, await copyText(text), 'the machine as a sketch');
      }),
  },
  {
    id: 'document.save-sketch',
    group: 'Document',
    title: 'Save as .sketch',
    keys: [],
    keywords: 'download export text file describe',
    when: isOpen,
    run: ({ state }) =>
      void withSketch(state, (text, machineName) => {
        const name = fileNameOf(machineName, 'sketch');
        downloadText(text, name, 'text/plain');
        state.actions.notify('info', `Saved as ${name} in your downloads.`);
      }),
  },
  {
    id: 'edit.remove',
    group: 'Edit',
    title: 'Remove from the machine',
    keys: ['Delete', 'Backspace'],
    keywords: 'delete part device card take out unplug',
    onSheet: true,
    when: (context) => hasSheet(context) && selectedFunctions(context.state).length > 0,
    run: ({ state }) => void removeParts(state),
  },
];

async function startDrawing({ state, room }: CommandContext): Promise<void> {
  room.set({ dialog: null, isStartShown: false, cardFor: null });
  await state.actions.startDrawing();
  showPanel('outline', true, room, state);
  focusSoon(TEXT_ID);
}

async function withSketch(
  { document, actions }: PeerlaneState,
  use: (text: string, machineName: string) => void,
): Promise<void> {
  if (document === null) return;
  const { machine } = document;
  const part = await import('../../store/sketchOf.ts').catch(() => null);
  if (part === null) actions.notify('warning', NOT_LOADED);
  else use(part.sketchOf(machine), machine.name);
}

const NOT_LOADED = 'What writes sketches could not be loaded. Try again when you are online.';

function selectedFunctions({ document, selection }: PeerlaneState): readonly FunctionId[] {
  if (document === null) return [];
  return [...selection].filter((id) => document.byId.has(id as FunctionId)) as FunctionId[];
}

async function removeParts(state: PeerlaneState): Promise<void> {
  const { document, actions } = state;
  if (document === null) return;
  const ids = selectedFunctions(state);
  const build = await import('../../store/removal.ts').catch(() => null);
  if (build === null) return actions.notify('warning', NOT_LOADED);
  const { changes, title, refused } = build.removal(document, ids);
  for (const why of refused) actions.notify('warning', why);
  if (changes.length > 0) await actions.change(title, changes);
}
