import { UNKNOWN } from '../../base/unknown.ts';
import { CATALOGUE, genericPart } from '../../catalogue/catalogue.ts';
import { makeRootPort } from '../../catalogue/makeBridge.ts';
import { makeDownstream } from '../../catalogue/makeSwitch.ts';
import type { PlatformPart, SwitchPart } from '../../catalogue/part.ts';
import type { FunctionId } from '../../model/ids.ts';
import { type LinkRate, linkRate } from '../../model/linkState.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { withLink } from './links.ts';
import { newPort } from './newPort.ts';

/**
 * A further port of a switch or host bridge: like the widest of its ports, or, as the first one, as the
 * catalogue has it for that switch or platform. On a drawing the ports that are there may be wired for
 * less than what is to come; the new one is as wide and as fast as that needs, as far as the catalogue
 * says that the part can.
 *
 * @param needs what is to be plugged in can do so much; `null`: nobody knows
 */
export function madePort(
  machine: Machine,
  beside: Parent,
  like: PciFunction | null,
  freeId: (wish: string) => string,
  needs: LinkRate | null = null,
): PciFunction {
  const siblings = machine.functions.filter(
    ({ parent }) => parent !== UNKNOWN && parent.id === beside.id,
  );
  const id = freeId(`${beside.id}/${siblings.length}`) as FunctionId;
  if (!like) return firstPort(machine, beside, id);
  const port = newPort(widestLike(like, siblings), id, beside);
  if (needs === null || machine.origin === 'captured') return port;
  return ableTo(port, needs, firstPort(machine, beside, id));
}

/** Of the ports of that type the widest, of those the fastest; the last of several that are alike. */
function widestLike(like: PciFunction, siblings: readonly PciFunction[]): PciFunction {
  let best = like;
  for (const port of siblings) {
    if (port.type !== like.type) continue;
    const [has, most] = [linkRate(port, 'capable'), linkRate(best, 'capable')];
    if (!has) continue;
    const isWider = !most || has.width > most.width;
    const isFaster = has.width === most?.width && has.gts > most.gts;
    if (isWider || isFaster) best = port;
  }
  return best;
}

/** The port, able to do what is needed where the part could: `could` is a port as the part has it. */
function ableTo(port: PciFunction, needs: LinkRate, could: PciFunction): PciFunction {
  const has = linkRate(port, 'capable');
  const most = linkRate(could, 'capable');
  if (!has || !most) return port;
  const capable = {
    gts: Math.max(has.gts, Math.min(needs.gts, most.gts)),
    width: Math.max(has.width, Math.min(needs.width, most.width)),
  };
  const isAble = capable.gts === has.gts && capable.width === has.width;
  return isAble ? port : withLink(port, { capable, current: capable });
}

/** A port as the catalogue has it for that switch or platform. */
function firstPort(machine: Machine, beside: Parent, id: FunctionId): PciFunction {
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
