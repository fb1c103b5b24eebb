import { err, ok } from '../base/result.ts';
import { settle } from '../build/settle.ts';
import { readSketch } from '../sketch/readSketch.ts';
import type { ReadResult } from './read/readReport.ts';

/**
 * A sketch as a document: read, numbered and its addresses placed. Lines with errors are left out and
 * told; a text of which nothing could be read is no sketch.
 */
export function readDrawn(text: string): ReadResult {
  const { machine, problems } = readSketch(text, null);
  const isEmpty = machine.functions.length === 0 && machine.hostBridges.length === 0;
  if (isEmpty && problems.some(({ severity }) => severity === 'error')) return err(problems);
  const settled = settle(machine);
  return ok({
    format: 'sketch',
    machine: { ...settled.machine, sketch: text },
    problems: [...problems, ...settled.problems],
  });
}
