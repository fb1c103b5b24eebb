import { problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { P2pMemory } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';
import { partName } from '../partName.ts';
import type { ChangeKind } from './changeKind.ts';

/**
 * Chooses a size of a resizable BAR; one of a size that is no power of two can be made the next. Memory for peers that filled the BAR fills it again; what no
 * longer fits is cut off.
 */
export const resizeBar: ChangeKind<'resize-bar'> = {
  refuse: (machine, { function: id, bar: index, size }) => {
    const fn = machine.functions.find((each) => each.id === id);
    if (!fn) return problemError(`There is no part ${id}.`, { where: id });
    const bar = fn.bars === UNKNOWN ? undefined : fn.bars.find((each) => each.index === index);
    const refuse = (text: string) => problemError(text, { where: fn.id });
    if (!bar) return refuse(`${partName(fn)} has no BAR ${index}.`);
    // What a drawing says and no BAR can be may become what it takes up.
    if (bar.size !== UNKNOWN && isOdd(bar.size) && size === powerOfTwo(bar.size)) return null;
    if (bar.resizableTo === null || bar.resizableTo === UNKNOWN) {
      return refuse(`BAR ${index} of ${partName(fn)} has one size only.`);
    }
    if (!bar.resizableTo.includes(size)) {
      return refuse(`BAR ${index} of ${partName(fn)} does not offer that size.`);
    }
    return null;
  },
  apply: (machine, { function: id, bar: index, size }) => ({
    ...machine,
    functions: machine.functions.map((fn) => {
      if (fn.id !== id || fn.bars === UNKNOWN) return fn;
      const old = fn.bars.find((bar) => bar.index === index);
      const bars = fn.bars.map(
        (bar): Bar => (bar.index === index ? { ...bar, size, address: null } : bar),
      );
      const p2pMemory = fn.p2pMemory.flatMap((memory) =>
        memory.bar === index ? fitted(memory, old, size) : [memory],
      );
      return { ...fn, bars, p2pMemory };
    }),
  }),
};

function isOdd(size: number): boolean {
  return size > 0 && powerOfTwo(size) !== size;
}

function powerOfTwo(size: number): number {
  return 2 ** Math.ceil(Math.log2(size));
}

function fitted(memory: P2pMemory, old: Bar | undefined, size: number): readonly P2pMemory[] {
  if (memory.offset === 0 && memory.size === old?.size) return [{ ...memory, size }];
  const left = size - memory.offset;
  return left <= 0 ? [] : [{ ...memory, size: Math.min(memory.size, left) }];
}
