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

/** Moving parts on the drawing by keys: far and near. */
export const NUDGE_COMMANDS: readonly Command[] = STEPS.flatMap(([how, modifiers, units]) =>
  WAYS.map(
    ([way, key, x, y]): Command => ({
      id: `edit.nudge-${way}-${units}`,
      group: 'Edit',
      title: `Nudge ${way}${how}`,
      keys: [`${modifiers}+${key}`],
      keywords: 'move position shift place arrow',
      onSheet: true,
      when: (context) => hasSheet(context) && nudged(context).length > 0,
      run: (context) => {
        const { actions } = context.state;
        const parts = nudged(context);
        const edit = { kind: 'nudge', parts, dx: x * units, dy: y * units } as const;
        actions.edit(edit, { id: nudging() });
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

let count = 0;
let isHeld = false;

/** The gesture that a press belongs to: one for as long as Alt is held. */
function nudging(): string {
  if (!isHeld) count += 1;
  if (typeof window === 'object' && !isHeld) {
    isHeld = true;
    const end = new AbortController();
    const release = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Alt') return;
      isHeld = false;
      end.abort();
    };
    for (const type of ['keyup', 'blur', 'pointerdown']) {
      window.addEventListener(type, release, { capture: true, signal: end.signal });
    }
  }
  return `nudge ${count}`;
}
