import { type Command, keysOf } from './command.ts';
import { normalKeys } from './keys.ts';

export interface Registry {
  readonly all: readonly Command[];
  /** Throws on an id that no command has: a slip of ours, found by the first test that draws it. */
  readonly byId: (id: string) => Command;
}

/** All commands of the page. Two with one id, or with the same keys, are refused. */
export function createRegistry(commands: readonly Command[]): Registry {
  const ids = new Map<string, Command>();
  const keys = new Map<string, string>();
  for (const command of commands) {
    if (ids.has(command.id)) throw new Error(`two commands are called ${command.id}`);
    ids.set(command.id, command);
    for (const key of keysOf(command)) {
      const normal = normalKeys(key);
      const other = keys.get(normal);
      if (other !== undefined) throw new Error(`${key} belongs to ${other} and to ${command.id}`);
      keys.set(normal, command.id);
    }
  }
  return {
    all: commands,
    byId: (id) => {
      const command = ids.get(id);
      if (!command) throw new RangeError(`no command ${id}`);
      return command;
    },
  };
}
