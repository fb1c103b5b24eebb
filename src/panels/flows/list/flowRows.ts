import type {
  FlowReport,
  GroupReport,
  LinkReport,
  ThroughputReport,
} from '../../../engine/flows/throughputReport.ts';
import type { FlowId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import { endsWords, groupWords, operationWords } from '../words/endWords.ts';
import { rateParts, timeWords } from '../words/rateWords.ts';

export interface FlowRow {
  readonly id: FlowId;
  readonly kind: 'flow' | 'group' | 'member';
  readonly name: string;
  /** Between whom and how; of a group what it is. */
  readonly what: string;
  /** In GB/s; `null`: not answered yet. */
  readonly rate: string | null;
  /** Of the rate. */
  readonly unit: string;
  /** Of what its first link could carry, 0 to 1; `null`: that is not known, or there is none. */
  readonly share: number | null;
  /** What holds it back, in a few words; `null`: nothing known does, or it is not answered. */
  readonly limit: string | null;
  /** Beside the rate of a group: how long it takes. */
  readonly time: string | null;
  readonly isUpperBound: boolean;
  /** `fabric`: nothing arrives; `linux`: Linux would not set it up. */
  readonly refusedBy: 'fabric' | 'linux' | null;
  /** Of a group: are its members shown? `null`: it has none to show. */
  readonly isOpen: boolean | null;
}

/** Flows and groups as the list shows them; members stand below their group while it is open. */
export function flowRows(
  machine: Machine,
  report: ThroughputReport | null,
  open: ReadonlySet<FlowId>,
): readonly FlowRow[] {
  const { flows, groups } = machine.workload;
  const flowOf = new Map(report?.flows.map((flow) => [flow.id, flow]));
  const groupOf = new Map(report?.groups.map((group) => [group.id, group]));
  const rows: FlowRow[] = flows.map((flow) => ({
    ...figuresOf(flowOf.get(flow.id), report?.links ?? []),
    id: flow.id,
    kind: 'flow',
    name: flow.label ?? flow.id,
    what: `${endsWords(machine, flow)} ${operationWords(machine, flow)}`,
    time: null,
    isOpen: null,
  }));
  for (const group of groups) {
    const answer = groupOf.get(group.id);
    const members = (answer?.flows ?? []).flatMap((id) => flowOf.get(id) ?? []);
    const isOpen = open.has(group.id);
    rows.push({
      ...groupFigures(answer, members),
      id: group.id,
      kind: 'group',
      name: group.label ?? group.id,
      what: `${groupWords(machine, group)}, ${group.operation}`,
      isOpen: members.length > 0 ? isOpen : null,
    });
    if (!isOpen) continue;
    for (const member of members) {
      rows.push({
        ...figuresOf(member, report?.links ?? []),
        id: member.id,
        kind: 'member',
        name: member.title,
        what: '',
        time: null,
        isOpen: null,
      });
    }
  }
  return rows;
}

type Figures = Pick<FlowRow, 'rate' | 'unit' | 'share' | 'limit' | 'isUpperBound' | 'refusedBy'>;
const NOT_ANSWERED: Figures = {
  rate: null,
  unit: '',
  share: null,
  limit: null,
  isUpperBound: false,
  refusedBy: null,
};

function figuresOf(flow: FlowReport | undefined, links: readonly LinkReport[]): Figures {
  if (!flow) return NOT_ANSWERED;
  return {
    rate: rateParts(flow.bytesPerSecond).figure,
    unit: rateParts(flow.bytesPerSecond).unit,
    share: shareOfFirstLink(flow, links),
    limit: flow.limit?.where ?? null,
    isUpperBound: flow.isUpperBound,
    refusedBy: refusedBy(flow),
  };
}

function groupFigures(
  group: GroupReport | undefined,
  members: readonly FlowReport[],
): Figures & Pick<FlowRow, 'time'> {
  if (!group) return { ...NOT_ANSWERED, time: null };
  const { bytesPerSecond, makespanUs, limit } = group;
  const refusals = members.map(refusedBy);
  return {
    rate: rateParts(bytesPerSecond).figure,
    unit: rateParts(bytesPerSecond).unit,
    share: null,
    limit: limit?.where ?? null,
    time: makespanUs === null ? null : timeWords(makespanUs * 1000),
    isUpperBound: members.some((flow) => flow.isUpperBound),
    refusedBy: refusals.includes('fabric') ? 'fabric' : (refusals.find(Boolean) ?? null),
  };
}

export function refusedBy({ limit, streams }: FlowReport): FlowRow['refusedBy'] {
  if (limit?.kind === 'refused') return 'fabric';
  return streams.some(({ isRefusedByLinux }) => isRefusedByLinux) ? 'linux' : null;
}

/** The most that any of its streams fills of the first link that its data cross. */
export function shareOfFirstLink(flow: FlowReport, links: readonly LinkReport[]): number | null {
  const shares = flow.streams.flatMap(({ crossings, bytesPerSecond }) => {
    const first = crossings.find(({ packet }) => packet !== 'read');
    const capacity = first === undefined ? null : (links[first.link]?.capacity ?? null);
    if (capacity === null || capacity <= 0 || bytesPerSecond === null) return [];
    return [Math.min(1, bytesPerSecond / capacity)];
  });
  return shares.length === 0 ? null : Math.max(...shares);
}
