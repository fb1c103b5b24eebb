import type { PciFunction } from '../../model/pciFunction.ts';
import { kindRow } from '../kinds.ts';
import type { Above } from './above.ts';
import type { Device } from './devicesOf.ts';
import { isSame } from './isSame.ts';
import { isDevice, partOf } from './kindOf.ts';
import { comparable } from './Losses.ts';
import { isBus } from './Machinery.ts';
import { madeFor } from './madeFor.ts';
import { targetOf, type Writer } from './Writer.ts';
import { writeMain } from './writeMain.ts';

/** A card with a switch of its own that is as the catalogue makes it: one line. `false`: it is not. */
export function writeCard(
  writer: Writer,
  { main, further }: Device,
  level: number,
  above: Above,
  derivedId: string,
): boolean {
  const part = partOf(main);
  if (!part || !isDevice(part.kind) || part.kind !== kindRow(part.kind)?.kind) return false;
  if (!('onboardSwitch' in part) || part.onboardSwitch === null || further.size > 0) return false;
  if (above.kind === 'switch' || !isBus(main)) return false;
  const made = madeFor(writer, main, part.kind, above);
  const below = everythingBelow(writer, main);
  if (below.length !== made.rest.length) return false;
  const asMade = new Map<string, PciFunction>(made.rest.map((fn) => [fn.id, fn]));
  const isAsMade = below.every((fn) => {
    const like = asMade.get(fn.id);
    return (
      like !== undefined &&
      fn.label === null &&
      fn.slot === null &&
      writer.machinery.feeds(fn.id).length === 0 &&
      isSame(fn.parent, like.parent) &&
      isSame(
        comparable(fn, writer.isCaptured),
        comparable(writer.numbered(like, fn), writer.isCaptured),
      )
    );
  });
  if (!isAsMade) return false;
  const target = targetOf(writer, main, above.domain);
  writeMain(writer, { kind: part.kind, made, target, level, above, derivedId });
  for (const fn of below) writer.losses.compare(fn, asMade.get(fn.id) ?? fn, writer.isCaptured);
  return true;
}

function everythingBelow(writer: Writer, top: PciFunction): readonly PciFunction[] {
  const { machinery } = writer;
  const found: PciFunction[] = [...machinery.below(top.id)];
  for (let index = 0; index < found.length; index++) {
    const fn = found[index];
    if (fn) found.push(...machinery.below(fn.id), ...machinery.virtualOf(fn.id));
  }
  return found;
}
