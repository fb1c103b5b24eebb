import type { Machine } from '../model/machine.ts';
import { layOutBlocks } from './blocks/layOutBlocks.ts';
import { layOutNodes } from './nodes/layOutNodes.ts';
import { wholeNotes } from './notes/Notes.ts';
import { withMachineNotes } from './notes/withMachineNotes.ts';
import type { LayoutOptions, Scene } from './scene.ts';
import { withTies } from './ties.ts';
import { withSigns } from './withSigns.ts';

/**
 * Lays a machine out. The same machine and options give the same scene everywhere; verdicts,
 * settings and drivers move nothing.
 */
export function layOut(machine: Machine, options: LayoutOptions): Scene {
  const scene =
    options.drawing === 'blocks' ? layOutBlocks(machine, options) : layOutNodes(machine, options);
  const whole = withTies(withSigns(scene, machine), machine);
  return withMachineNotes(whole, wholeNotes(machine));
}
