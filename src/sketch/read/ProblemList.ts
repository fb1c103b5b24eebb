import { nearest } from '../nearest.ts';
import type { SketchProblem } from '../sketch.ts';

/** A stretch of a line: columns from 0, `to` is after the last character. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** More are counted and not listed: nobody reads them, and each costs time. */
const MOST = 500;

/** Problems as they are found; listed by line and column. */
export class ProblemList {
  readonly #problems: SketchProblem[] = [];
  /** Lines of which everything has been said. */
  readonly #silent = new Set<number>();
  #more = 0;

  error(
    line: number,
    at: Stretch,
    text: string,
    more: { readonly instead?: string | null; readonly hint?: string } = {},
  ): void {
    this.#add('error', line, at, text, more.instead ?? null, more.hint ?? null);
  }

  warning(
    line: number,
    at: Stretch,
    text: string,
    hint: string | null = null,
    instead: string | null = null,
  ): void {
    this.#add('warning', line, at, text, instead, hint);
  }

  note(line: number, at: Stretch, text: string, hint: string | null = null): void {
    this.#add('note', line, at, text, null, hint);
  }

  /** What else is wrong with a line follows from what was told: it is not told. */
  silence(line: number): void {
    this.#silent.add(line);
  }

  /** A word that is none of those that may stand there, with the nearest of them. */
  notOneOf(
    line: number,
    at: Stretch,
    text: string,
    typed: string,
    words: Iterable<string>,
    most?: number,
  ): void {
    if (this.#problems.length >= MOST) {
      this.#more++;
      return;
    }
    const instead = nearest(typed, words, most);
    const hint = instead === null ? null : `Did you mean ${instead}?`;
    this.#add('error', line, at, text, instead, hint);
  }

  list(): readonly SketchProblem[] {
    const sorted = [...this.#problems].sort((a, b) => a.line - b.line || a.from - b.from);
    const last = sorted.at(-1);
    if (this.#more === 0 || !last) return sorted;
    return [
      ...sorted,
      { ...last, text: `${this.#more} more problems are not listed.`, instead: null, hint: null },
    ];
  }

  #add(
    severity: SketchProblem['severity'],
    line: number,
    { from, to }: Stretch,
    text: string,
    instead: string | null,
    hint: string | null,
  ): void {
    if (this.#silent.has(line)) return;
    if (this.#problems.length >= MOST) {
      this.#more++;
      return;
    }
    const where = `${line}:${from + 1}`;
    this.#problems.push({ severity, text, line, from, to, instead, where, hint });
  }
}
