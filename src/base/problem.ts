/**
 * What is said to a user about their input: where, what was found, what was expected and what to
 * do next. A developer's mistake throws instead.
 */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'note';
  /** One sentence or two, complete in themselves. */
  readonly text: string;
  /** Line in the input, from 1; `null` where no single line is meant. */
  readonly line: number | null;
  /** Name of the part concerned (an address such as `0000:03:00.0`, a JSON path), if any. */
  readonly where: string | null;
  /** What to do about it, if there is something. */
  readonly hint: string | null;
  /** What a reader did with the place; left out where it only warns of something. */
  readonly treatment?: Treatment;
}

/**
 * What became of a place in the input: it says something that was taken over, it was settled
 * without proof (by a name, or one of two that contradict each other), or it was left out.
 */
export type Treatment = 'understood' | 'guessed' | 'ignored';

export interface ProblemPlace {
  readonly line?: number;
  readonly where?: string;
  readonly hint?: string;
  readonly treatment?: Treatment;
}

function problem(severity: Problem['severity'], text: string, place: ProblemPlace): Problem {
  return {
    severity,
    text,
    line: place.line ?? null,
    where: place.where ?? null,
    hint: place.hint ?? null,
    ...(place.treatment && { treatment: place.treatment }),
  };
}

/** Something could not be read or is impossible. */
export const problemError = (text: string, place: ProblemPlace = {}): Problem =>
  problem('error', text, place);

/** Something was read, but may mislead. */
export const problemWarning = (text: string, place: ProblemPlace = {}): Problem =>
  problem('warning', text, place);

/** Something worth knowing: a guess that was made, a part that was left out. */
export const problemNote = (text: string, place: ProblemPlace = {}): Problem =>
  problem('note', text, place);
