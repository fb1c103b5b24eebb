import { makeVirtual } from '../../catalogue/makeVirtual.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import { formatAddress } from '../../model/address.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import type { NodeKind } from '../kinds.ts';
import { withLinkOf } from '../linkDefaults.ts';
import { furtherFunction, type Made, madeBy } from '../made.ts';
import { furtherAddress, vfAddress, withVfs } from '../virtual.ts';
import { type Above, NO_PARENT } from './above.ts';
import type { Device } from './devicesOf.ts';
import { partOf } from './kindOf.ts';
import { modelWord } from './madeFor.ts';
import { spellFrom } from './spellFrom.ts';
import { addressId, targetOf, type Writer } from './Writer.ts';
import { writeLine } from './writeMain.ts';

/** Functions beside the main one, then virtual ones. */
export function writeFurther(
  writer: Writer,
  { main, further }: Device,
  kind: NodeKind,
  made: Made,
  device: FunctionDraft,
  level: number,
  above: Above,
): void {
  writeVirtual(writer, main, device, level);
  const numbers = new Set([...made.further.keys(), ...further.keys()]);
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const fn = further.get(number);
    if (!fn) {
      writer.line(level, ['fn', String(number), 'absent']);
      continue;
    }
    const derivedId = `${main.id}/${number}`;
    const address = furtherAddress(device, number);
    const planned = made.further.get(number);
    const at = {
      id: fn.id,
      parent: above.parent ?? NO_PARENT,
      label: fn.label,
      numaNode: device.fn.numaNode,
    };
    const mgmt = planned ? null : mgmtPart(kind, fn, number, numbers);
    const like =
      planned ??
      (mgmt && mgmt.id !== 'mgmt'
        ? madeBy('mgmt', mgmt, at, above.around).main
        : furtherFunction(kind, at, number, above.around));
    const start: PciFunction = {
      ...withLinkOf(like, device.fn),
      id: fn.id,
      label: fn.label,
      parent: fn.parent,
      fixedAddress: like.fixedAddress ?? { bus: null, device: null, function: number % 8 },
      ...(device.isCaptured ? { address, fixedAddress: null } : {}),
    };
    const target = targetOf(writer, fn, device.domain);
    const virtual = writer.machinery.virtualOf(fn.id);
    const spelled = spellFrom(
      writer.numbered(withVfs(start, virtual.length), fn),
      target,
      mgmt ? 'mgmt' : 'fn',
      device.slot,
    );
    const madeId = address ? formatAddress(address) : derivedId;
    const isImplied =
      planned !== undefined &&
      spelled.words.length === 0 &&
      virtual.length === 0 &&
      fn.label === null &&
      (fn.id === madeId || !writer.machinery.isReferred(fn.id));
    if (isImplied) {
      writer.losses.compare(fn, spelled.result.fn, writer.isCaptured);
      continue;
    }
    writeLine(writer, level, fn, derivedId, target, [
      ...(mgmt ? ['mgmt', ...modelWords(writer, mgmt)] : ['fn', String(number)]),
      ...spelled.words,
    ]);
    writer.losses.compare(fn, spelled.result.fn, writer.isCaptured);
    writeVirtual(writer, fn, spelled.result, level + 1);
  }
}

/** The part of a management function beside a switch; `null`: its line is that of any function. */
function mgmtPart(
  kind: NodeKind,
  fn: PciFunction,
  number: number,
  numbers: ReadonlySet<number>,
): CataloguePart | null {
  const part = partOf(fn);
  if (kind !== 'switch' || part?.kind !== 'mgmt') return null;
  // A reader gives each of them the lowest number that is free.
  for (let lower = 1; lower < number; lower++) if (!numbers.has(lower)) return null;
  return number > 0 ? part : null;
}

function modelWords(writer: Writer, part: CataloguePart): readonly string[] {
  const word = modelWord(writer, part.id, 'mgmt');
  return word === null ? [] : [word];
}

/** Virtual functions of a physical one: those that say the same stand on one line. */
function writeVirtual(
  writer: Writer,
  physical: PciFunction,
  device: FunctionDraft,
  level: number,
): void {
  let run: { words: string; count: number } | null = null;
  const flush = () => {
    if (run) writer.line(level, ['vf', `${run.count}${run.words === '' ? '' : ` ${run.words}`}`]);
    run = null;
  };
  const virtual = writer.machinery.virtualOf(physical.id);
  const [like] = virtual.length > 0 ? makeVirtual(device.fn, 1) : [];
  virtual.forEach((fn, index) => {
    if (!like) return;
    const address = device.isCaptured ? vfAddress(device.fn, index) : null;
    const start = { ...like, id: fn.id, label: fn.label, parent: fn.parent, address };
    const target = targetOf(writer, fn, device.domain);
    const spelled = spellFrom(writer.numbered(start, fn), target, 'vf', device.slot);
    writer.losses.compare(fn, spelled.result.fn, writer.isCaptured);
    const derived = addressId(target) ?? `${physical.id}/vf${index + 1}`;
    const words = spelled.words.join(' ');
    if (writer.nameFor(fn, derived) !== null) {
      flush();
      writeLine(writer, level, fn, derived, target, ['vf', '1', ...spelled.words]);
      return;
    }
    if (run?.words === words) run.count++;
    else {
      flush();
      run = { words, count: 1 };
    }
  });
  flush();
}
