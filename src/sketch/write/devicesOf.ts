import type { PciFunction } from '../../model/pciFunction.ts';
import { isBus } from './Machinery.ts';
import type { Writer } from './Writer.ts';

/** A device: the function that its line stands for, and those beside it by their number. */
export interface Device {
  readonly main: PciFunction;
  readonly further: ReadonlyMap<number, PciFunction>;
}

/** Siblings as devices: functions of one number of bus and device, or that leave it to the one before. */
export function devicesOf(writer: Writer, siblings: readonly PciFunction[]): readonly Device[] {
  const devices: { main: PciFunction; further: Map<number, PciFunction> }[] = [];
  const byNumber = new Map<string, { main: PciFunction; further: Map<number, PciFunction> }>();
  for (const fn of siblings) {
    const before = devices.at(-1);
    const key = writer.isCaptured ? deviceKey(fn) : null;
    const joined = key === null ? before : byNumber.get(key);
    const number = isLeaf(writer, fn) && joined ? numberIn(writer, joined.main, fn) : null;
    if (
      joined &&
      number !== null &&
      !joined.further.has(number) &&
      takesFurther(writer, joined.main)
    ) {
      joined.further.set(number, fn);
      continue;
    }
    const device = { main: fn, further: new Map<number, PciFunction>() };
    devices.push(device);
    if (key !== null && !byNumber.has(key)) byNumber.set(key, device);
  }
  return devices;
}

function deviceKey({ address, fixedAddress }: PciFunction): string | null {
  if (address === null || fixedAddress !== null) return null;
  return `${address.domain}:${address.bus}:${address.device}`;
}

/** Which function of that device it is; `null`: it is a device of its own. */
function numberIn(writer: Writer, main: PciFunction, fn: PciFunction): number | null {
  if (writer.isCaptured) {
    const number = fn.address?.function ?? null;
    return number === main.address?.function || fn.fixedAddress !== null ? null : number;
  }
  const { fixedAddress } = fn;
  if (fixedAddress === null) {
    const match = fn.id.startsWith(`${main.id}/`) ? /\/([1-7])$/.exec(fn.id) : null;
    return match && fn.part?.model === main.part?.model ? Number(match[1]) : null;
  }
  const { bus, device, function: number } = fixedAddress;
  return bus === null && device === null && number !== null && number > 0 ? number : null;
}

/** Something that a `fn` line can stand for. */
function isLeaf(writer: Writer, fn: PciFunction): boolean {
  return (
    !isBus(fn) && writer.machinery.below(fn.id).length === 0 && !writer.machinery.domainOf(fn.id)
  );
}

/** `fn` lines stand below devices and switches. */
function takesFurther(writer: Writer, main: PciFunction): boolean {
  if (isLeaf(writer, main)) return true;
  const below = writer.machinery.below(main.id);
  return main.type === 'upstream' && below.every(({ type }) => type === 'downstream');
}
