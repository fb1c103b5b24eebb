import { UNKNOWN } from '../base/unknown.ts';
import { acsContextOf } from '../engine/acs/acsContext.ts';
import { effectiveAcs } from '../engine/acs/effectiveAcs.ts';
import type { PairRule } from '../engine/p2pdma/verdict.ts';
import { RULES } from '../engine/rules.ts';
import type { FunctionId } from '../model/ids.ts';
import type { DerivedCase } from './deriveCase.ts';
import type { CaseReport, GoldenCase } from './goldenCase.ts';

/** The rows of `rules.ts` behind what a verdict names as its rule. */
const OF_PAIR: Readonly<Partial<Record<PairRule, readonly string[]>>> = {
  'cpu-forwards': [RULES.cpu.id, RULES.hostPath.id],
  'host-bridge-listed': [RULES.allowList.id, RULES.hostIdentity.id, RULES.hostPath.id],
  'host-bridge-not-listed': [RULES.allowList.id, RULES.hostIdentity.id, RULES.hostPath.id],
  'host-bridge-not-shared': [RULES.allowList.id, RULES.hostIdentity.id, RULES.hostPath.id],
  'host-bridge-not-identified': [RULES.hostIdentity.id, RULES.hostPath.id],
};

/**
 * Which rules had a say in the values that were compared, and in how many of them: not those that
 * were asked, but those on whose answer a value rests.
 *
 * @returns number of checks by id of `rules.ts`
 */
export function rulesAtWork(
  golden: GoldenCase,
  derived: DerivedCase,
  { checked, listRules }: CaseReport,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add: Add = (id, checks = 1) => {
    if (checks > 0) counts.set(id, (counts.get(id) ?? 0) + checks);
  };
  pairs(derived, add);
  addresses(golden, derived, checked.addresses, add);
  bootWords(derived, add);
  groups(derived, checked.groups, add);
  add(RULES.log.id, checked.reasons);
  add(RULES.providers.id, checked.find);
  add(RULES.findProvider.id, checked.find);
  add(RULES.distanceMany.id, checked.many);
  add(RULES.client.id, checked.find + checked.many);
  add(RULES.mappingCache.id, checked.steps);
  for (const [id, lists] of listRules) add(id, lists);
  return counts;
}

type Add = (id: string, checks?: number) => void;

function pairs(derived: DerivedCase, add: Add): void {
  const { functions } = derived.analysis.topology;
  const virtual = new Set(functions.filter((fn) => fn.physfn !== null).map((fn) => fn.id));
  for (const { verdict } of derived.pairs.flat()) {
    add(RULES.distance.id);
    add(RULES.mapType.id);
    add(RULES.pairWalk.id);
    for (const id of OF_PAIR[verdict.rule] ?? []) add(id);
    if (verdict.acsRedirect.length > 0) add(RULES.acsRedirect.id);
    if (virtual.has(verdict.provider) || virtual.has(verdict.client)) add(RULES.upstreamBridge.id);
  }
}

/** What kind of address a mapping gives; on clients that an IOMMU could translate, the mode, too. */
function addresses(
  { outcomes }: GoldenCase,
  { analysis, pairs }: DerivedCase,
  checks: number,
  add: Add,
): void {
  add(RULES.peerAddress.id, checks);
  if (analysis.conditions.iommu.value.hardware !== 'none') {
    add(RULES.iommuMode.id, checks);
    add(RULES.translated.id, checks);
  }
  const direct = outcomes.maps.filter(
    ({ provider, client }) => pairs[provider]?.[client]?.verdict.mapType === 'BUS_ADDR',
  );
  add(RULES.busAddress.id, direct.length);
}

const BY_PARAMETER: readonly string[] = [RULES.disableAcsRedir.id, RULES.configAcs.id];

function bootWords({ analysis }: DerivedCase, add: Add): void {
  const { cmdline, iommu, kernel } = analysis.conditions;
  for (const { steps } of analysis.boot.words) {
    add(RULES.acsInit.id);
    for (const { rule } of steps) add(rule);
    if (iommu.value.hardware !== 'none') add(RULES.requestsAcs.id);
    if (steps.some(({ rule }) => rule === RULES.acsDefault.id) && cmdline.value.noats) {
      add(RULES.acsBlocking.id);
      add(RULES.kernelParameters.id);
    }
    if (!steps.some(({ rule }) => BY_PARAMETER.includes(rule))) continue;
    add(RULES.kernelParameters.id);
    add(RULES.deviceList.id);
    add(RULES.deviceSelector.id);
    const { acsMoment } = kernel.value.features;
    if (acsMoment === 'dma-configured' && !iommu.value.requestsAcs) add(RULES.acsMoment.id);
  }
}

function groups(derived: DerivedCase, checks: number, add: Add): void {
  if (derived.groups === null) return;
  const { analysis } = derived;
  const { groups: found, ungrouped } = analysis.groups();
  for (const id of [RULES.groups.id, RULES.acsEnabled.id, RULES.acsPath.id]) add(id, checks);
  add(RULES.withoutIommu.id, ungrouped.length);
  const sourceOf = isolationSource(derived);
  for (const { members } of found) {
    const kinds = new Set(members.map(({ cause }) => cause.kind));
    if (kinds.has('sibling')) add(RULES.groupsOfBus.id);
    if (kinds.has('alias')) add(RULES.dmaAliases.id);
    const sources = members.map((member) => sourceOf(member.function));
    if (sources.some((source) => source === 'register')) add(RULES.acsRegisters.id);
    if (sources.some((source) => source.startsWith('quirk:'))) add(RULES.acsSpecific.id);
  }
}

/** What gave the answer on isolation, for every function that has a group. */
export function isolationSources(derived: DerivedCase): readonly string[] {
  if (derived.groups === null) return [];
  const sourceOf = isolationSource(derived);
  return derived.analysis
    .groups()
    .groups.flatMap(({ members }) => members.map((member) => sourceOf(member.function)));
}

/** `register`, `quirk:FAMILY`, `type:…`: see `effectiveAcs.ts`. */
function isolationSource({ analysis }: DerivedCase): (id: FunctionId) => string {
  const context = acsContextOf(analysis.conditions);
  const { indexOf, functions } = analysis.topology;
  return (id) => {
    const fn = functions[indexOf.get(id) ?? -1];
    return fn ? effectiveAcs(fn, context).source : UNKNOWN;
  };
}
