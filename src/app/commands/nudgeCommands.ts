import type { PartId } from '../../store/state.ts';
import { partsAbove } from './chosenParts.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';
import { areMarked } from './marks.ts';
import { chosenOnSheet } from './structureCommands.ts';

const WAYS = [
  ['left', 'ArrowLeft', -1, 0],
  ['right', 'ArrowRight', 1, 0],
  ['up', 'ArrowUp', 0, -1],
  ['down', 'ArrowDown', 0, 1],
] as const;
const STEPS = [
  ['', 'Alt', 8],
  [' by a hair', 'Alt+Shift', 1],
] as const;

/** Moving parts on the drawing by keys: far and near. With nothing selected, far moves the view. */
export const NUDGE_COMMANDS: readonly Command[] = STEPS.flatMap(([how, modifiers, units]) =>
  WAYS.map(
    ([way, key, x, y]): Command => ({
      id: `edit.nudge-${way}-${units}`,
      group: 'Edit',
      title: ({ state }) =>
        how === '' && state.selection.size === 0 ? `Look further ${way}` : `Nudge ${way}${how}`,
      keys: [`${modifiers}+${key}`],
      keywords: 'move position shift place arrow pan scroll sheet view',
      onSheet: true,
      when: (context) =>
        hasSheet(context) &&
        (nudged(context).length > 0 || (how === '' && context.state.selection.size === 0)),
      run: (context) => {
        const { actions, selection } = context.state;
        if (selection.size === 0) {
          actions.moveCamera(way);
          return;
        }
        const parts = nudged(context);
        const edit = { kind: 'nudge', parts, dx: x * units, dy: y * units } as const;
        actions.edit(edit, { id: nudging(parts) });
      },
    }),
  ),
);

/** What is selected and may move, without what goes along with something above it. */
function nudged(context: CommandContext): readonly PartId[] {
  const chosen = chosenOnSheet(context);
  if (!chosen) return [];
  const { machine } = chosen.document;
  const parts = new Set(chosen.parts);
  return chosen.parts.filter(
    (id) =>
      !partsAbove(machine, id).some((above) => parts.has(above)) &&
      !areMarked(machine, [id], 'pinned') &&
      !areMarked(machine, [id], 'locked'),
  );
}

/** Presses that come sooner one after another are one step of the history. */
const PAUSE_MS = 1000;

let count = 0;
let last = { parts: '', at: Number.NEGATIVE_INFINITY };

/** The gesture that a press belongs to: the one before's, as long as the same parts do not rest. */
function nudging(moved: readonly PartId[]): string {
  const parts = moved.join(' ');
  const at = performance.now();
  if (parts !== last.parts || at - last.at >= PAUSE_MS) count += 1;
  last = { parts, at };
  return `nudge ${count}`;
}
