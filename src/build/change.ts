import type { FunctionId, HostBridgeId, SlotId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent } from '../model/pciFunction.ts';
import type { LinkState } from '../model/registers.ts';
import type { Cpu } from '../model/settings.ts';

/**
 * A change of a machine's structure, as data. Numbers of buses and addresses follow from it
 * (`settle.ts`) and are no part of it. "Device" is the function named together with its fellow
 * functions, its virtual functions and everything below them.
 */
export type Change =
  /** Plugs a device in elsewhere. */
  | { readonly kind: 'move'; readonly device: FunctionId; readonly to: Parent }
  | { readonly kind: 'remove'; readonly device: FunctionId }
  /** Puts a part of the catalogue below a bridge or on a root bus. */
  | {
      readonly kind: 'add';
      readonly part: string;
      readonly to: Parent;
      readonly label: string | null;
    }
  /**
   * What the named end of a link can do, and what both ends trained to; `null`, or an unknown figure,
   * leaves that as it is. Where only the first is said, the link trains anew to what both ends can do.
   */
  | {
      readonly kind: 'link';
      readonly port: FunctionId;
      readonly capable: LinkState | null;
      readonly current: LinkState | null;
    }
  /** Divides a slot's lanes; its ports get the widths in order. */
  | { readonly kind: 'bifurcate'; readonly slot: SlotId; readonly lanes: readonly number[] }
  /** Takes hand-set numbers away (`null`) or sets them. */
  | {
      readonly kind: 'fix-address';
      readonly function: FunctionId;
      readonly fixed: {
        readonly bus: number | null;
        readonly device: number | null;
        readonly function: number | null;
      } | null;
    }
  | { readonly kind: 'slot-of'; readonly function: FunctionId; readonly slot: SlotId | null }
  /** Chooses a size of a resizable BAR, in bytes. */
  | {
      readonly kind: 'resize-bar';
      readonly function: FunctionId;
      readonly bar: number;
      readonly size: number;
    }
  /** Gives a host bridge address space; bytes, a power of two. */
  | {
      readonly kind: 'host-window';
      readonly host: HostBridgeId;
      readonly window: 'memory' | 'prefetchable';
      readonly size: number;
    }
  /** Says which CPU the machine has. */
  | { readonly kind: 'cpu'; readonly cpu: Cpu };

/** What is offered to mend a finding. */
export interface Mend {
  /** What a button says: `Move gpu3 to sw1`. */
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Makes the changes in turn; throws on what no page or check offers (an id that is not there). */
export type ApplyChanges = (machine: Machine, changes: readonly Change[]) => Machine;
