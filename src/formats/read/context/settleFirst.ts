import { type Problem, problemWarning } from '../../../base/problem.ts';
import type { Evidence } from './evidence.ts';

export interface Settled<One extends Evidence> {
  /** What is taken to be true: the first that was said. */
  readonly first: One | null;
  readonly problems: readonly Problem[];
}

/**
 * Picks the first of several statements about the same thing. When another one differs, two machines
 * or two boots were probably pasted together: said once, with both lines.
 */
export function settleFirst<One extends Evidence>(
  what: string,
  statements: readonly One[],
  textOf: (one: One) => string,
  agree: (a: string, b: string) => boolean = (a, b) => a === b,
): Settled<One> {
  const first = statements[0];
  if (!first) return { first: null, problems: [] };
  const kept = textOf(first);
  const other = statements.find((one) => !agree(kept, textOf(one)));
  if (!other) return { first, problems: [] };
  const text = `Two different ${what} are given: ${kept} (line ${first.line}, ${first.source}) and ${textOf(other)} (line ${other.line}, ${other.source}). The first is used.`;
  const hint = 'Remove what does not belong to this machine and boot.';
  return {
    first,
    problems: [problemWarning(text, { line: other.line, hint, treatment: 'guessed' })],
  };
}
