import { copyText } from '../../parts/copyText.ts';
import { focusSheet } from '../../parts/focusSheet.ts';
import { downloadText } from '../../store/downloadText.ts';
import { fileNameOf } from '../../store/fileNameOf.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { TEXT_ID } from '../shell/leftWords.ts';
import type { Command, CommandContext } from './command.ts';
import { sayCopied } from './sayCopied.ts';

const isOpen = ({ state }: CommandContext) => state.document !== null;

/** Describing a machine: beginning one, and its text. */
export const BUILD_COMMANDS: readonly Command[] = [
  {
    id: 'document.new',
    group: 'Document',
    title: 'Draw a machine',
    keys: [],
    keywords: 'new machine from nothing blank empty create build parts',
    run: (context) => startDrawing(context, 'parts'),
  },
  {
    id: 'document.new-text',
    group: 'Document',
    title: 'New machine as text',
    keys: [],
    keywords: 'draw from nothing blank empty sketch create build write describe',
    run: (context) => startDrawing(context, 'text'),
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
];

async function startDrawing(
  { state, room }: CommandContext,
  beside: 'parts' | 'text',
): Promise<void> {
  room.set({ dialog: null, isStartShown: false, cardFor: null });
  await state.actions.startDrawing(beside);
  showPanel('outline', true, room, state);
  if (beside === 'text') focusSoon(TEXT_ID);
  else requestAnimationFrame(focusSheet);
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
