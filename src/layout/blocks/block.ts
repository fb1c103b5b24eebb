import type { HostBridge, Slot } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Knot } from '../arrange/knot.ts';
import type { Rect } from '../scene.ts';
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
      /** Places of both within the frame, for a frame that is so wide. */
      readonly flow: (width: number) => HostFlow;
    }
  | {
      readonly kind: 'switch';
      readonly upstream: PciFunction;
      /** Functions of the switch device beside its upstream port: management, DMA engines. */
      readonly extras: readonly PciFunction[];
    }
  | { readonly kind: 'bridge'; readonly fn: PciFunction }
  | {
      readonly kind: 'device';
      readonly functions: readonly PciFunction[];
      readonly words: CardWords;
    }
  | { readonly kind: 'slot'; readonly slot: Slot; readonly port: PciFunction }
  | { readonly kind: 'orphans' };

export interface HostCard {
  readonly functions: readonly PciFunction[];
  readonly words: CardWords;
}

export interface HostFlow {
  readonly head: Rect;
  readonly integrated: Rect | null;
  readonly cards: readonly Rect[];
  /** Lower end of all that is in the frame, ports apart. */
  readonly bottom: number;
}

export type BlockKnot = Knot<Block>;
