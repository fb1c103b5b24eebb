import { hex } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS } from '../../model/registers.ts';
import { type Analysis, analyze } from '../analyze.ts';
import type { ConditionRequest } from '../kernel/conditions.ts';
import { ERAS, type Era, eraOrder, isEraSupported } from '../kernel/eras.ts';
import { acsWay } from '../p2pdma/calcMapTypeAndDist.ts';
import { ACS_REDIRECT_BITS } from '../p2pdma/pciBridgeHasAcsRedir.ts';
import type { MapType, PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, wayUp } from '../pci/topology.ts';
import { redirectList } from './kernelLog.ts';
import { nameOf, nameOfId } from './nameOf.ts';

/** A change that makes the verdict another one, tried out on the engine. */
export interface Fix {
  readonly kind:
    | 'acs-redirect-off'
    | 'acs-redirect-on'
    | 'same-switch'
    | 'newer-kernel'
    | 'older-kernel';
  readonly text: string;
  /** Kernel parameter that does it, if there is one. */
  readonly cmdline?: string;
  readonly verdictAfter: MapType | null;
  /** The change itself, where it is one of the document and not of the hardware. */
  readonly change?: FixChange;
}

/** In the form of an edit of the document. */
export type FixChange =
  | {
      readonly kind: 'acs-control';
      readonly functions: readonly FunctionId[];
      readonly set: number;
      readonly clear: number;
    }
  | { readonly kind: 'kernel'; readonly kernel: string };

/** The smallest changes that flip a verdict; each was applied and judged again. */
export function smallestFixes(analysis: Analysis, verdict: PairVerdict): readonly Fix[] {
  if (verdict.mapType === null) return [];
  return [
    redirectOff(analysis, verdict),
    sameSwitch(analysis, verdict),
    ...otherKernels(analysis, verdict),
    redirectOn(analysis, verdict),
  ].filter((fix): fix is Fix => fix !== null && fix.verdictAfter !== verdict.mapType);
}

/** Clearing the redirect bits that stand in the way. */
function redirectOff(analysis: Analysis, verdict: PairVerdict): Fix | null {
  const { acsRedirect } = verdict;
  const { topology, machine, conditions } = analysis;
  if (acsRedirect.length === 0 || verdict.mapType === 'BUS_ADDR') return null;
  const changed = withAcsControl(machine, acsRedirect, (word) => word & ~ACS_REDIRECT_BITS);
  const named = acsRedirect.map((id) => nameOfId(topology, id)).join(', ');
  const clear = `Clear ACS redirect (RR, CR, EC) on ${named}`;
  const verdictAfter = judgeAgain(analysis, changed, {}, verdict).mapType;
  const change: FixChange = {
    kind: 'acs-control',
    functions: acsRedirect,
    set: 0,
    clear: ACS_REDIRECT_BITS,
  };
  const { disableAcsRedir } = conditions.kernel.value.features;
  if (disableAcsRedir !== 'clears') {
    const text = `${clear}. The kernel parameter of this era does not do it reliably: it brings back what the firmware had set.`;
    return { kind: 'acs-redirect-off', text, verdictAfter, change };
  }
  return {
    kind: 'acs-redirect-off',
    text: `${clear}; from the next boot on with the kernel parameter. IOMMU groups may merge.`,
    cmdline: `pci=disable_acs_redir=${redirectList(topology, verdict)}`,
    verdictAfter,
    change,
  };
}

/** What would take a direct pair away: redirection at a single function on the way. */
function redirectOn(analysis: Analysis, verdict: PairVerdict): Fix | null {
  if (verdict.mapType !== 'BUS_ADDR') return null;
  const { topology } = analysis;
  const provider = topology.indexOf.get(verdict.provider);
  const client = topology.indexOf.get(verdict.client);
  if (provider === undefined || client === undefined) return null;
  const able = acsWay(topology, provider, client)
    .map((index) => functionAt(topology, index))
    .find(canRedirect);
  if (!able) return null;
  const changed = withAcsControl(analysis.machine, [able.id], (word) => word | ACS_BITS.RR);
  return {
    kind: 'acs-redirect-on',
    text: `Redirection at ${nameOf(able)} would end it; Linux sets SV, RR, CR and UF there at boot when an IOMMU is in use (now 0x${hex(controlOf(able), 4)}).`,
    verdictAfter: judgeAgain(analysis, changed, {}, verdict).mapType,
    change: { kind: 'acs-control', functions: [able.id], set: ACS_BITS.RR, clear: 0 },
  };
}

