import type { Fragment } from '../../build/fragment.ts';
import { nameOf } from '../../build/wholeName.ts';
import type { PartId } from '../edit.ts';

const COUNT = new Intl.NumberFormat('en');

/** The parts that were taken, each by its topmost: of a socket not its host bridges. */
export function topsOf({ machine, devices, hosts, sockets }: Fragment): readonly PartId[] {
  const inside = new Set<unknown>(sockets);
  const loose = machine.hostBridges.filter(
    ({ id, socket }) => hosts.includes(id) && !inside.has(socket),
  );
  return [...sockets, ...loose.map(({ id }) => id), ...devices];
}

/** `gpu0`, `gpu0 and 2 others`: of a step, and above a text. */
export function fragmentWords(fragment: Fragment): string {
  const [first, ...others] = topsOf(fragment);
  if (first === undefined) return 'nothing';
  const name = nameOf(fragment.machine, first);
  if (others.length === 0) return name;
  return `${name} and ${COUNT.format(others.length)} ${others.length === 1 ? 'other' : 'others'}`;
}
