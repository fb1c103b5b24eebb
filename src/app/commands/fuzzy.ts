/** A stretch of a text: from, to (exclusive). */
export type Stretch = readonly [number, number];

export interface Match {
  /** Higher is better. */
  readonly score: number;
  /** What of the text was found, to be set off. */
  readonly stretches: readonly Stretch[];
}

const WORD_START = 8;
const IN_ROW = 5;
const EARLY = 3;

/**
 * Finds the letters of a query in a text, in order and not necessarily together: `sdr` finds
 * "Switch the drawing". Starts of words and letters in a row count more. `null`: not found.
 */
export function fuzzyMatch(query: string, text: string): Match | null {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  if (wanted === '') return { score: 0, stretches: [] };
  const lower = text.toLowerCase();
  const whole = lower.indexOf(query.trim().toLowerCase());
  if (whole >= 0) {
    const length = query.trim().length;
    const start = isWordStart(lower, whole) ? 100 : 50;
    return { score: start + length * IN_ROW - whole / 10, stretches: [[whole, whole + length]] };
  }
  return scattered(wanted, lower);
}

function scattered(wanted: string, lower: string): Match | null {
  const places: number[] = [];
  let score = 0;
  let at = 0;
  for (const letter of wanted) {
    const place = nextPlace(lower, letter, at, places.at(-1));
    if (place < 0) return null;
    if (isWordStart(lower, place)) score += WORD_START;
    if (places.at(-1) === place - 1) score += IN_ROW;
    if (place < 3) score += EARLY;
    score -= (place - at) / 4;
    places.push(place);
    at = place + 1;
  }
  return { score, stretches: stretchesOf(places) };
}

/** The next letter in a row if it fits, else one at the start of a word, else any. */
function nextPlace(lower: string, letter: string, from: number, last: number | undefined): number {
  const next = lower.indexOf(letter, from);
  if (next < 0 || (last !== undefined && next === last + 1)) return next;
  for (let at = next; at >= 0; at = lower.indexOf(letter, at + 1)) {
    if (isWordStart(lower, at)) return at;
  }
  return next;
}

function isWordStart(lower: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(lower[at - 1] ?? '');
}

function stretchesOf(places: readonly number[]): readonly Stretch[] {
  const stretches: [number, number][] = [];
  for (const place of places) {
    const last = stretches.at(-1);
    if (last && last[1] === place) last[1] = place + 1;
    else stretches.push([place, place + 1]);
  }
  return stretches;
}
