import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { SketchWritten } from './sketch.ts';
import { Writer } from './write/Writer.ts';
import { writeTree } from './write/writeHosts.ts';
import { writeHead, writeTail } from './write/writeStatements.ts';

/**
 * A document as text. Each line says what its part has that the catalogue's does not; what no line can
 * say is told (`3 positions of parts`). Behind lines of a captured machine stands what the dump called
 * the part.
 */
export function writeSketch(machine: Machine): SketchWritten {
  const writer = writtenBy(machine, true);
  writer.losses.add('position', machine.placements.length);
  return { text: writer.text(), dropped: writer.losses.list() };
}

/** A text to compare with others: without comments. */
export interface Canonical {
  readonly text: string;
  /** Functions by the place of their lines, from 0. */
  readonly abouts: ReadonlyMap<number, FunctionId>;
}

const KNOWN = new WeakMap<Machine, Canonical>();

/** The same text without comments; what is left out is not looked for. Kept as long as the document. */
export function writeCanonical(machine: Machine): Canonical {
  let known = KNOWN.get(machine);
  if (!known) {
    const writer = writtenBy(machine, false);
    known = { text: writer.text(), abouts: writer.abouts };
    KNOWN.set(machine, known);
  }
  return known;
}

function writtenBy(machine: Machine, isWhole: boolean): Writer {
  const writer = new Writer(machine, isWhole);
  writeHead(writer);
  writeTree(writer);
  writeTail(writer);
  return writer;
}
