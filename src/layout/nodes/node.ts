import { UNKNOWN } from '../../base/unknown.ts';
import type { HostBridge, Slot, Socket } from '../../model/machine.ts';
import type { FunctionType, PciFunction } from '../../model/pciFunction.ts';
import type { Knot } from '../arrange/knot.ts';
import type { CollapsedPart } from '../collapse/collapsedPart.ts';
import type { NoteBlock } from '../notes/noteBlock.ts';
import type { BoxKind, Point } from '../scene.ts';

/** What a box of the functions drawing stands for. */
export type Node =
  | {
      readonly kind: 'host';
      readonly host: HostBridge;
      readonly caption: string;
      readonly notes: NoteBlock;
    }
  /** One function; the virtual functions of one device beyond a few as one box. */
  | {
      readonly kind: 'function';
      readonly functions: readonly PciFunction[];
      /** Functions of the same device behind the first: they hang from the same link. */
      readonly isFirst: boolean;
      /** So many parts that are alike stand here as one. */
      readonly stack: number;
      readonly notes: NoteBlock;
      /** Of a port to which nothing is connected: its slot, and how far it was moved. */
      readonly slot: { readonly slot: Slot; readonly moved: Point } | null;
    }
  /** A socket is drawn only where all below it is one box. */
  | {
      readonly kind: 'socket';
      readonly socket: Socket;
      readonly caption: string;
      readonly notes: NoteBlock;
    }
  | { readonly kind: 'collapsed'; readonly part: CollapsedPart }
  | { readonly kind: 'orphans' };

export type NodeKnot = Knot<Node>;

/** What a function is, in the fewest words. */
export const TYPE_TAGS: Readonly<Record<FunctionType, string>> = {
  endpoint: 'endpoint',
  'legacy-endpoint': 'legacy endpoint',
  'root-port': 'root port',
  upstream: 'upstream',
  downstream: 'downstream',
  'pcie-to-pci': 'to PCI',
  'pci-to-pcie': 'to PCIe',
  rciep: 'integrated',
  rcec: 'event collector',
  conventional: 'PCI',
  'conventional-bridge': 'PCI bridge',
};

export function typeTag(fn: PciFunction): string {
  if (fn.physfn !== null) return 'VF';
  return fn.type === UNKNOWN ? '' : TYPE_TAGS[fn.type];
}

const BOX_KINDS: Readonly<Record<string, BoxKind>> = {
  'root-port': 'root-port',
  upstream: 'upstream',
  downstream: 'downstream',
  'pcie-to-pci': 'bridge',
  'pci-to-pcie': 'bridge',
  'conventional-bridge': 'bridge',
};

export function nodeBoxKind(fn: PciFunction): BoxKind {
  if (fn.type === UNKNOWN) return fn.bridge !== null && fn.bridge !== UNKNOWN ? 'bridge' : 'device';
  return BOX_KINDS[fn.type] ?? 'device';
}
