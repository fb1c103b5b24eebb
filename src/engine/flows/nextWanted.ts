import type { FlowId } from '../../model/ids.ts';

/** Of which flows is wanted what comes next: each needs the machine solved once more. */
export type NextWanted = 'all' | readonly FlowId[];

/** Of so few flows all are computed, whoever is asked for: looking at another one then needs no question. */
const FEW = 8;

/** What is computed of what is wanted, among the flows that there are. */
export function nextComputed(wanted: NextWanted, flows: readonly FlowId[]): NextWanted {
  if (wanted === 'all' || flows.length <= FEW) return 'all';
  return flows.filter((id) => wanted.includes(id));
}
