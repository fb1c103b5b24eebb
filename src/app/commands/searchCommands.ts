import { type Command, type CommandContext, canRun, titleOf } from './command.ts';
import { COMMANDS } from './commands.ts';
import { fuzzyMatch, type Stretch } from './fuzzy.ts';
import { recencyOf } from './recentCommands.ts';

export interface Found {
  readonly command: Command;
  readonly title: string;
  /** What of the title was found; empty when its keywords were. */
  readonly stretches: readonly Stretch[];
}

/** Keywords find a command, but never before one whose title says it. */
const KEYWORDS_WEIGH = 0.25;

/** What can be done now and goes by these letters, the likeliest first. */
export function searchCommands(query: string, context: CommandContext): readonly Found[] {
  const found = COMMANDS.all
    .filter((command) => command.id !== 'page.palette' && canRun(command, context))
    .flatMap((command) => {
      const title = titleOf(command, context);
      const match = fuzzyMatch(query, title);
      if (match) return [{ command, title, ...match }];
      const byWords = fuzzyMatch(query, `${command.group} ${command.keywords ?? ''}`);
      if (!byWords || byWords.stretches.length > 1) return [];
      return [{ command, title, stretches: [], score: byWords.score * KEYWORDS_WEIGH - 50 }];
    });
  const order = query.trim() === '' ? recently : byScore;
  return found.sort(order);
}

const byScore = (a: { score: number }, b: { score: number }) => b.score - a.score;

/** With nothing asked for, what was done last comes first. */
function recently(a: Found, b: Found): number {
  const never = Number.MAX_SAFE_INTEGER;
  return (recencyOf(a.command) ?? never) - (recencyOf(b.command) ?? never);
}
