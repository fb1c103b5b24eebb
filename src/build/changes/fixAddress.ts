import { problemError } from '../../base/problem.ts';
import { partName } from '../partName.ts';
import type { ChangeKind } from './changeKind.ts';

/** Sets numbers by hand, or leaves them to numbering again. */
export const fixAddress: ChangeKind<'fix-address'> = {
  refuse: (machine, { function: id, fixed }) => {
    const fn = machine.functions.find((each) => each.id === id);
    if (!fn) return problemError(`There is no part ${id}.`, { where: id });
    const refuse = (text: string) => problemError(text, { where: fn.id });
    if (fn.physfn !== null) {
      return refuse(
        `${partName(fn)} is a virtual function: its number follows from ${fn.physfn}'s.`,
      );
    }
    const fits = (value: number | null | undefined, most: number) =>
      value === null ||
      value === undefined ||
      (Number.isInteger(value) && value >= 0 && value <= most);
    if (!fits(fixed?.bus, 255)) return refuse('Bus numbers go from 00 to ff.');
    if (!fits(fixed?.device, 31)) return refuse('Device numbers go from 00 to 1f.');
    if (!fits(fixed?.function, 7)) return refuse('Function numbers go from 0 to 7.');
    return null;
  },
  apply: (machine, { function: id, fixed }) => {
    const isEmpty =
      fixed === null || (fixed.bus === null && fixed.device === null && fixed.function === null);
    return {
      ...machine,
      functions: machine.functions.map((fn) =>
        fn.id === id ? { ...fn, fixedAddress: isEmpty ? null : fixed } : fn,
      ),
    };
  },
};
