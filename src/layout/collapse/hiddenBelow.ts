import {
  DEVICE_KIND_WORDS,
  DEVICE_KINDS,
  type DeviceKind,
  deviceKind,
} from '../../model/deviceKind.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { devicesOf, isBridge } from '../devices.ts';
import type { Forest } from '../forest.ts';

/** What a collapsed part stands for. */
export interface Hidden {
  /** From the top, each once. */
  readonly functions: readonly PciFunction[];
  /** `4 GPUs, 2 NICs, 1 switch, 3 others`. */
  readonly words: string;
}

/** One bus of what is hidden. */
export interface HiddenBus {
  readonly functions: readonly PciFunction[];
  /** The bridge that it hangs from, if that is a bridge function. */
  readonly below: PciFunction | null;
}

/** Kinds that are told apart; all else is helpers of those. */
const TOLD: ReadonlySet<DeviceKind> = new Set<DeviceKind>([
  'gpu',
  'nic',
  'nvme',
  'storage',
  'accelerator',
  'display',
]);

/** All functions on these buses and below them, and how many devices of each kind they are. */
export function hiddenBelow(forest: Forest, buses: readonly HiddenBus[]): Hidden {
  const functions: PciFunction[] = [];
  const counts = new Map<DeviceKind, number>();
  let switches = 0;
  let others = 0;
  const open = buses.toReversed();
  for (let bus = open.pop(); bus; bus = open.pop()) {
    const next: HiddenBus[] = [];
    for (const device of devicesOf(bus.functions, bus.below)) {
      functions.push(...device);
      const bridges = device.filter((fn) => isBridge(fn) || forest.below(fn.id).length > 0);
      for (const fn of bridges) next.push({ functions: forest.below(fn.id), below: fn });
      switches += bridges.filter(({ type }) => type === 'upstream').length;
      const [first] = device;
      if (!first || bridges.length > 0) continue;
      const kind = deviceKind(first);
      if (TOLD.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      else others++;
    }
    open.push(...next.reverse());
  }
  const words = DEVICE_KINDS.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    const { one, many } = DEVICE_KIND_WORDS[kind];
    return counted(count, one, many);
  });
  words.push(...counted(switches, 'switch', 'switches'), ...counted(others, 'other', 'others'));
  return { functions, words: words.length === 0 ? 'no devices' : words.join(', ') };
}

function counted(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}
