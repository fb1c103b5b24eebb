import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Slot } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Knot } from '../arrange/knot.ts';
import type { CollapsedPart } from '../collapse/collapsedPart.ts';
import type { NoteBlock } from '../notes/noteBlock.ts';
import type { Point, Rect } from '../scene.ts';
import type { CardWords } from './card.ts';

/** What a box of the blocks drawing stands for. */
export type Block =
  | {
      readonly kind: 'host';
      readonly host: HostBridge;
      readonly caption: string;
      readonly identity: string;
      /** Functions on the root bus that have a card of their own. */
      readonly cards: readonly HostCard[];
      /** The rest of them, as marks. */
      readonly integrated: readonly PciFunction[];
      /** What stands for all of these, and for all below. */
      readonly collapsed: CollapsedPart | null;
      /** Places of all that within the frame, for a frame that is so wide. */
      readonly flow: (width: number) => HostFlow;
    }
  | {
      readonly kind: 'switch';
      readonly upstream: PciFunction;
      /** Functions of the switch device beside its upstream port: management, DMA engines. */
      readonly extras: readonly PciFunction[];
      /** Of the switch, its ports and their slots, in so much width. */
      readonly notes: (width: number) => NoteBlock;
    }
  | { readonly kind: 'bridge'; readonly fn: PciFunction; readonly notes: NoteBlock }
  | {
      readonly kind: 'device';
      /** Of all devices that stand here. */
      readonly functions: readonly PciFunction[];
      readonly words: CardWords;
      /** Of a stack: the functions of each device, by the port that it hangs from. */
      readonly stack: ReadonlyMap<FunctionId, readonly PciFunction[]> | null;
    }
  | { readonly kind: 'slot'; readonly slot: Slot; readonly port: PciFunction }
  | { readonly kind: 'collapsed'; readonly part: CollapsedPart }
  | { readonly kind: 'orphans' };

export interface HostCard {
  readonly functions: readonly PciFunction[];
  readonly words: CardWords;
  /** How far the user moved it. */
  readonly moved: Point;
}

export interface HostFlow {
  readonly head: Rect;
  /** At the head's lower end. */
  readonly notes: { readonly y: number; readonly block: NoteBlock };
  readonly integrated: Rect | null;
  readonly cards: readonly Rect[];
  /** Lower end of all that is in the frame, ports apart. */
  readonly bottom: number;
}

export type BlockKnot = Knot<Block>;
