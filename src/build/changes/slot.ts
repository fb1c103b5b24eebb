import { problemError } from '../../base/problem.ts';
import { slotName } from '../wholeName.ts';
import type { ChangeKind } from './changeKind.ts';

const LANES: ReadonlySet<number> = new Set([1, 2, 4, 8, 12, 16, 32]);

/** Says how many lanes a slot has and what stands between board and card; links stay as they are. */
export const slot: ChangeKind<'slot'> = {
  refuse: (machine, { slot: id, lanes }) => {
    const found = machine.slots.find((each) => each.id === id);
    if (!found) return problemError(`There is no slot ${id}.`, { where: id });
    if (lanes === null) return null;
    const refuse = (text: string, hint: string) => problemError(text, { where: id, hint });
    if (!LANES.has(lanes)) {
      return refuse('A slot has 1, 2, 4, 8, 12, 16 or 32 lanes.', 'Choose one of those.');
    }
    const divided = found.bifurcation ?? [];
    const sum = divided.reduce((total, width) => total + width, 0);
    if (sum <= lanes) return null;
    return refuse(
      `${slotName(found)} is divided into ${divided.join('x')}, which takes ${sum} lanes.`,
      'Divide it otherwise first.',
    );
  },
  apply: (machine, { slot: id, lanes, riser }) => ({
    ...machine,
    slots: machine.slots.map((each) =>
      each.id === id ? { ...each, lanes, riser: riser === '' ? null : riser } : each,
    ),
  }),
};
