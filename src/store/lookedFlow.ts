import type { FlowId } from '../model/ids.ts';
import type { Workload } from '../model/workload.ts';

type Flows = Pick<Workload, 'flows' | 'groups'>;

/**
 * What is looked at once the document has other flows: the one that came, or the next one in the place of
 * one that went. The same as before where neither is so.
 */
export function lookedFlow(before: Flows, after: Flows, looked: FlowId | null): FlowId | null {
  const earlier = idsOf(before);
  const now = idsOf(after);
  const came = now.filter((id) => !earlier.includes(id));
  if (came.length === 1 && came[0] !== undefined) return came[0];
  const shown = looked ?? earlier[0];
  const at = shown === undefined ? -1 : earlier.indexOf(shown);
  if (at < 0 || (shown !== undefined && now.includes(shown))) return looked;
  return now[at] ?? now.at(-1) ?? null;
}

function idsOf({ flows, groups }: Flows): readonly FlowId[] {
  return [...flows, ...groups].map(({ id }) => id);
}
