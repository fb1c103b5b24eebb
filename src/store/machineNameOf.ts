import type { Reading } from '../worker/protocol.ts';

/** What the reader of dumps calls a machine whose host name it did not find. */
const NAMELESS = 'lspci dump';

const COUNT = new Intl.NumberFormat('en');

/** A machine's name: its own, else that of the file it came from, else what tells it from others. */
export function machineNameOf({ format, machine }: Reading, sourceName: string | null): string {
  const isNameless = machine.name === '' || (format === 'lspci' && machine.name === NAMELESS);
  if (!isNameless) return machine.name;
  if (sourceName !== null) return sourceName;
  const count = machine.functions.length;
  return `pasted ${format}, ${COUNT.format(count)} ${count === 1 ? 'function' : 'functions'}`;
}
