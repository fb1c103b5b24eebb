import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import { formatPciId } from '../../model/pciId.ts';
import type { Analysis } from '../analyze.ts';
import { formatCpu } from '../kernel/conditions.ts';
import { hostBridgeIdentity } from '../p2pdma/hostBridgeIdentity.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, NOT_SHOWN } from '../pci/topology.ts';
import { RULES } from '../rules.ts';
import { type Reason, reason } from './reason.ts';

/** Why the root complex may or may not be passed; nothing where the pair does not need it. */
export function hostReasons(analysis: Analysis, verdict: PairVerdict): readonly Reason[] {
  if (verdict.rule === 'common-bridge' || verdict.rule === 'acs-redirect-refuses') return [];
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
  const cpuReason = reason(
    RULES.cpu,
    kernel.value.features.zenCpuForwards
      ? `The CPU is ${formatCpu(cpu.value)}, not AMD family 0x17 or later: the kernel's list of host bridges decides.`
      : `Linux ${kernel.value.id} does not ask for the CPU: its list of host bridges decides.`,
  );
  const sameHostOnly = path.rule === 'host-bridge-not-shared';
  return [cpuReason, ...hosts.map((host) => hostReason(analysis, host, sameHostOnly))];
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
      `The root bus begins with ${fn?.id ?? 'no function'}, which Linux ${era.id} does not take for the host bridge's: not on its list.`,
      fn ? [fn.id] : [],
    );
  }
  if (identity.id === UNKNOWN) {
    return reason(
      RULES.hostIdentity,
      `The host bridge is known to the kernel by ${fn.id}, whose ids or type the input does not show.`,
      [fn.id],
    );
  }
  const ids = formatPciId(identity.id);
  const same = analysis.hostPath(host, host);
  const verdictText =
    same.answer !== 'yes'
      ? `is not on the list of Linux ${era.id}`
      : sameHostOnly && same.row?.sameHostOnly
        ? `is on the list of Linux ${era.id} for pairs below one host bridge only (${same.row.platform})`
        : `is on the list of Linux ${era.id} (${same.row?.platform ?? 'listed'})`;
  return reason(RULES.allowList, `Host bridge ${ids}, known by ${fn.id}, ${verdictText}.`, [fn.id]);
}
