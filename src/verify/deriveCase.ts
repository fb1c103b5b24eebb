import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import { type Analysis, analyze } from '../engine/analyze.ts';
import { type LogLine, logLines } from '../engine/explain/kernelLog.ts';
import { type Client, clientOf } from '../engine/p2pdma/client.ts';
import { pciP2pdmaDistanceMany } from '../engine/p2pdma/pciP2pdmaDistanceMany.ts';
import { pciP2pmemFindMany } from '../engine/p2pdma/pciP2pmemFindMany.ts';
import { publishedProvider } from '../engine/p2pdma/provider.ts';
import type { PairVerdict } from '../engine/p2pdma/verdict.ts';
import { functionAt, placeOfId } from '../engine/pci/topology.ts';
import type { FunctionId } from '../model/ids.ts';
import type { GoldenInput } from './goldenCase.ts';

/** What the engine makes of a pair. */
export interface DerivedPair {
  readonly verdict: PairVerdict;
  readonly log: readonly LogLine[];
}

/** What the engine says of a case, in the words of the case: functions by their index. */
export interface DerivedCase {
  readonly analysis: Analysis;
  /** ACS control words after boot, `null` without the capability. */
  readonly acs: readonly OrUnknown<number | null>[];
  /** `[provider][client]` */
  readonly pairs: readonly (readonly DerivedPair[])[];
  /** IOMMU groups as lists of indices, `null` where no IOMMU is in use. */
  readonly groups: readonly (readonly number[])[] | null;
}

/** The request under which a case was booted. */
export function requestOfCase({ era, cpu, cmdline, iommu, acsWords }: GoldenInput) {
  return { kernel: era, cpu, cmdline, iommu, acsWords };
}

/** Derives a golden case from what the machine was; it is given nothing of what the kernel said. */
export function deriveCase(input: GoldenInput): DerivedCase {
  const analysis = analyze(input.machine, requestOfCase(input));
  const { functions } = input;
  return {
    analysis,
    acs: functions.map((id) => controlOf(analysis, id)),
    pairs: functions.map((provider) =>
      functions.map((client) => {
        const verdict = analysis.pair(provider, client);
        return { verdict, log: logLines(analysis, verdict) };
      }),
    ),
    groups: groupsOf(analysis, functions),
  };
}

function controlOf({ topology }: Analysis, id: FunctionId): OrUnknown<number | null> {
  const place = topology.indexOf.get(id);
  if (place === undefined) return UNKNOWN;
  const { acs } = functionAt(topology, place);
  return acs === null || acs === UNKNOWN ? acs : acs.control;
}

function groupsOf(
  analysis: Analysis,
  functions: readonly FunctionId[],
): readonly (readonly number[])[] | null {
  const { groups, hypothetical } = analysis.groups();
  if (hypothetical) return null;
  const place = new Map(functions.map((id, index) => [id, index]));
  return groups.map(({ members }) =>
    members.map((member) => place.get(member.function) ?? -1).sort((a, b) => a - b),
  );
}

/** The client that the driver of that function hands to the kernel. */
function client(analysis: Analysis, id: FunctionId): Client {
  return clientOf(functionAt(analysis.topology, placeOfId(analysis.topology, id)));
}

/** What `pci_p2pdma_distance_many()` returns; `null` when it is not known. */
export function distanceMany(
  analysis: Analysis,
  provider: FunctionId,
  clients: readonly FunctionId[],
): number | null {
  const asked = clients.map((id) => client(analysis, id));
  return pciP2pdmaDistanceMany(analysis, provider, asked).result;
}

/** The providers among which `pci_p2pmem_find_many()` chooses at random. */
export function candidates(
  analysis: Analysis,
  published: readonly FunctionId[],
  clients: readonly FunctionId[],
): readonly FunctionId[] {
  const asked = clients.map((id) => client(analysis, id));
  return pciP2pmemFindMany(analysis, asked, published.map(publishedProvider)).chosenFrom;
}
