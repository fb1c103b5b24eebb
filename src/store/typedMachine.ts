import { settle } from '../build/settle.ts';
import { readSketch } from '../sketch/readSketch.ts';
import type { SketchProblem } from '../sketch/sketch.ts';
import type { Rebuilt } from './changedMachine.ts';
import type { OpenDocument } from './state.ts';
import { titlesOfNew } from './titlesOfNew.ts';

/** What a text makes of the document's machine. Fetched when first needed. */
export function typedMachine(
  document: OpenDocument,
  text: string,
): Rebuilt & { readonly problems: readonly SketchProblem[] } {
  const read = readSketch(text, document.machine);
  const machine = { ...settle(read.machine).machine, sketch: text };
  return { machine, titles: titlesOfNew(machine, document.byId), problems: read.problems };
}
