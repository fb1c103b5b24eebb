import type { DropPlace, DropTarget } from '../carried.ts';

/** One thing that is carried, offered to the places of one machine. */
export interface Offer {
  /** Would that place take the first of it? Quick: every place is asked. */
  readonly takes: (place: DropPlace) => boolean;
  /** All that the place has to say. */
  readonly at: (place: DropPlace) => DropTarget;
}
