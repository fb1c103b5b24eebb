import { expect } from 'vitest';
import { applyChanges } from '../../build/applyChanges.ts';
import { settle } from '../../build/settle.ts';
import type { Machine } from '../../model/machine.ts';
import type { Check } from './check.ts';
import { checkMachine } from './checkMachine.ts';
import type { CheckId } from './checkWords.ts';

/** Findings of one rule, as `severity text`. */
export function told(machine: Machine, id: CheckId): readonly string[] {
  return found(machine, id).map(({ severity, text }) => `${severity} ${text}`);
}

export function found(machine: Machine, id: CheckId): readonly Check[] {
  return checkMachine(machine).filter((check) => check.id === id);
}

/** Titles of the mends that a rule offers; each of them is made, and must end its finding. */
export function cures(machine: Machine, id: CheckId): readonly string[] {
  return found(machine, id).flatMap((check) =>
    check.mends.map(({ title, changes }) => {
      const mended = settle(applyChanges(machine, changes)).machine;
      const left = found(mended, id).filter((each) => each.parts[0] === check.parts[0]);
      expect(
        left.map(({ text }) => text),
        `after: ${title}`,
      ).toEqual([]);
      return title;
    }),
  );
}
