import { type Command, type CommandContext, canRun } from './command.ts';
import type { Registry } from './registry.ts';

/** More than a few are no link but a prank. */
const MOST_RUN = 8;

/**
 * What an address asks for: `#do=panels.matrix,drawing.fit`. Only commands that say themselves that an
 * address may ask for them, in its order, each once; a link from a stranger changes no document,
 * copies nothing and takes nothing away.
 */
export function linkCommands(hash: string, registry: Registry): readonly Command[] {
  const asked = new URLSearchParams(hash.replace(/^#/, '')).get('do') ?? '';
  const ids = [...new Set(asked.split(',').map((id) => id.trim()))];
  return ids
    .flatMap((id) => registry.all.filter((each) => each.id === id && each.isFromLink === true))
    .slice(0, MOST_RUN);
}

/** Does them, as far as they can be done by then. */
export function runLink(hash: string, registry: Registry, context: () => CommandContext): void {
  for (const command of linkCommands(hash, registry)) {
    const now = context();
    if (canRun(command, now)) void command.run(now);
  }
}
