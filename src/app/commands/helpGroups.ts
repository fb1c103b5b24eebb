import { COMMAND_GROUPS, type Command, type CommandContext, keysOf, titleOf } from './command.ts';
import { COMMANDS } from './commands.ts';
import { keyWords } from './keys.ts';
import { type SheetKeyGroup, sheetKeys } from './sheetKeys.ts';

/** All keys by what they are about; with a query those whose title or keys say it. */
export function helpGroups(
  query: string,
  context: CommandContext,
  isMac: boolean,
): readonly SheetKeyGroup[] {
  const wanted = query.trim().toLowerCase();
  const ofCommands = COMMAND_GROUPS.map((group) => ({
    title: group,
    rows: COMMANDS.all
      .filter((command) => command.group === group && keysOf(command).length > 0)
      .map((command) => ({
        title: plainTitle(command, context),
        keys: shownKeys(command, isMac),
        keywords: command.keywords ?? '',
      })),
  }));
  return [...ofCommands, ...sheetKeys(isMac)]
    .map(({ title, rows }) => ({
      title,
      rows: rows.filter((row) => {
        const keywords = 'keywords' in row ? row.keywords : '';
        return [title, row.title, keywords, ...row.keys].join(' ').toLowerCase().includes(wanted);
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** "Undo: set ACS RR" and "Remove sw0" are called "Undo" and "Remove" here. */
function plainTitle(command: Command, { state, room }: CommandContext): string {
  const nothing = { ...state, selection: new Set<never>(), focus: null };
  const title = titleOf(command, { state: nothing, room });
  return title.replace(/:.*/, '').replace(/…$/, '');
}

/** Spellings of one sign (`+`, `Shift++`, `=`) are shown once. */
function shownKeys(command: Command, isMac: boolean): readonly string[] {
  return [...new Set(keysOf(command).map((each) => keyWords(each, isMac)))].slice(0, 2);
}