/** The nearest accepted kernels before and after the one in question that decide otherwise. */
function otherKernels(analysis: Analysis, verdict: PairVerdict): readonly Fix[] {
  const now = eraOrder(analysis.conditions.kernel.value.id);
  const eras = ERAS.filter((era) => era.accepted && isEraSupported(era));
  const under = (era: Era) => judgeAgain(analysis, analysis.machine, { kernel: era }, verdict);
  const differs = (era: Era) => under(era).mapType !== verdict.mapType;
  const newer = eras.find((era) => eraOrder(era.id) > now && differs(era));
  const older = eras.findLast((era) => eraOrder(era.id) < now && differs(era));
  const fixes: Fix[] = [];
  if (newer) {
    const { mapType, rule } = under(newer);
    const why =
      rule === 'cpu-forwards'
        ? 'it trusts this CPU to forward'
        : 'it has this host bridge on its list';
    const lasts = eras.every(
      (era) => eraOrder(era.id) < eraOrder(newer.id) || under(era).mapType === mapType,
    );
    const text = `Run ${newer.title}${lasts ? ' or later' : ''}${mapType === 'THRU_HOST_BRIDGE' ? `: ${why}` : ''}.`;
    fixes.push({ kind: 'newer-kernel', text, verdictAfter: mapType, change: kernelOf(newer) });
  }
  if (older) {
    const text = `${older.title} decided otherwise.`;
    const verdictAfter = under(older).mapType;
    fixes.push({ kind: 'older-kernel', text, verdictAfter, change: kernelOf(older) });
  }
  return fixes;
}

const kernelOf = (era: Era): FixChange => ({ kind: 'kernel', kernel: era.id });

/** Moving the client into the switch that the provider is in. */
function sameSwitch(analysis: Analysis, verdict: PairVerdict): Fix | null {
  if (verdict.mapType === 'BUS_ADDR') return null;
  const { topology, machine } = analysis;
  const place = topology.indexOf.get(verdict.provider);
  const client = machine.functions.find((fn) => fn.id === verdict.client);
  if (place === undefined || !client || client.physfn !== null) return null;
  // What is built into the root complex or the chipset cannot be plugged elsewhere.
  if (client.parent === UNKNOWN || client.parent.kind === 'host') return null;
  const above = wayUp(topology, place).map((index) => functionAt(topology, index));
  const uplink = above.find((fn) => fn.type === 'upstream');
  if (!uplink || uplink.id === client.id || verdict.acsRedirect.length > 0) return null;
  const parent = { kind: 'function', id: uplink.id } as const;
  const functions = machine.functions.map((fn) => (fn === client ? { ...fn, parent } : fn));
  return {
    kind: 'same-switch',
    text: `Plug ${nameOf(client)} into the switch at ${nameOf(uplink)}, below a port without ACS redirect.`,
    verdictAfter: judgeAgain(analysis, { ...machine, functions }, {}, verdict).mapType,
  };
}

function judgeAgain(
  analysis: Analysis,
  machine: Machine,
  change: Partial<ConditionRequest>,
  verdict: PairVerdict,
): PairVerdict {
  const { kernel, cpu } = analysis.conditions;
  const request = { kernel: kernel.value, cpu: cpu.value, ...change };
  return analyze(machine, request).pair(verdict.provider, verdict.client);
}

function canRedirect(fn: PciFunction): boolean {
  const { acs } = fn;
  if (acs === null || acs === UNKNOWN || acs.capability === UNKNOWN) return false;
  return (acs.capability & ACS_BITS.RR) !== 0 && acs.control !== UNKNOWN;
}

function controlOf(fn: PciFunction): number {
  const { acs } = fn;
  return acs === null || acs === UNKNOWN || acs.control === UNKNOWN ? 0 : acs.control;
}

/** The machine with the ACS control words of some functions changed. */
function withAcsControl(
  machine: Machine,
  ids: readonly FunctionId[],
  change: (word: number) => number,
): Machine {
  const chosen = new Set(ids);
  return {
    ...machine,
    functions: machine.functions.map((fn) => {
      if (!chosen.has(fn.id) || fn.acs === null || fn.acs === UNKNOWN) return fn;
      const { control } = fn.acs;
      return control === UNKNOWN ? fn : { ...fn, acs: { ...fn.acs, control: change(control) } };
    }),
  };
}
