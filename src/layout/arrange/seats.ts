import type { Extent } from './knot.ts';

/** Where a box stands among others: on which shelf, in which of its columns. */
export interface Seat {
  readonly shelf: number;
  readonly column: number;
}

/** What boxes up to some place take, when they stand so, and how far that is from what is wished. */
export type Taken = (seats: readonly Seat[]) => { readonly size: Extent; readonly badness: number };

/**
 * Seats for boxes in their order, some of which had one (`known`) and keep it. A new box stands
 * beside the one before it, below it if there is room, or on a shelf of its own: whichever is best.
 * `null`: none had a seat, or they stand in another order now.
 */
export function inherit(known: readonly (Seat | null)[], taken: Taken): readonly Seat[] | null {
  const first = known.find((seat) => seat !== null);
  if (!first || !isInOrder(known)) return null;
  let seats: readonly Seat[] = [];
  known.forEach((seat, index) => {
    const last = seats.at(-1);
    if (seat || !last) seats = [...seats, seat ?? { ...first, column: first.column - 1 }];
    else seats = withNew(seats, last, nextOf(known, index), taken);
  });
  return whole(seats);
}

function withNew(
  seats: readonly Seat[],
  last: Seat,
  next: Seat | null,
  taken: Taken,
): readonly Seat[] {
  const { shelf, column } = last;
  const isAmid = next?.shelf === shelf;
  const further = isAmid ? (column + next.column) / 2 : column + 1;
  let best = [...seats, { shelf, column: further }];
  let found = taken(whole(best));
  const high = found.size.v;
  const below = [...seats, last];
  const behind = [...seats, { shelf: next ? (shelf + next.shelf) / 2 : shelf + 1, column: 0 }];
  for (const other of isAmid ? [below] : [below, behind]) {
    const its = taken(whole(other));
    const isRoom = other !== below || its.size.v <= high;
    if (isRoom && its.badness < found.badness) [best, found] = [other, its];
  }
  return best;
}

function nextOf(known: readonly (Seat | null)[], from: number): Seat | null {
  for (let index = from; index < known.length; index++) {
    const seat = known[index];
    if (seat) return seat;
  }
  return null;
}

function isInOrder(known: readonly (Seat | null)[]): boolean {
  let last: Seat | null = null;
  for (const seat of known) {
    if (seat && last && (seat.shelf - last.shelf || seat.column - last.column) < 0) return false;
    last = seat ?? last;
  }
  return true;
}

/** The same in whole numbers from 0 on, none left out. */
function whole(seats: readonly Seat[]): readonly Seat[] {
  let [shelf, column] = [0, 0];
  return seats.map((seat, index) => {
    const last = seats[index - 1];
    if (last && seat.shelf !== last.shelf) [shelf, column] = [shelf + 1, 0];
    else if (last && seat.column !== last.column) column++;
    return { shelf, column };
  });
}
