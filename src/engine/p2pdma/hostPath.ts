import { type Answer, both, either } from '../../base/answer.ts';
import type { Cpu } from '../../model/settings.ts';
import type { AssumptionId, Conditions } from '../kernel/conditions.ts';
import { CURRENT_ERAS, type Era } from '../kernel/eras.ts';
import { NOT_SHOWN, type Topology } from '../pci/topology.ts';
import { type AllowListRow, allowListOf } from './allowList.ts';
import { cpuSupportsP2pdma } from './cpuSupportsP2pdma.ts';
import { type HostBridgeIdentity, hostBridgeIdentity } from './hostBridgeIdentity.ts';
import { hostBridgeWhitelist, type ListAnswer } from './hostBridgeWhitelist.ts';
import type { PairRule } from './verdict.ts';

/** May a transfer pass through the root complex, from one host bridge to the same or another? */
export interface HostPathAnswer {
  readonly answer: Answer;
  readonly rule: PairRule;
  /** The allow-list row that decided, if one did. */
  readonly row: AllowListRow | null;
  /** Defaults without which the answer could differ. */
  readonly decidedBy: readonly AssumptionId[];
}

export type HostPath = (providerHost: number, clientHost: number) => HostPathAnswer;

const ZEN: Cpu = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x17 };
const NOT_ZEN: Cpu = { arch: 'x86', vendor: 'GenuineIntel', family: 6 };

/**
 * The question asked of every pair that cannot go directly: a CPU the kernel trusts forwards
 * anything; otherwise the allow list must name both host bridges.
 *
 * Source: the end of `calc_map_type_and_dist()` and `host_bridge_whitelist()`,
 * drivers/pci/p2pdma.c, Linux 5.4 to 7.1.
 *
 * @returns a function of two host bridges (places in the topology or NOT_SHOWN), remembered per pair
 */
export function hostPathOf(topology: Topology, conditions: Conditions): HostPath {
  const remembered = new Map<number, HostPathAnswer>();
  const judges = judgesOf(topology, conditions);
  const width = topology.rootBus.length + 2;
  return (providerHost, clientHost) => {
    const key = (providerHost + 2) * width + clientHost + 2;
    let answer = remembered.get(key);
    if (!answer) {
      answer = judges(providerHost, clientHost);
      remembered.set(key, answer);
    }
    return answer;
  };
}

function judgesOf(topology: Topology, conditions: Conditions): HostPath {
  const { kernel, cpu } = conditions;
  const judge = hostPathUnder(topology, kernel.value, cpu.value);
  const cpuIsDefault = cpu.source === 'default' || cpu.source === 'inferred';
  const otherCpu = cpuSupportsP2pdma(cpu.value, kernel.value.features) === 'yes' ? NOT_ZEN : ZEN;
  const underOtherCpu = cpuIsDefault ? hostPathUnder(topology, kernel.value, otherCpu) : null;
  const underOtherEras =
    kernel.source === 'default'
      ? CURRENT_ERAS.map((era) => hostPathUnder(topology, era, cpu.value))
      : [];

  return (providerHost, clientHost) => {
    const { answer, rule, row, assumed } = judge(providerHost, clientHost);
    const differs = (other: ReturnType<typeof hostPathUnder>) =>
      other(providerHost, clientHost).answer !== answer;
    const decidedBy: AssumptionId[] = [];
    if (underOtherEras.some(differs)) decidedBy.push('kernel');
    if (underOtherCpu && differs(underOtherCpu)) decidedBy.push('cpu');
    // No input shows that table; a path in it would allow what everything else refuses.
    if (kernel.value.features.hmatPaths && answer !== 'yes') decidedBy.push('hmat');
    return { answer, rule, row, decidedBy: [...decidedBy, ...assumed] };
  };
}

interface PlainAnswer {
  readonly answer: Answer;
  readonly rule: PairRule;
  readonly row: AllowListRow | null;
  readonly assumed: readonly AssumptionId[];
}

function hostPathUnder(
  topology: Topology,
  era: Era,
  cpu: Cpu,
): (providerHost: number, clientHost: number) => PlainAnswer {
  const trusted = cpuSupportsP2pdma(cpu, era.features);
  const rows = allowListOf(era);
  const identities = topology.rootBus.map((_, host) =>
    hostBridgeIdentity(topology, host, era.features),
  );
  const guessed = topology.machine.hostBridges.map((host) => host.isGuess);
  return (providerHost, clientHost) => {
    const known = [providerHost, clientHost].filter((host) => host !== NOT_SHOWN);
    const onGuess: readonly AssumptionId[] = known.some((host) => guessed[host])
      ? ['root-bus']
      : [];
    if (trusted === 'yes')
      return { answer: 'yes', rule: 'cpu-forwards', row: null, assumed: onGuess };
    const sides = known.map((host) => identities[host]).filter((side) => side !== undefined);
    const listed =
      sides.length < 2
        ? withHiddenHost(sides, rows)
        : onBothSides(sides, rows, providerHost === clientHost);
    const answer = either(trusted, listed.answer);
    const rule = answer === listed.answer ? listed.rule : 'cpu-unknown';
    return { ...listed, answer, rule, assumed: [...onGuess, ...listed.assumed] };
  };
}

function onBothSides(
  sides: readonly HostBridgeIdentity[],
  rows: readonly AllowListRow[],
  sameHost: boolean,
): PlainAnswer {
  const answers = sides.map((side) => hostBridgeWhitelist(side, rows, sameHost));
  const answer = answers.map((each) => each.answer).reduce(both);
  const deciding = answers.find((each) => each.answer === answer);
  return {
    answer,
    rule: RULE_OF[deciding?.why ?? 'identity-unknown'],
    row: deciding?.row ?? null,
    assumed: [...new Set(sides.flatMap((side) => side.assumed))],
  };
}

/** One host bridge is not shown: the other can still refuse, being on no list at all. */
function withHiddenHost(
  sides: readonly HostBridgeIdentity[],
  rows: readonly AllowListRow[],
): PlainAnswer {
  const refusal = sides
    .map((side) => hostBridgeWhitelist(side, rows, true))
    .find((each) => each.answer === 'no');
  if (rows.length === 0) {
    return { answer: 'no', rule: 'host-bridge-not-listed', row: null, assumed: [] };
  }
  return {
    answer: refusal ? 'no' : 'unknown',
    rule: refusal ? RULE_OF[refusal.why] : 'host-bridge-unknown',
    row: null,
    assumed: [...new Set(sides.flatMap((side) => side.assumed))],
  };
}

const RULE_OF: Readonly<Record<ListAnswer['why'], PairRule>> = {
  listed: 'host-bridge-listed',
  'needs-same-host': 'host-bridge-not-shared',
  'not-listed': 'host-bridge-not-listed',
  'no-identity': 'host-bridge-not-identified',
  'identity-unknown': 'host-bridge-unknown',
};
