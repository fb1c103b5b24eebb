import { type Problem, problemError } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { SriovCapability } from '../model/registers.ts';
import { type KeptNumbers, NOTHING_KEPT } from './numberDevices.ts';
import type { NumberTree } from './numberTree.ts';

const FUNCTIONS = 8;
const BUS = 256;

/** Routing ids of virtual functions, counted from their physical function's bus, 00.0 of it being 0. */
export interface VirtualNumbers {
  readonly numbers: ReadonlyMap<number, number>;
  /** How many buses after that one they and those still to come up reach into. */
  readonly extraBuses: number;
}

const NONE: VirtualNumbers = { numbers: new Map(), extraBuses: 0 };

/**
 * Where virtual functions answer: the physical function's routing id + First VF Offset + n × VF
 * Stride (PCIe base specification 9.2.1.2), which may lie on the next bus and beyond. Linux keeps
 * those buses free for all that the function can bring up, whether or not it does.
 *
 * Where the capability does not say, they follow the functions of their device one by one, physical
 * function by physical function, as devices with ARI have it.
 *
 * Source: `pci_iov_virtfn_bus()`, `pci_iov_virtfn_devfn()`, `compute_max_vf_buses()`,
 * drivers/pci/iov.c; `pci_iov_bus_range()` as `pci_scan_child_bus_extend()` asks it,
 * drivers/pci/probe.c, Linux 4.20 to 7.0.
 *
 * @param devfns the numbers of the functions on that bus
 * @param kept what a running machine shows: distances stay, those of functions that stay before others
 */
export function numberVirtual(
  members: readonly number[],
  devfns: ReadonlyMap<number, number | null>,
  { functions, virtual }: NumberTree,
  problems: Problem[],
  kept: KeptNumbers = NOTHING_KEPT,
): VirtualNumbers {
  if (!members.some((index) => reaches(functions[index], virtual.get(index)))) return NONE;
  const taken = new Set<number>();
  for (const devfn of devfns.values()) if (devfn !== null) taken.add(devfn);
  /** By device: the number after its last function, and after the virtual ones that follow it. */
  const ends = new Map<number, number>();
  for (const devfn of taken) {
    const device = Math.floor(devfn / FUNCTIONS);
    ends.set(device, Math.max(ends.get(device) ?? 0, devfn + 1));
  }

  const numbers = new Map<number, number>();
  let last = 0;
  const take = (index: number, number: number) => {
    numbers.set(index, number);
    taken.add(number);
    last = Math.max(last, number);
  };
  const present = members.flatMap((index) => {
    const base = devfns.get(index) ?? null;
    const fn = functions[index];
    return fn && base !== null ? [{ index, fn, base, own: virtual.get(index) ?? [] }] : [];
  });
  const staying = present.filter(({ index }) => kept.devfns.has(index));
  const others = present.filter(({ index }) => !kept.devfns.has(index));
  for (const { fn, base, own } of [...staying, ...others]) {
    last = Math.max(last, lastPlanned(fn, base));
    for (const index of own) {
      const number = base + (kept.virtualOffsets.get(index) ?? 0);
      if (number > base && !taken.has(number)) take(index, number);
    }
  }
  for (const { fn, base, own } of present) {
    const plan = planOf(fn);
    const planned = (n: number) => (plan ? base + plan.offset + n * plan.stride : -1);
    const open = own.map((index, n) => [index, n] as const).filter(([i]) => !numbers.has(i));
    if (plan && open.every(([, n]) => !taken.has(planned(n)))) {
      for (const [index, n] of open) take(index, planned(n));
      continue;
    }
    if (plan) problems.push(collision(fn));
    const device = Math.floor(base / FUNCTIONS);
    let next = ends.get(device) ?? base + 1;
    for (const [index] of open) {
      while (taken.has(next)) next++;
      take(index, next);
    }
    ends.set(device, next);
  }
  return { numbers, extraBuses: Math.floor(last / BUS) };
}

const reaches = (fn: PciFunction | undefined, own: readonly number[] | undefined): boolean =>
  own !== undefined || (fn !== undefined && capabilityOf(fn) !== null);

function capabilityOf({ sriov }: PciFunction): SriovCapability | null {
  return sriov === UNKNOWN ? null : sriov;
}

function planOf(fn: PciFunction): { readonly offset: number; readonly stride: number } | null {
  const { firstVfOffset: offset, vfStride: stride } = capabilityOf(fn) ?? {};
  if (typeof offset !== 'number' || offset < 1) return null;
  return { offset, stride: typeof stride === 'number' && stride > 0 ? stride : 1 };
}

/** The last that it could bring up. */
function lastPlanned(fn: PciFunction, base: number): number {
  const total = capabilityOf(fn)?.totalVfs;
  const plan = planOf(fn);
  if (typeof total !== 'number' || total < 1 || !plan) return 0;
  return base + plan.offset + (total - 1) * plan.stride;
}

const collision = ({ id: where }: PciFunction): Problem =>
  problemError(
    `The SR-IOV offset and stride of ${where} lead to functions that are there already; its virtual functions follow the device instead.`,
    { where, hint: 'Correct offset and stride, or move the functions that stand in the way.' },
  );
