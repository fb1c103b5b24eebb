import type { Machine } from '../model/machine.ts';
import type { Carried, DropPlace, DropTarget, DropTargets } from './carried.ts';
import { copiesOffer } from './drop/copiesOffer.ts';
import { devicesOffer } from './drop/devicesOffer.ts';
import type { Offer } from './drop/offer.ts';
import { partOffer } from './drop/partOffer.ts';
import { placesOf } from './drop/placesOf.ts';

/**
 * Where something that is carried can be dropped. All places of a machine are asked at once whether
 * they would take the first of it; what a place has to say in full is worked out when it is asked for.
 */
export function dropTargets(machine: Machine, carried: Carried): DropTargets {
  const offer = offerOf(machine, carried);
  const answers = new Map<DropPlace, DropTarget>();
  let legal: readonly DropPlace[] | null = null;
  return {
    // Who only asks one place need not ask them all.
    get legal() {
      legal ??= placesOf(machine).filter((place) => offer.takes(place));
      return legal;
    },
    at: (place) => {
      const known = answers.get(place);
      if (known) return known;
      const answer = offer.at(place);
      answers.set(place, answer);
      return answer;
    },
  };
}

function offerOf(machine: Machine, carried: Carried): Offer {
  switch (carried.kind) {
    case 'part':
      return partOffer(machine, carried.part, carried.count);
    case 'devices':
      return devicesOffer(machine, carried.devices);
    case 'copies':
      return copiesOffer(machine, carried.fragment);
  }
}
