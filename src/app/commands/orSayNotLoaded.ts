import type { CommandContext } from './command.ts';

const NOT_LOADED = 'What writes pictures could not be loaded. Try again when you are online.';

/** A late part that writes pictures; `null` where it does not come, and then that is said. */
export async function orSayNotLoaded<Part>(
  part: Promise<Part>,
  { actions }: Pick<CommandContext['state'], 'actions'>,
): Promise<Part | null> {
  const found = await part.catch(() => null);
  if (found === null) actions.notify('warning', NOT_LOADED);
  return found;
}
