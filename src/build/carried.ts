import type { Problem } from '../base/problem.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../model/ids.ts';
import type { Change } from './change.ts';
import type { Fragment } from './fragment.ts';

/** What is on its way to a place: by pointer, or chosen by keys. */
export type Carried =
  /** Parts of the catalogue, of one kind; `count` of at least 1. */
  | { readonly kind: 'part'; readonly part: string; readonly count: number }
  /** Devices of the machine, each with all that is below it: any function of each. */
  | { readonly kind: 'devices'; readonly devices: readonly FunctionId[] }
  /** Copies of what was cut out. */
  | { readonly kind: 'copies'; readonly fragment: Fragment };

/** Where something can be dropped: a part, or the sheet beside all parts. */
export type DropPlace = FunctionId | HostBridgeId | SocketId | SlotId | 'sheet';

/** What dropping does. */
export interface Drop {
  /** Of the step: `add 8 NVIDIA H100`, `move nic0 to sw1`. */
  readonly title: string;
  /** Where it ends up, for people: `below sw1, on a new port`. */
  readonly words: string;
  readonly changes: readonly Change[];
}

/** What a place has to say to what is carried. */
export type DropTarget =
  | { readonly kind: 'legal'; readonly drop: Drop }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It is there already, or is what is carried: neither a target nor a mistake. */
  | { readonly kind: 'home' };

/** All places of a machine, asked for one thing that is carried. */
export interface DropTargets {
  /** Places that would take it, in the machine's order: those that are lit. */
  readonly legal: readonly DropPlace[];
  /** Any place's answer, worked out when it is asked for. */
  readonly at: (place: DropPlace) => DropTarget;
}
