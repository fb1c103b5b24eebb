import type { Machine } from '../../../model/machine.ts';
import type { Flow, FlowEnd, FlowGroup } from '../../../model/workload.ts';
import { partNamed } from '../../../store/partNamed.ts';

/** What an end is called, as texts call it: `gpu0`, `ram`, `ram0`, `ram@cpu1`, a list by its name. */
export function endName(machine: Machine, end: FlowEnd): string {
  if (end.kind === 'function') return partNamed(machine, end.id);
  if (end.kind === 'scatterlist') {
    return machine.workload.scatterlists.find(({ id }) => id === end.id)?.label ?? end.id;
  }
  if (end.socket === null) return 'ram';
  const socket = machine.sockets.find(({ id }) => id === end.socket);
  return typeof socket?.numaNode === 'number'
    ? `ram${socket.numaNode}`
    : `ram@${socket?.label ?? end.socket}`;
}

/** Which way data go, and between whom: `gpu0 → gpu1`, `gpu0 ⇄ gpu1`. */
export function endsWords(machine: Machine, { from, to, bothWays }: Flow): string {
  return `${endName(machine, from)} ${bothWays ? '⇄' : '→'} ${endName(machine, to)}`;
}

/** Who does what: `write`, `read`, `copy by gpu2`, `write by a CPU, WC`. */
export function operationWords(machine: Machine, { operation, by }: Flow): string {
  if (by === null) return operation;
  if (by.kind === 'function') return `${operation} by ${partNamed(machine, by.id)}`;
  const cpu = by.socket === null ? 'a CPU' : partNamed(machine, by.socket);
  return `${operation} by ${cpu}, ${by.caching}`;
}

export const PATTERN_WORDS: Readonly<Record<FlowGroup['pattern'], string>> = {
  ring: 'ring',
  sequence: 'sequence',
  'all-to-all': 'all-to-all',
  incast: 'incast',
  'nvme-of': 'NVMe-oF target',
};

/** What a group is: `ring of 4`, `NVMe-oF target of 2 through nvme0`. */
export function groupWords(machine: Machine, { pattern, members, through }: FlowGroup): string {
  const what = `${PATTERN_WORDS[pattern]} of ${members.length}`;
  if (pattern !== 'nvme-of') return what;
  return `${what} through ${through ? endName(machine, through) : 'ram'}`;
}
