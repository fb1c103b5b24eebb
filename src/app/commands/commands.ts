import { BUILD_COMMANDS } from './buildCommands.ts';
import { CLIPBOARD_COMMANDS } from './clipboardCommands.ts';
import { DOCUMENT_COMMANDS } from './documentCommands.ts';
import { DRAWING_COMMANDS } from './drawingCommands.ts';
import { EDIT_COMMANDS } from './editCommands.ts';
import { MARK_COMMANDS } from './markCommands.ts';
import { NUDGE_COMMANDS } from './nudgeCommands.ts';
import { PAGE_COMMANDS } from './pageCommands.ts';
import { PAIR_COMMANDS } from './pairCommands.ts';
import { PANEL_COMMANDS } from './panelCommands.ts';
import { PLAY_COMMANDS } from './playCommands.ts';
import { createRegistry } from './registry.ts';
import { SELECT_COMMANDS } from './selectCommands.ts';
import { STRUCTURE_COMMANDS } from './structureCommands.ts';

/** Everything that can be done on the page. */
export const COMMANDS = createRegistry([
  ...DOCUMENT_COMMANDS,
  ...BUILD_COMMANDS,
  ...EDIT_COMMANDS,
  ...CLIPBOARD_COMMANDS,
  ...STRUCTURE_COMMANDS,
  ...MARK_COMMANDS,
  ...NUDGE_COMMANDS,
  ...PAIR_COMMANDS,
  ...SELECT_COMMANDS,
  ...PLAY_COMMANDS,
  ...DRAWING_COMMANDS,
  ...PANEL_COMMANDS,
  ...PAGE_COMMANDS,
]);
