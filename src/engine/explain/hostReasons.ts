import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import { formatPciId } from '../../model/pciId.ts';
import type { Analysis } from '../analyze.ts';
import { formatCpu } from '../kernel/conditions.ts';
import { allowListOf } from '../p2pdma/allowList.ts';
import { cpuSupportsP2pdma } from '../p2pdma/cpuSupportsP2pdma.ts';
import { hostBridgeIdentity } from '../p2pdma/hostBridgeIdentity.ts';
import { hostBridgeWhitelist, type ListAnswer } from '../p2pdma/hostBridgeWhitelist.ts';
import type { PairRule, PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, NOT_SHOWN } from '../pci/topology.ts';
import { RULES } from '../rules.ts';
import { nameOf } from './nameOf.ts';
import { type Reason, reason } from './reason.ts';

const ASKS_NO_HOST: ReadonlySet<PairRule> = new Set<PairRule>([
  'common-bridge',
  'not-checked',
  'same-upstream-port',
  'other-upstream-port',
  'no-common-bridge',
  'acs-redirect-refuses',
]);

/** Why the root complex may or may not be passed; nothing where the pair does not need it. */
export function hostReasons(analysis: Analysis, verdict: PairVerdict): readonly Reason[] {
  if (ASKS_NO_HOST.has(verdict.rule)) return [];
  const { kernel, cpu } = analysis.conditions;
  const hosts = [
    ...new Set([hostOf(analysis, verdict.provider), hostOf(analysis, verdict.client)]),
  ];
  const path = analysis.hostPath(
    hostOf(analysis, verdict.provider),
    hostOf(analysis, verdict.client),
  );
  if (path.rule === 'cpu-forwards') {
    return [
      reason(
        RULES.cpu,
        `The CPU is ${formatCpu(cpu.value)}: Linux ${kernel.value.id} lets every root port reach every other.`,
      ),
    ];
  }
  const cpuReason = reason(RULES.cpu, cpuText(analysis));
  const sameHostOnly = path.rule === 'host-bridge-not-shared';
  return [cpuReason, ...hosts.map((host) => hostReason(analysis, host, sameHostOnly))];
}

function cpuText({ conditions: { kernel, cpu } }: Analysis): string {
  const era = kernel.value;
  if (!era.features.zenCpuForwards) {
    return `Linux ${era.id} does not ask for the CPU: its list of host bridges decides.`;
  }
  if (cpuSupportsP2pdma(cpu.value, era.features) === 'unknown') {
    return `The CPU is ${formatCpu(cpu.value)} of unknown family: from 0x17 on, Linux ${era.id} lets every root port reach every other.`;
  }
  return `The CPU is ${formatCpu(cpu.value)}, not AMD family 0x17 or later: the kernel's list of host bridges decides.`;
}

function hostOf(analysis: Analysis, id: FunctionId): number {
  const place = analysis.topology.indexOf.get(id);
  return (place === undefined ? undefined : analysis.topology.host[place]) ?? NOT_SHOWN;
}

function hostReason(analysis: Analysis, host: number, sameHostOnly: boolean): Reason {
  const { topology, conditions } = analysis;
  if (host === NOT_SHOWN) {
    return reason(RULES.hostIdentity, 'The input does not show which host bridge is above.');
  }
  const era = conditions.kernel.value;
  const identity = hostBridgeIdentity(topology, host, era.features);
  const [first] = topology.rootBus[host] ?? [];
  const fn = first === undefined ? null : functionAt(topology, first);
  if (fn === null || identity.id === null) {
    return reason(
      RULES.hostIdentity,
      `The root bus begins with ${fn ? nameOf(fn) : 'no function'}, which Linux ${era.id} does not take for the host bridge's: not on its list.`,
      fn ? [fn.id] : [],
    );
  }
  if (identity.id === UNKNOWN) {
    return reason(
      RULES.hostIdentity,
      `The host bridge is known to the kernel by ${nameOf(fn)}, whose ids or type the input does not show.`,
      [fn.id],
    );
  }
  const ids = formatPciId(identity.id);
  const listed = hostBridgeWhitelist(identity, allowListOf(era), !sameHostOnly);
  return reason(
    RULES.allowList,
    `Host bridge ${ids}, known by ${nameOf(fn)}, ${LISTED[listed.why](era.id, listed.row?.platform ?? '')}.`,
    [fn.id],
  );
}

const LISTED: Readonly<Record<ListAnswer['why'], (era: string, platform: string) => string>> = {
  listed: (era, platform) => `is on the list of Linux ${era} (${platform})`,
  'needs-same-host': (era, platform) =>
    `is on the list of Linux ${era} for pairs below one host bridge only (${platform})`,
  'not-listed': (era) => `is not on the list of Linux ${era}`,
  'no-identity': (era) => `is not on the list of Linux ${era}`,
  'identity-unknown': (era) =>
    `may be on the list of Linux ${era}: the input does not show its device id`,
};
