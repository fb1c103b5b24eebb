import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent } from '../model/pciFunction.ts';
import type { LinkState } from '../model/registers.ts';
import type { Cpu } from '../model/settings.ts';
import type { Fragment } from './fragment.ts';

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
  | { readonly kind: 'cpu'; readonly cpu: Cpu }
  /** A platform's host bridge in that socket; `null`: in a new socket. The first one says the CPU. */
  | {
      readonly kind: 'add-host';
      readonly part: string;
      readonly socket: SocketId | null;
      readonly label: string | null;
    }
  /** A slot of the catalogue: on that port, or on a new port of that host bridge or switch. */
  | {
      readonly kind: 'add-slot';
      readonly part: string;
      readonly to: Parent;
      readonly label: string | null;
    }
  /** Lanes of a slot (`null`: not said) and what stands between board and card. */
  | {
      readonly kind: 'slot';
      readonly slot: SlotId;
      readonly lanes: number | null;
      readonly riser: string | null;
    }
  /** Takes a host bridge out with everything on it, a socket with its host bridges, or a slot alone. */
  | {
      readonly kind: 'remove-whole';
      readonly whole: HostBridgeId | SocketId | SlotId;
    }
  /** Puts a switch or bridge of the catalogue between a device and what is above it. */
  | { readonly kind: 'splice-in'; readonly part: string; readonly above: FunctionId }
  /** Takes a switch or bridge out; what was below it moves up to where it was. */
  | { readonly kind: 'splice-out'; readonly bridge: FunctionId }
  /** Another part of the catalogue in a device's place; its name, and what is below a switch, stay. */
  | { readonly kind: 'replace'; readonly device: FunctionId; readonly part: string }
  /** Puts parts that were cut out below a place, with fresh ids; `null`: onto the machine itself. */
  | { readonly kind: 'insert'; readonly fragment: Fragment; readonly to: Parent | SocketId | null }
  /** Which driver is bound to those functions; `null`: none. */
  | {
      readonly kind: 'driver';
      readonly functions: readonly FunctionId[];
      readonly driver: string | null;
    };

/** What is offered to mend a finding. */
export interface Mend {
  /** What a button says: `Move gpu3 to sw1`. */
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Makes the changes in turn; throws on what no page or check offers (an id that is not there). */
export type ApplyChanges = (machine: Machine, changes: readonly Change[]) => Machine;
