import { CLIPBOARD_COMMANDS } from './clipboardCommands.ts';
import { FIRST_COMMANDS } from './firstCommands.ts';
import { FLOW_COMMANDS } from './flowCommands.ts';
import { MAPPING_COMMANDS } from './mappingCommands.ts';
import { MARK_COMMANDS } from './markCommands.ts';
import { NUDGE_COMMANDS } from './nudgeCommands.ts';
import { PAIR_COMMANDS } from './pairCommands.ts';
import { PCIE_LINK_COMMANDS } from './pcieLinkCommands.ts';
import { PICTURE_COMMANDS } from './pictureCommands.ts';
import { PLAY_COMMANDS } from './playCommands.ts';
import { createRegistry } from './registry.ts';
import { SELECT_COMMANDS } from './selectCommands.ts';
import { SEVERAL_COMMANDS } from './severalCommands.ts';
import { STRUCTURE_COMMANDS } from './structureCommands.ts';

/**
 * Everything that can be done on the page. Fetched right after the first sight of it, which does with
 * those of `firstCommands.ts`.
 */
export const COMMANDS = createRegistry([
  ...FIRST_COMMANDS,
  ...CLIPBOARD_COMMANDS,
  ...STRUCTURE_COMMANDS,
  ...MARK_COMMANDS,
  ...NUDGE_COMMANDS,
  ...PCIE_LINK_COMMANDS,
  ...PAIR_COMMANDS,
  ...SELECT_COMMANDS,
  ...PLAY_COMMANDS,
  ...MAPPING_COMMANDS,
  ...FLOW_COMMANDS,
  ...PICTURE_COMMANDS,
  ...SEVERAL_COMMANDS,
]);
