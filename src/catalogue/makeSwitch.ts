import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { type At, makeFunction, PCI_BRIDGE_CLASS } from './makeFunction.ts';
import { makePlanned } from './makePlanned.ts';
import type { SwitchPart, SwitchPortPlan } from './part.ts';

/**
 * A switch without its downstream ports: the upstream port has the id asked for, management
 * functions beside it are `id/N` (N is the function's number).
 */
export function makeSwitch(part: SwitchPart, at: At): readonly PciFunction[] {
  const upstream = portOf(part, part.upstream, 'upstream', at);
  if (part.management.length === 0) return [upstream];
  const management = part.management.map((plan) => ({
    ...makePlanned(plan, part, part.management, {
      ...at,
      id: `${at.id}/${plan.number}` as FunctionId,
      label: null,
    }),
    multifunction: true,
  }));
  return [{ ...upstream, multifunction: true }, ...management];
}

/** One downstream port of a switch; `at.parent` is the upstream port. */
export function makeDownstream(part: SwitchPart, at: At): PciFunction {
  const port = portOf(part, part.downstream, 'downstream', at);
  return { ...port, multifunction: part.portsAre.value === 'functions' };
}

function portOf(
  part: SwitchPart,
  plan: SwitchPortPlan,
  type: 'upstream' | 'downstream',
  at: At,
): PciFunction {
  return makeFunction(
    {
      model: part.id,
      type,
      multifunction: false,
      pciId: plan.pciId.value,
      classCode: PCI_BRIDGE_CLASS,
      link: part.link.value,
      acs: plan.acs.value,
      bars: plan.bars?.value ?? [],
      maxPayload: plan.maxPayload.value,
      driver: 'pcieport',
      change: {
        part: {
          model: part.id,
          latencyNs: part.latencyNs.value === UNKNOWN ? null : part.latencyNs.value,
          cmbBytes: null,
        },
      },
    },
    at,
  );
}
