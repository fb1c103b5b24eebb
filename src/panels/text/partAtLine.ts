import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { FlowEnd, FlowEngine } from '../../model/workload.ts';
import type { LinedId } from '../../sketch/sketch.ts';
import type { PartId } from '../../store/state.ts';

/** Lines and parts of one reading of a text. */
export interface LinedParts {
  /** What a line stands for first of all: of a device its first function, not the port above it. */
  readonly partAt: (line: number) => PartId | null;
  /** What the line is about: its part; of a flow all that it names, where it begins last. */
  readonly partsAt: (line: number) => readonly PartId[];
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
  const flows = flowParts(machine, lineOf);
  return {
    partAt: (line) => mains.get(line) ?? null,
    partsAt: (line) => {
      const main = mains.get(line);
      return main === undefined ? (flows.get(line) ?? []) : [main];
    },
    lineOf: (part) => lineOf.get(part) ?? null,
  };
}

/** By line, the parts that flows lead between. */
function flowParts(
  { workload }: Machine,
  lineOf: ReadonlyMap<LinedId, number>,
): ReadonlyMap<number, readonly PartId[]> {
  const parts = new Map<number, readonly PartId[]>();
  const name = (id: LinedId, ends: readonly (FlowEnd | FlowEngine | null)[]) => {
    const line = lineOf.get(id);
    const named = ends.flatMap((end) => (end === null ? [] : partOf(end)));
    if (line !== undefined && named.length > 0) parts.set(line, [...new Set(named)]);
  };
  for (const { id, from, to, by } of workload.flows) name(id, [by, to, from]);
  for (const { id, members } of workload.groups) name(id, members);
  return parts;
}

function partOf(end: FlowEnd | FlowEngine): readonly PartId[] {
  switch (end.kind) {
    case 'function':
      return [end.id];
    case 'memory':
    case 'cpu':
      return end.socket === null ? [] : [end.socket];
    case 'scatterlist':
      return [];
  }
}

function weightOf(fn: PciFunction): number {
  if (fn.physfn !== null) return 2;
  return fn.type === 'downstream' ? 1 : 0;
}
