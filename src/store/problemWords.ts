import type { Problem } from '../base/problem.ts';

/** A problem with what to do instead, as a notice says it. */
export function problemWords({ text, hint }: Pick<Problem, 'text' | 'hint'>): string {
  return hint ? `${text} ${hint}` : text;
}
