import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { CATALOGUE } from './catalogue.ts';
import { type At, linkOf } from './makeFunction.ts';
import { makePlanned } from './makePlanned.ts';
import { makeDownstream, makeSwitch } from './makeSwitch.ts';
import type { DevicePart, FunctionPlan, SwitchPart } from './part.ts';

/**
 * The functions of a device, parents first. The first has the id asked for, further ones
 * `id/N` (N is the function's number). With a switch on the card its upstream port has the id, its
 * downstream ports are `id/port0`, `id/port1`, … and the devices below them `id/dev0`, … .
 */
export function makeDevice(part: DevicePart, at: At): readonly PciFunction[] {
  if (part.onboardSwitch === null) return functionsOf(part, part.functions, at);
  const { switch: carriedId, ports, spread = false, portIds } = part.onboardSwitch;
  const carried = switchPart(carriedId);
  const below = Array.from({ length: ports }, (_, index) => {
    const inside = { label: null, numaNode: at.numaNode };
    const portId = `${at.id}/port${index}` as FunctionId;
    const port = makeDownstream(carried, {
      ...inside,
      id: portId,
      parent: { kind: 'function', id: at.id },
    });
    const ownId = portIds?.[index]?.value;
    const plans = spread ? part.functions.slice(index, index + 1) : part.functions;
    const devices = functionsOf(part, plans, {
      ...inside,
      id: `${at.id}/dev${index}` as FunctionId,
      parent: { kind: 'function', id: portId },
    });
    return [ownId === undefined ? port : { ...port, pciId: ownId }, ...devices];
  }).flat();
  return [...makeSwitch(carried, at), ...below].map((fn) => ofCard(fn, part));
}

/**
 * The whole card is one part of the catalogue: its switch's ports name the card, too. Where nothing
 * is known of the switch's own links, they are taken to be what the card's is.
 */
function ofCard(fn: PciFunction, part: DevicePart): PciFunction {
  const { pcie } = fn;
  const link = linkOf(part.link.value);
  return {
    ...fn,
    pcie:
      pcie !== UNKNOWN && pcie !== null && pcie.link === UNKNOWN && link !== null
        ? { ...pcie, link }
        : pcie,
    part: { latencyNs: null, cmbBytes: null, ...fn.part, model: part.id },
  };
}

function functionsOf(
  part: DevicePart,
  plans: readonly FunctionPlan[],
  at: At,
): readonly PciFunction[] {
  return plans.map((plan, index) =>
    makePlanned(plan, part, plans, {
      ...at,
      id: index === 0 ? at.id : (`${at.id}/${plan.number}` as FunctionId),
      label: index === 0 ? at.label : null,
    }),
  );
}

function switchPart(id: string): SwitchPart {
  const found = CATALOGUE.find((part) => part.id === id);
  if (found?.kind !== 'switch') throw new RangeError(`the catalogue has no switch ${id}`);
  return found;
}
