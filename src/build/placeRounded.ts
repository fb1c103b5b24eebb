import type { Problem } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Bar } from '../model/registers.ts';
import { leastOf } from './placeClaims.ts';
import { isEnlarged, isRounded } from './placeProblems.ts';
import { powerOfTwo } from './placeSpans.ts';

/**
 * A BAR is at least as large as the memory for peers in it. One whose size is no power of two stays
 * as stated, takes up the next, and is told of.
 */
export function roundBars(machine: Machine): { machine: Machine; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const functions = machine.functions.map((fn) => roundFunction(fn, problems));
  const isSame = functions.every((fn, at) => fn === machine.functions[at]);
  return { machine: isSame ? machine : { ...machine, functions }, problems };
}

function roundFunction(fn: PciFunction, problems: Problem[]): PciFunction {
  const { bars } = fn;
  if (bars === UNKNOWN) return fn;
  const larger = bars.map((bar): Bar => {
    if (bar.size === UNKNOWN || !(bar.size > 0)) return bar;
    const least = leastOf(fn, bar.index);
    const size = BigInt(Math.ceil(bar.size));
    if (least > powerOfTwo(size)) {
      problems.push(isEnlarged(fn, bar.index, least));
      return { ...bar, size: Number(least) };
    }
    if (powerOfTwo(size) !== size) problems.push(isRounded(fn, bar.index, powerOfTwo(size)));
    return bar;
  });
  return larger.every((bar, at) => bar === bars[at]) ? fn : { ...fn, bars: larger };
}
