import { hex64, hex64Value } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { BridgeWindow } from '../../model/registers.ts';
import { busOffset } from '../pci/busOffset.ts';
import { NOT_SHOWN, type Topology } from '../pci/topology.ts';
import { wayToRoot } from './wayToRoot.ts';

/** What answers at an address. */
export type AtAddress =
  /** Memory of that function. */
  | { readonly kind: 'bar'; readonly at: number }
  /** A bridge forwards it, and nothing below claims it. */
  | { readonly kind: 'window'; readonly at: number }
  /** A host bridge forwards it, and nothing below claims it. */
  | { readonly kind: 'host-window' }
  /** None of them. */
  | { readonly kind: 'none' };

/** A BAR or a window, inclusive. */
interface Span {
  readonly at: number;
  readonly first: bigint;
  readonly last: bigint;
}

interface Spans {
  readonly bars: readonly (Span & { readonly offset: bigint })[];
  readonly windows: readonly Span[];
}

const found = new WeakMap<Topology, Spans>();

/**
 * What claims an address on the bus below a host bridge: a BAR, else the lowest bridge whose window
 * holds it.
 *
 * Source: PCI Express base specification 2.2.4.1 and 7.5.1.3 (bridge windows); bus addresses as in
 * `pcibios_resource_to_bus()`, drivers/pci/host-bridge.c.
 */
export function atBusAddress(topology: Topology, host: number, address: bigint): AtAddress {
  const { bars, windows } = spansOf(topology);
  const isBelow = (at: number) => wayToRoot(topology, at).host === host;
  const bar = bars.find(
    ({ at, first, last, offset }) =>
      first + offset <= address && address <= last + offset && isBelow(at),
  );
  if (bar) return { kind: 'bar', at: bar.at };
  const holding = windows.filter((each) => holds(each, address) && isBelow(each.at));
  const depth = ({ at }: Span) => wayToRoot(topology, at).nodes.length;
  const [lowest] = holding.toSorted((a, b) => depth(b) - depth(a));
  return lowest ? { kind: 'window', at: lowest.at } : { kind: 'none' };
}

/**
 * What lies at a CPU physical address: a BAR, a host bridge's window that nothing below claims, or, with
 * `none`, what is left: host memory.
 */
export function atCpuAddress(topology: Topology, address: bigint): AtAddress {
  const bar = spansOf(topology).bars.find((each) => holds(each, address));
  if (bar) return { kind: 'bar', at: bar.at };
  const isForwarded = topology.machine.hostBridges.some(
    ({ windows }) =>
      windows !== UNKNOWN &&
      windows.some(({ kind, cpuBase, size }) => {
        const base = hex64Value(cpuBase);
        return kind !== 'io' && base <= address && address < base + hex64Value(size);
      }),
  );
  return isForwarded ? { kind: 'host-window' } : { kind: 'none' };
}

function holds({ first, last }: Span, address: bigint): boolean {
  return first <= address && address <= last;
}

function spansOf(topology: Topology): Spans {
  const known = found.get(topology);
  if (known) return known;
  const spans = { bars: barsOf(topology), windows: windowsOf(topology) };
  found.set(topology, spans);
  return spans;
}

/** As the CPU sees them, and what is added for the bus. Of unknown size: the first byte is sure. */
function barsOf(topology: Topology): Spans['bars'] {
  const { functions, host, machine } = topology;
  return functions.flatMap(({ bars }, at) => {
    if (bars === UNKNOWN) return [];
    const windows = machine.hostBridges[host[at] ?? NOT_SHOWN]?.windows ?? UNKNOWN;
    return bars.flatMap(({ kind, address, size }) => {
      if (kind !== 'memory' || address === null) return [];
      const first = hex64Value(address);
      const last = first + BigInt(size === UNKNOWN ? 1 : Math.max(1, size)) - 1n;
      const { offset } = busOffset({ start: hex64(first), size }, windows);
      return [{ at, first, last, offset }];
    });
  });
}

function windowsOf({ functions }: Topology): readonly Span[] {
  return functions.flatMap(({ bridge }, at) => {
    if (bridge === null || bridge === UNKNOWN || bridge.windows === UNKNOWN) return [];
    return bridge.windows
      .filter(isOpen)
      .map(({ base, limit }) => ({ at, first: hex64Value(base), last: hex64Value(limit) }));
  });
}

function isOpen({ kind, base, limit }: BridgeWindow): boolean {
  return kind !== 'io' && hex64Value(base) <= hex64Value(limit);
}
