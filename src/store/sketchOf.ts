import type { Machine } from '../model/machine.ts';
import { updateSketch } from '../sketch/updateSketch.ts';
import { writeSketch } from '../sketch/writeSketch.ts';

/** The machine as text: the user's own, brought into step, where there is one. Fetched when needed. */
export function sketchOf(machine: Machine): string {
  if (machine.sketch === null) return writeSketch(machine).text;
  return updateSketch(machine.sketch, machine);
}
