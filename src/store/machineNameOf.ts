import type { Reading } from '../worker/protocol.ts';

/** What the reader of dumps calls a machine whose host name it did not find. */
const NAMELESS = 'lspci dump';

/** A machine's name: its own, else that of what it came from. */
export function machineNameOf({ format, machine }: Reading, sourceName: string | null): string {
  const isNameless = machine.name === '' || (format === 'lspci' && machine.name === NAMELESS);
  return isNameless && sourceName !== null ? sourceName : machine.name;
}
