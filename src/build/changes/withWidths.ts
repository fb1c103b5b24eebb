import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId, SlotId } from '../../model/ids.ts';
import { linkRate, linkRegisters } from '../../model/linkState.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { isAsThePart } from '../ableLink.ts';
import { pluggedInto, portInUse, withLink } from './links.ts';

/** Ports of a slot with their widths; links below them train anew, what is there sits in the slot. */
export function withWidths(
  machine: Machine,
  ports: readonly FunctionId[],
  lanes: readonly number[],
  slot: SlotId,
): Machine {
  const widths = new Map(ports.map((port, index) => [port, lanes[index]]));
  const byId = new Map<string, PciFunction>();
  const wide = machine.functions.map((fn) => {
    const width = widths.get(fn.id);
    const set = width === undefined ? fn : withWidth(machine, fn, width);
    byId.set(fn.id, set);
    return set;
  });
  const used = new Map<string, PciFunction>();
  const plugged = wide.map((fn) => {
    if (fn.parent === UNKNOWN || !widths.has(fn.parent.id as FunctionId)) return fn;
    const port = byId.get(fn.parent.id);
    if (!port) return fn;
    if (!used.has(port.id)) used.set(port.id, portInUse(machine, port, fn));
    return { ...pluggedInto(machine, port, fn), slot: fn.slot ?? slot };
  });
  return { ...machine, functions: plugged.map((fn) => used.get(fn.id) ?? fn) };
}

/** A drawn port is wired so; of a captured one it is also what it can do. */
function withWidth(machine: Machine, port: PciFunction, width: number): PciFunction {
  const link = linkRegisters(port);
  const can = linkRate(port, 'capable');
  if (!link || !can) return port;
  if (machine.origin === 'drawn') {
    const capable = isAsThePart(port) && can.width >= width ? can : { ...can, width };
    const gts = linkRate(port, 'current')?.gts ?? can.gts;
    return withLink(port, { capable, current: { gts, width } });
  }
  const { current } = link;
  const isWider = current !== UNKNOWN && current.width !== UNKNOWN && current.width > width;
  return withLink(port, {
    capable: { ...can, width },
    current: isWider ? { ...current, width } : current,
  });
}
