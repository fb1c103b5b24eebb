import type { FlowEnd, FlowGroup } from '../../../model/workload.ts';
import { isSameEnd } from './flowDraft.ts';

/** A group while its properties are chosen. */
export type GroupDraft = Pick<
  FlowGroup,
  'pattern' | 'members' | 'through' | 'operation' | 'sizeBytes'
>;

export const PATTERNS = [
  { value: 'ring', title: 'Ring', help: 'Each to the next one, the last to the first.' },
  { value: 'all-to-all', title: 'All-to-all', help: 'Each to each.' },
  { value: 'incast', title: 'Incast', help: 'All to the first one.' },
  { value: 'sequence', title: 'Sequence', help: 'Each to the next one, the last to nobody.' },
  {
    value: 'nvme-of',
    title: 'NVMe-oF target',
    help: 'The first member is the network card, the others are drives.',
  },
] as const;

/** The member count that the pattern has a meaning for; another pattern forgets what is its own. */
export function withPattern(draft: GroupDraft, pattern: GroupDraft['pattern']): GroupDraft {
  const { through: _, ...others } = draft;
  return pattern === 'nvme-of' ? { ...draft, pattern } : { ...others, pattern };
}

/** Why such a group cannot be, which field it is about, and what would do; `null`: it can. */
export function groupProblem({ pattern, members }: GroupDraft): string | null {
  const least = 2;
  if (members.length < least) return 'Members: two at least; add another one.';
  const twice = members.find((member, at) =>
    members.slice(0, at).some((earlier) => isSameEnd(member, earlier)),
  );
  if (twice) return 'Members: each takes part once; remove the one that stands there twice.';
  if (pattern === 'nvme-of' && members.some(({ kind }) => kind !== 'function')) {
    return 'Members: a target consists of devices; choose “Through” for the memory between them.';
  }
  return null;
}

/** A member more: the first end that is none yet. */
export function nextMember(ends: readonly FlowEnd[], members: readonly FlowEnd[]): FlowEnd | null {
  const isFree = (end: FlowEnd) => !members.some((member) => isSameEnd(member, end));
  // Of the kind of the last one, if there is one: GPUs come in rows.
  return ends.find((end) => end.kind === 'function' && isFree(end)) ?? ends.find(isFree) ?? null;
}
