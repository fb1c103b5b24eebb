import type { CmdlineProblem } from './checkCmdline.ts';

export interface MarkedPart {
  readonly text: string;
  /** `null`: nothing is wrong with it. */
  readonly severity: CmdlineProblem['severity'] | null;
}

/** A text cut where what is wrong begins and ends. Where problems overlap, the first is drawn. */
export function markedText(
  text: string,
  problems: readonly CmdlineProblem[],
): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  const add = (end: number, severity: MarkedPart['severity']) => {
    if (end > at) parts.push({ text: text.slice(at, end), severity });
    at = Math.max(at, end);
  };
  for (const { start, end, severity } of problems) {
    add(start, null);
    add(end, severity);
  }
  add(text.length, null);
  return parts;
}
