import { hex64 } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import { acsOf } from '../catalogue/makeFunction.ts';
import { makePart } from '../catalogue/makePart.ts';
import { makeDownstream } from '../catalogue/makeSwitch.ts';
import { makeVirtual, withVirtual } from '../catalogue/makeVirtual.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Parent, PciFunction } from '../model/pciFunction.ts';
import type { DmaLimits } from '../model/registers.ts';
import { parsePciId } from './parsePciId.ts';
import { qemuPart } from './qemuParts.ts';
import type { TopologyNode } from './topologyForm.ts';

const MIB = 2 ** 20;
/** BAR 2 holds the memory for peers of all parts that have some. */
const PROVIDER_BAR = 2;
/** What a function has that no driver took: 64 address bits, and the kernel's defaults. */
const UNBOUND_DMA: DmaLimits = {
  maskBits: 64,
  maxSegment: 0x10000,
  segmentBoundary: hex64(0xffff_ffffn),
};

/**
 * One node of a topology as functions of a document: its part of the catalogue with what the
 * topology says of it, then its virtual functions.
 *
 * @param isBound whether drivers took their devices (with an AMD IOMMU none took an NVMe drive: the
 *   emulated one does not carry its traffic, so the cases left it alone)
 */
export function drawnNode(
  node: TopologyNode,
  parent: Parent,
  isBound: boolean,
): readonly PciFunction[] {
  const fn = withWords(partOf(node, parent), node);
  const own = node.type === 'nvme' && !isBound ? unbound(fn) : fn;
  if (!node.vfs) return [own];
  // Nobody binds a driver to virtual functions by itself in these machines.
  const virtual = makeVirtual(own, node.vfs).map(unbound);
  return [withVirtual(own, node.vfs), ...virtual];
}

function partOf(node: TopologyNode, parent: Parent): PciFunction {
  const part = qemuPart(node.type === 'nvme' && node.cmbMb ? 'nvme-cmb' : node.type);
  const at = { id: node.id as FunctionId, parent, label: node.id, numaNode: null };
  if (part.kind === 'switch' && node.type === 'switch-down') return makeDownstream(part, at);
  if (part.kind === 'host' || part.kind === 'vmd' || part.kind === 'slot') {
    throw new RangeError(`${node.type} is no part of a tree`);
  }
  const [fn] = makePart(part, at);
  if (!fn) throw new RangeError(`${node.type} has no function`);
  return parent.kind === 'host' ? integrated(fn) : fn;
}

/** A PCIe endpoint on a root bus is part of the root complex, and has no link (QEMU, `pcie_cap_init()`). */
function integrated(fn: PciFunction): PciFunction {
  if (fn.type !== 'endpoint') return fn;
  const { pcie } = fn;
  return {
    ...fn,
    type: 'rciep',
    pcie: pcie === UNKNOWN || pcie === null ? pcie : { ...pcie, link: null },
  };
}

function withWords(fn: PciFunction, node: TopologyNode): PciFunction {
  return {
    ...fn,
    fixedAddress: { bus: null, device: node.slot, function: node.fn },
    pciId: node.ids === undefined ? fn.pciId : parsePciId(node.ids),
    acs: acsWords(fn, node),
    ...memory(fn, node),
  };
}

function acsWords(fn: PciFunction, { acs, acsCtl }: TopologyNode): PciFunction['acs'] {
  const control = Number.parseInt(acsCtl ?? '0', 16);
  if (acs === false) return null;
  if (typeof acs === 'string') return acsOf({ capability: Number.parseInt(acs, 16), control });
  if (fn.acs === null || fn.acs === UNKNOWN) return fn.acs;
  return { ...fn.acs, control, firmwareControl: control };
}

/** Memory for peers has the size that the topology names, and fills its BAR. */
function memory(
  fn: PciFunction,
  { cmbMb, barMb }: TopologyNode,
): Pick<PciFunction, 'bars' | 'p2pMemory'> {
  const size = (cmbMb ?? barMb ?? 0) * MIB;
  if (size === 0 || fn.bars === UNKNOWN) return { bars: fn.bars, p2pMemory: [] };
  const bars = fn.bars.map((bar) => (bar.index === PROVIDER_BAR ? { ...bar, size } : bar));
  return { bars, p2pMemory: [{ bar: PROVIDER_BAR, offset: 0, size, published: true }] };
}

const unbound = (fn: PciFunction): PciFunction => ({ ...fn, driver: null, dma: UNBOUND_DMA });
