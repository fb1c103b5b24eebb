import { BUILD_COMMANDS } from './buildCommands.ts';
import type { Command } from './command.ts';
import { DOCUMENT_COMMANDS } from './documentCommands.ts';
import { DRAWING_COMMANDS } from './drawingCommands.ts';
import { EDIT_COMMANDS } from './editCommands.ts';
import { PAGE_COMMANDS } from './pageCommands.ts';
import { PANEL_COMMANDS } from './panelCommands.ts';
import { createRegistry } from './registry.ts';

/** What buttons of the first sight do. All commands (`commands.ts`) come right behind the page. */
export const FIRST_COMMANDS: readonly Command[] = [
  ...DOCUMENT_COMMANDS,
  ...BUILD_COMMANDS,
  ...EDIT_COMMANDS,
  ...DRAWING_COMMANDS,
  ...PANEL_COMMANDS,
  ...PAGE_COMMANDS,
];

/** Of the commands that buttons of the first sight do. */
export const FIRST = createRegistry(FIRST_COMMANDS);
