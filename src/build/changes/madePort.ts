import { UNKNOWN } from '../../base/unknown.ts';
import { CATALOGUE, genericPart } from '../../catalogue/catalogue.ts';
import { makeRootPort } from '../../catalogue/makeBridge.ts';
import { makeDownstream } from '../../catalogue/makeSwitch.ts';
import type { PlatformPart, SwitchPart } from '../../catalogue/part.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { newPort } from './newPort.ts';

/**
 * A further port of a switch or host bridge: like its other ports, or, as the first one, as the
 * catalogue has it for that switch or platform.
 */
export function madePort(
  machine: Machine,
  beside: Parent,
  like: PciFunction | null,
  freeId: (wish: string) => string,
): PciFunction {
  const count = machine.functions.filter(
    ({ parent }) => parent !== UNKNOWN && parent.id === beside.id,
  ).length;
  const id = freeId(`${beside.id}/${count}`) as FunctionId;
  if (like) return newPort(like, id, beside);
  const at = { id, parent: beside, label: null };
  if (beside.kind === 'function') {
    const upstream = machine.functions.find((fn) => fn.id === beside.id);
    return makeDownstream(switchPart(upstream?.part?.model ?? null), {
      ...at,
      numaNode: upstream?.numaNode ?? null,
    });
  }
  const host = machine.hostBridges.find((each) => each.id === beside.id);
  const platform = platformPart(host?.model ?? null);
  return makeRootPort(platform.rootPort, { ...at, numaNode: host?.numaNode ?? null }, platform.id);
}

function switchPart(model: string | null): SwitchPart {
  const found =
    CATALOGUE.find((part) => part.kind === 'switch' && part.id === model) ?? genericPart('switch');
  if (found?.kind !== 'switch') throw new RangeError('the catalogue has no switch');
  return found;
}

function platformPart(model: string | null): PlatformPart {
  const found =
    CATALOGUE.find((part) => part.kind === 'host' && part.id === model) ?? genericPart('host');
  if (found?.kind !== 'host') throw new RangeError('the catalogue has no host');
  return found;
}
