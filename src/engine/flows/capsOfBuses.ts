import { byteRate } from '../../base/byteRate.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Topology } from '../pci/topology.ts';
import type { Cap, CapsSoFar, PlatformCaps } from './capsShape.ts';
import { nameOf } from './plan/nameOf.ts';
import type { FigureSource } from './throughputReport.ts';

/** Four bytes at each of 33 1/3 million clocks a second: what the bus carries with nothing else on it. */
const PCI_BUS = 4 * (100e6 / 3);
const PCI_SPEC: FigureSource = {
  title: 'PCI Local Bus Specification 3.0: 32 bits at 33 MHz; no register read here shows more',
  url: null,
  quality: 'specification',
};

/** Conventional buses below bridges, and switches of which the machine states what passes in all. */
export function busCaps(topology: Topology, { caps, assumed }: CapsSoFar): PlatformCaps['through'] {
  const at = new Map<FunctionId, number>();
  for (const fn of topology.functions) {
    const cap = capOf(topology, fn);
    if (cap) at.set(fn.id, caps.push(cap) - 1);
  }
  if (caps.some(({ kind }) => kind === 'pci-bus')) {
    assumed.push({
      kind: 'pci-bus',
      text: 'Conventional PCI buses are taken to have 32 bits at 33 MHz: 133 MB/s, both ways together.',
    });
  }
  return (id) => {
    const place = at.get(id);
    return place === undefined ? [] : [place];
  };
}

function capOf(topology: Topology, fn: PciFunction): Cap | null {
  if (fn.type === 'pcie-to-pci' || fn.type === 'conventional-bridge') {
    const title = nameOf(topology, fn.id);
    return {
      kind: 'pci-bus',
      title: `PCI bus below ${title}`,
      part: fn.id,
      capacity: PCI_BUS,
      text: `All below ${title} share a bus of 32 bits at 33 MHz: ${byteRate(PCI_BUS)}, both ways together, before addresses and turn-rounds.`,
      source: PCI_SPEC,
    };
  }
  const through = fn.type === 'upstream' ? fn.part?.throughBytesPerSecond : undefined;
  if (through === undefined) return null;
  const title = nameOf(topology, fn.id);
  return {
    kind: 'switch',
    title: `switch ${title}`,
    part: fn.id,
    capacity: through,
    text: `The machine states that ${byteRate(through)} pass through switch ${title}, all together.`,
    source: null,
  };
}
