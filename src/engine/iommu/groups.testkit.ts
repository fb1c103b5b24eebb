import type { Machine } from '../../model/machine.ts';
import { type ConditionRequest, type Conditions, resolveConditions } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import { buildTopology } from '../pci/topology.ts';
import { groupFunctions } from './groupFunctions.ts';
import type { GroupCause, IommuGroups } from './iommuGroups.ts';

/** With VT-d in use, Linux 7.1, and ACS words taken as they stand, unless a test says otherwise. */
export function conditionsFor(
  machine: Machine,
  asked: Partial<Omit<ConditionRequest, 'kernel'>> & { readonly kernel?: string } = {},
): Conditions {
  const { kernel = '7.1', ...rest } = asked;
  return resolveConditions(machine, {
    kernel: eraById(kernel),
    iommu: 'intel',
    acsWords: 'as-is',
    cmdline: '',
    ...rest,
  });
}

/** The groups of a machine as the rules give them. */
export function groupsOf(
  machine: Machine,
  asked?: Parameters<typeof conditionsFor>[1],
): IommuGroups {
  const topology = buildTopology(machine);
  return groupFunctions(topology, topology, conditionsFor(machine, asked));
}

/** As tests write groups: addresses without domain 0, groups in order of their making. */
export function memberLists({ groups }: IommuGroups): readonly (readonly string[])[] {
  return groups.map(({ members }) => members.map((member) => short(member.function)));
}

/** Each member's cause in a few words: `01:00.1: sibling of 01:00.0`. */
export function causes({ groups }: IommuGroups): readonly string[] {
  return groups.flatMap(({ members }) =>
    members.map((member) => `${short(member.function)}: ${words(member.cause)}`),
  );
}

function words(cause: GroupCause): string {
  switch (cause.kind) {
    case 'own':
      return 'own';
    case 'alias':
      return `alias of ${short(cause.of)}`;
    case 'sibling':
      return `sibling of ${short(cause.of)}`;
    case 'no-isolation-above':
      return `not isolated by ${short(cause.at)}`;
    case 'switch':
      return `bus spoiled by ${short(cause.at)}`;
  }
}

const short = (id: string) => id.replace(/^0000:/, '');
