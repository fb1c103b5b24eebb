import { formatAddress, parseAddress } from '../model/address.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { UsageError } from './usageError.ts';

/** The function that a person names: by address (`03:00.0`, `0000:03:00.0`), id or label. */
export function findFunction(machine: Machine, name: string, option: string): FunctionId {
  const address = parseAddress(name);
  const wanted = address ? formatAddress(address) : null;
  const found =
    machine.functions.find((fn) => fn.address !== null && formatAddress(fn.address) === wanted) ??
    machine.functions.find((fn) => fn.id === name || fn.label === name);
  if (!found) {
    throw new UsageError(
      `${option} ${name}: the input has no such function; \`peerlane list\` names them.`,
    );
  }
  return found.id;
}
