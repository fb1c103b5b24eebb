import type { Arrangement } from '../../layout/arrange/arrangement.ts';
import type { Seat } from '../../layout/arrange/seats.ts';
import type { OpenDocument, View } from '../../store/state.ts';

/** A state of a document, as its history counts them. */
export type DocumentState = Pick<OpenDocument, 'serial' | 'moment'>;
export type Manner = Pick<View, 'drawing' | 'direction'> & Partial<Pick<View, 'isStacked'>>;

/**
 * How the states of documents are arranged, for as long as the page is open: an edit keeps to what
 * was there before it, and undo and redo come back to the very picture that was seen.
 */
export class Arrangements {
  /** By document and moment, then by the manner of drawing. */
  readonly #known = new Map<string, Map<string, Arrangement>>();
  /** Of the open document, as it was drawn last in each manner. */
  #last = { serial: 0, byManner: new Map<string, Arrangement>() };
  #tidied = 0;

  /** How a state was drawn. */
  of(state: DocumentState, manner: Manner): Arrangement | undefined {
    return this.#known.get(stateName(state))?.get(mannerName(manner));
  }

  /** What drawing a state keeps to; `undefined`: nothing, it is arranged afresh. */
  before(state: DocumentState, manner: Manner): Arrangement | undefined {
    const { serial, byManner } = this.#last;
    const last = serial === state.serial ? byManner.get(mannerName(manner)) : undefined;
    return this.of(state, manner) ?? last;
  }

  keep(state: DocumentState, manner: Manner, arrangement: Arrangement): void {
    const name = mannerName(manner);
    if (this.#last.serial !== state.serial) {
      this.#last = { serial: state.serial, byManner: new Map() };
    }
    const last = this.#last.byManner.get(name);
    // Most edits change nothing of it: a long history holds one.
    const kept = last && isSame(last, arrangement) ? last : arrangement;
    this.#last.byManner.set(name, kept);
    const key = stateName(state);
    const known = this.#known.get(key) ?? new Map<string, Arrangement>();
    this.#known.set(key, known.set(name, kept));
  }

  /** Forgets how a state is arranged when the drawing was tidied up since. */
  tidy(state: DocumentState, tidied: number): void {
    if (tidied === this.#tidied) return;
    this.#tidied = tidied;
    this.#last = { serial: state.serial, byManner: new Map() };
    this.#known.delete(stateName(state));
  }
}

/** Of the page: they outlast the sheet, which goes while another page is shown. */
export const pageArrangements = new Arrangements();

const stateName = ({ serial, moment }: DocumentState): string => `${serial} ${moment}`;

function mannerName({ drawing, direction, isStacked = false }: Manner): string {
  return `${drawing} ${direction} ${isStacked}`;
}

function isSame(a: Arrangement, b: Arrangement): boolean {
  return (
    a.seats.size === b.seats.size &&
    a.leaves.length === b.leaves.length &&
    a.leaves.every((block, index) => block === b.leaves[index]) &&
    [...a.seats].every(([name, { inner, outer }]) => {
      const other = b.seats.get(name);
      return other && isSameSeat(inner, other.inner) && isSameSeat(outer, other.outer);
    })
  );
}

function isSameSeat(a: Seat, b: Seat): boolean {
  return a.shelf === b.shelf && a.column === b.column;
}
