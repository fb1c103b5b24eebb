import { UNKNOWN } from '../../../base/unknown.ts';
import type { Bar } from '../../../model/registers.ts';

export interface BarSizes {
  /** `null`: not shown. */
  readonly now: number | null;
  /** Bytes, ascending. */
  readonly choices: readonly number[];
}

/** The sizes between which a BAR can be chosen; `null` where there is no choice, or none is shown. */
export function barSizes({ size, resizableTo }: Bar): BarSizes | null {
  if (resizableTo === null || resizableTo === UNKNOWN) return null;
  const choices = [...resizableTo].sort((a, b) => a - b);
  const now = size === UNKNOWN ? null : size;
  const isChoice = choices.length > 1 || (choices.length === 1 && choices[0] !== now);
  return isChoice ? { now, choices } : null;
}

/** Why a BAR has no address. */
export function unplacedWords({ size, kind }: Bar, isDrawn: boolean): string {
  if (!isDrawn) return 'no address assigned';
  if (size === UNKNOWN) return 'not placed: its size is not known';
  return kind === 'io' ? 'not placed: no room for I/O' : 'not placed: no room';
}
