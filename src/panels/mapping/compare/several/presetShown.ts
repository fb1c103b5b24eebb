import type { Machine } from '../../../../model/machine.ts';
import type { Scatterlist } from '../../../../model/workload.ts';
import type { SeveralPanel } from '../../../../store/severalView.ts';
import { isLike } from './severalChips.ts';
import { planOf, SEVERAL_PRESETS, type SeveralPreset } from './severalPresets.ts';

/** The preset that the panels are, if they are one. */
export function presetShown(
  machine: Machine,
  list: Scatterlist,
  panels: readonly SeveralPanel[],
): SeveralPreset | null {
  if (panels.length === 0) return null;
  const found = SEVERAL_PRESETS.find((preset) => {
    const plan = planOf(preset, machine, list);
    return (
      plan.panels.length === panels.length &&
      plan.panels.every((wish, at) => {
        const panel = panels[at];
        return panel !== undefined && isLike(wish, panel);
      })
    );
  });
  return found ?? null;
}
