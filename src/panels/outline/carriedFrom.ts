import type { Carried } from '../../build/carried.ts';
import { isPort } from '../../build/changes/family.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';

/**
 * What is carried by taking a line: the device, with the others that are selected if it is one of
 * them. `null`: it stays where it is (a host bridge, a port, a virtual function).
 */
export function carriedFrom(
  { byId }: Pick<OpenDocument, 'byId'>,
  selection: ReadonlySet<PartId>,
  part: PartId,
): Carried | null {
  const isDevice = (id: PartId): id is FunctionId => {
    const fn = byId.get(id as FunctionId);
    return fn !== undefined && fn.physfn === null && !isPort(fn);
  };
  if (!isDevice(part)) return null;
  const others = selection.has(part) ? [...selection].filter(isDevice) : [part];
  return { kind: 'devices', devices: others };
}
