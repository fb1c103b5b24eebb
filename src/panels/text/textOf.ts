import type { Machine } from '../../model/machine.ts';
import { updateSketch } from '../../sketch/updateSketch.ts';
import { writeSketch } from '../../sketch/writeSketch.ts';

/** What the panel shows of a machine. */
export interface ShownText {
  readonly text: string;
  /** What the text does not carry; of a text that was typed, the user knows. */
  readonly dropped: readonly string[];
}

/** The text as it was typed, brought into step with the machine; else one that is made of it. */
export function textOf(machine: Machine): ShownText {
  if (machine.sketch === null) return writeSketch(machine);
  return { text: updateSketch(machine.sketch, machine), dropped: [] };
}
