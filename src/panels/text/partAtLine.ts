import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { LinedId } from '../../sketch/sketch.ts';
import type { PartId } from '../../store/state.ts';

/** Lines and parts of one reading of a text. */
export interface LinedParts {
  /** What a line stands for first of all: of a device its first function, not the port above it. */
  readonly partAt: (line: number) => PartId | null;
  readonly lineOf: (part: PartId) => number | null;
}

/** @param lineOf as the text was read with this machine as its base */
export function linedParts(machine: Machine, lineOf: ReadonlyMap<LinedId, number>): LinedParts {
  const mains = new Map<number, PartId>();
  const claim = (id: PartId) => {
    const line = lineOf.get(id);
    if (line !== undefined && !mains.has(line)) mains.set(line, id);
  };
  for (const { id } of machine.sockets) claim(id);
  for (const { id } of machine.hostBridges) claim(id);
  for (const { id } of machine.slots) claim(id);
  // Ports that come with what hangs below them, and virtual functions, claim what is left.
  for (const weight of [0, 1, 2]) {
    for (const fn of machine.functions) if (weightOf(fn) === weight) claim(fn.id);
  }
  return {
    partAt: (line) => mains.get(line) ?? null,
    lineOf: (part) => lineOf.get(part) ?? null,
  };
}

function weightOf(fn: PciFunction): number {
  if (fn.physfn !== null) return 2;
  return fn.type === 'downstream' ? 1 : 0;
}
