import type * as z from 'zod/mini';
import type { eraOutcomeForm, fullOutcomeForm, refOutcomeForm } from './caseForm.ts';
import type { GoldenOutcomes, GoldenStep } from './goldenCase.ts';
import { goldenId } from './goldenFunction.ts';
import { type GoldenList, goldenTransfer, mappedEraLists, mappedLists } from './goldenLists.ts';

export type FullOutcome = z.output<typeof fullOutcomeForm>;
export type EraOutcome = z.output<typeof eraOutcomeForm>;
export type RefOutcome = z.output<typeof refOutcomeForm>;

/** The kernel's answers in a format 1 case, to the lists of its input. */
export function fullOutcomes(told: FullOutcome, lists: readonly GoldenList[]): GoldenOutcomes {
  return {
    ...answersOf(told),
    acs: told.devices.map(({ acs }) => (acs ? Number.parseInt(acs.ctl, 16) : null)),
    groups: told.devices.map(({ iommuGroup }) => groupName(iommuGroup)),
    listedGroups: listedGroups(told),
    why: told.why,
    reasons: told.reasons,
    lists: mappedLists(lists, told.sgl),
    transfers: (told.xfer ?? []).map(goldenTransfer),
  };
}

/** The kernel's answers in an era-1 case; `ref` where the log is that of its reference. */
export function eraOutcomes(
  told: EraOutcome,
  ref: RefOutcome,
  lists: readonly GoldenList[],
): GoldenOutcomes {
  return {
    ...answersOf(told),
    acs: told.devices.map(({ acs }) => (acs ? Number.parseInt(acs[1], 16) : null)),
    groups: told.devices.map(({ group }) => groupName(group)),
    listedGroups: null,
    why: told.why === 'ref' ? ref.why : told.why,
    reasons: told.reasons === 'ref' ? ref.reasons : told.reasons,
    lists: mappedEraLists(lists, told.sgl),
    transfers: [],
  };
}

const groupName = (group: number | string | null | undefined): string | null =>
  group === null || group === undefined ? null : String(group);

/** The group of each device by the list of groups; several where it stands in several. */
function listedGroups({ devices, groups }: FullOutcome): readonly (string | null)[] | null {
  if (groups === undefined) return null;
  return devices.map(({ bdf }) => {
    const found = groups.filter((group) => group.devices.includes(bdf));
    return found.length === 0 ? null : found.map(({ id }) => String(id)).join(' and ');
  });
}

type Answers = Pick<GoldenOutcomes, 'distances' | 'maps' | 'find' | 'many' | 'steps'>;

function answersOf(
  told: Pick<FullOutcome, 'distances' | 'maps' | 'find' | 'many' | 'steps'>,
): Answers {
  return {
    distances: told.distances,
    maps: told.maps.map(([provider, client, kind, how]) => ({ provider, client, kind, how })),
    find: told.find.map(([client, found]) => ({
      client: goldenId(client),
      found: found === null ? null : goldenId(found),
    })),
    many: (told.many ?? []).map(([provider, clients, result]) => ({
      provider: goldenId(provider),
      clients: clients.map(goldenId),
      result,
    })),
    steps: (told.steps ?? []).map(stepOf),
  };
}

function stepOf(step: NonNullable<FullOutcome['steps']>[number]): GoldenStep {
  if (step.op === 'acsctl') {
    return { op: 'acsctl', function: goldenId(step.d), control: Number.parseInt(step.ctl, 16) };
  }
  const pair = { provider: goldenId(step.p), client: goldenId(step.c) };
  return step.op === 'dist'
    ? { op: 'dist', ...pair, result: step.d }
    : { op: 'map', ...pair, kind: step.kind };
}
