import type { FluidStream } from '../../throughput/fluid.ts';
import { solveFluid } from '../../throughput/solveFluid.ts';
import type { PartNetwork } from './oneFlow.ts';

/**
 * What streams get in all, in a part of the network. Transfers of which the packets are alike have the
 * same answer, so each is looked up before it is computed: sizes above a few kilobytes are nearly all so.
 */
export function rateOf(part: PartNetwork): (streams: readonly FluidStream[]) => number {
  const known = new Map<string, readonly number[]>();
  const ratesOf = (streams: readonly FluidStream[]): readonly number[] => {
    const own = streams.map(part.shrink);
    const key = JSON.stringify(own);
    const before = known.get(key);
    if (before !== undefined) return before;
    const { rates } = solveFluid({ resources: part.resources, streams: [...own, ...part.others] });
    const found = rates.slice(0, own.length);
    known.set(key, found);
    return found;
  };
  return (streams) => {
    // Limits of their own differ from size to size, and most hold nothing back.
    const free = ratesOf(streams.map((stream) => ({ ...stream, limit: Number.POSITIVE_INFINITY })));
    const isHeld = streams.some(({ limit }, at) => limit < (free[at] ?? 0));
    const sum = (isHeld ? ratesOf(streams) : free).reduce((total, rate) => total + rate, 0);
    // Nothing is known to hold it: there is no figure to draw.
    return Number.isFinite(sum) ? sum : 0;
  };
}
