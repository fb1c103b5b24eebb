import type { Machine } from '../model/machine.ts';
import type { SketchWritten } from './sketch.ts';
import { Writer } from './write/Writer.ts';
import { writeTree } from './write/writeHosts.ts';
import { writeHead, writeTail } from './write/writeStatements.ts';

/**
 * A document as text. Each line says what its part has that the catalogue's does not; what no line can
 * say is told (`3 positions of parts`).
 */
export function writeSketch(machine: Machine): SketchWritten {
  const writer = new Writer(machine);
  writeHead(writer);
  writeTree(writer);
  writeTail(writer);
  writer.losses.add('position', machine.placements.length);
  return { text: writer.text(), dropped: writer.losses.list() };
}
