import { UNKNOWN } from '../../base/unknown.ts';
import type { GroupCause, GroupMember, IommuGroups } from '../../engine/report.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** What the captured machine's kernel said of the members of one group. */
export type Captured =
  /** It had a group of exactly these. */
  | { readonly kind: 'same'; readonly number: string }
  /** They were in these groups, with others or apart. */
  | { readonly kind: 'other'; readonly numbers: readonly string[] }
  /** The input does not say. */
  | { readonly kind: 'unknown' };

/** Members that are in a group for the same reason. */
export interface Cluster {
  readonly cause: GroupCause;
  readonly functions: readonly FunctionId[];
}

/** One group as the list shows it. */
export interface GroupRow {
  /** In order of making, from 0, as the kernel numbers them. */
  readonly number: number;
  readonly members: readonly GroupMember[];
  /** The members again, by what brought them in; in the order in which that came up. */
  readonly clusters: readonly Cluster[];
  /** The functions that hold it together, in the order in which they did. */
  readonly mergedBy: readonly FunctionId[];
  readonly captured: Captured;
}

/** The groups as rows, with what the input said of each. */
export function groupRows(
  { groups }: Pick<IommuGroups, 'groups'>,
  byId: ReadonlyMap<FunctionId, PciFunction>,
): readonly GroupRow[] {
  const sizes = new Map<string, number>();
  for (const { iommuGroup } of byId.values()) {
    if (iommuGroup === null || iommuGroup === UNKNOWN) continue;
    sizes.set(iommuGroup, (sizes.get(iommuGroup) ?? 0) + 1);
  }
  return groups.map(({ members }, number) => ({
    number,
    members,
    clusters: clustersOf(members),
    mergedBy: [...new Set(members.flatMap(({ cause }) => mergerOf(cause) ?? []))],
    captured: capturedAs(members, byId, sizes),
  }));
}

function clustersOf(members: readonly GroupMember[]): readonly Cluster[] {
  const found = new Map<string, { cause: GroupCause; functions: FunctionId[] }>();
  for (const { function: id, cause } of members) {
    const key = `${cause.kind} ${mergerOf(cause)}`;
    const there = found.get(key);
    if (there) there.functions.push(id);
    else found.set(key, { cause, functions: [id] });
  }
  return [...found.values()];
}

function mergerOf(cause: GroupCause): FunctionId | null {
  switch (cause.kind) {
    case 'own':
      return null;
    case 'alias':
    case 'sibling':
      return cause.of;
    case 'no-isolation-above':
    case 'switch':
      return cause.at;
  }
}

function capturedAs(
  members: readonly GroupMember[],
  byId: ReadonlyMap<FunctionId, PciFunction>,
  sizes: ReadonlyMap<string, number>,
): Captured {
  const said = members.map((member) => byId.get(member.function)?.iommuGroup ?? UNKNOWN);
  const numbers = [...new Set(said.filter((each) => each !== UNKNOWN))];
  const [first] = numbers;
  if (first === undefined) return { kind: 'unknown' };
  const isSame = numbers.length === 1 && said.length === sizes.get(first);
  if (isSame && !said.includes(UNKNOWN)) return { kind: 'same', number: first };
  return { kind: 'other', numbers };
}

/**
 * "12 of 14 are as the captured kernel made them"; `null` where it said nothing.
 *
 * @param ungrouped functions without a group here
 */
export function capturedWords(
  rows: readonly GroupRow[],
  ungrouped: readonly { readonly function: FunctionId }[],
  byId: ReadonlyMap<FunctionId, PciFunction>,
): string | null {
  const told = rows.filter(({ captured }) => captured.kind !== 'unknown');
  if (told.length === 0) return null;
  const same = told.filter(({ captured }) => captured.kind === 'same').length;
  const all = same === 1 ? 'The one group is' : `All ${same} are`;
  const most = same === told.length ? all : `${same} of ${told.length} are`;
  const strays = ungrouped.filter(({ function: id }) => {
    const group = byId.get(id)?.iommuGroup ?? UNKNOWN;
    return group !== UNKNOWN;
  }).length;
  const rest = strays === 0 ? '' : ` ${strays} of those without a group had one there.`;
  return `${most} as the captured kernel made ${same === 1 && told.length === 1 ? 'it' : 'them'}.${rest}`;
}
