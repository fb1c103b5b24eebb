import type { Machine } from '../model/machine.ts';
import type { NumberDraft } from './numberDraft.ts';
import type { BusPlan, BusPlans } from './numberPlan.ts';
import { type BusRooms, hostOfOwner, type Owner } from './numberRooms.ts';
import type { Stays } from './numberStays.ts';
import type { NumberTree } from './numberTree.ts';

/** A captured machine while what has no number is numbered. */
export interface Work {
  readonly machine: Machine;
  readonly tree: NumberTree;
  readonly stays: Stays;
  readonly rooms: BusRooms;
  readonly plans: BusPlans;
  readonly draft: NumberDraft;
  /** Host bridges, by place, below which everything is numbered again. */
  readonly roots: Set<number>;
  /** Buses after which there is no room for the virtual functions that reach over their end. */
  readonly short: Set<Owner>;
}

/** Does the bus of this owner get another number, or everything on it and behind it? */
export function isNumberedAnew({ rooms, roots }: Work, owner: Owner): boolean {
  return owner < 0 ? roots.has(hostOfOwner(owner)) : rooms.carried[owner] === 1;
}

export function planOf({ plans }: Work, owner: Owner): BusPlan | undefined {
  return owner < 0 ? plans.ofHost[hostOfOwner(owner)] : plans.behind.get(owner);
}
