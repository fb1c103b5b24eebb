import { DEVICE_KIND_WORDS, DEVICE_KINDS, deviceKind } from '../../../model/deviceKind.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { formatCount } from '../../../parts/verdictWords.ts';
import { FUNCTION_TYPE_WORDS, isPortType } from '../../words/functionTypeWords.ts';

/** "8 GPUs, 4 NICs, 2 bridges", in the usual order of kinds. Virtual functions by themselves. */
export function kindsSentence(functions: readonly PciFunction[]): string {
  const physical = functions.filter((fn) => fn.physfn === null);
  const parts: string[] = [];
  for (const kind of DEVICE_KINDS) {
    const count = physical.filter((fn) => deviceKind(fn) === kind).length;
    if (count > 0)
      parts.push(counted(count, DEVICE_KIND_WORDS[kind].one, DEVICE_KIND_WORDS[kind].many));
  }
  const virtual = functions.length - physical.length;
  if (virtual > 0) parts.push(counted(virtual, 'virtual function', 'virtual functions'));
  return parts.join(', ');
}

/** Ports by type: "4 root ports, 2 upstream ports". */
export function portsSentence(functions: readonly PciFunction[]): string {
  const counts = new Map<string, number>();
  for (const { type } of functions) {
    if (!isPortType(type)) continue;
    const words = FUNCTION_TYPE_WORDS[type];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => counted(count, words, `${words}s`)).join(', ');
}

/** What a machine has, as names and values. */
export function countWords(
  machine: Machine,
): readonly { readonly name: string; readonly text: string }[] {
  const { functions, sockets, hostBridges } = machine;
  const devices = functions.filter((fn) => deviceKind(fn) !== 'bridge');
  const rows = [
    { name: 'Functions', text: formatCount(functions.length) },
    { name: 'Devices', text: kindsSentence(devices) },
    { name: 'Ports', text: portsSentence(functions) },
    { name: 'Host bridges', text: formatCount(hostBridges.length) },
    { name: 'Sockets', text: sockets.length === 0 ? '' : formatCount(sockets.length) },
  ];
  return rows.filter(({ text }) => text !== '');
}

export function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
