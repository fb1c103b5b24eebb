import type { FluidNetwork } from './fluid.ts';

/** Plain progressive filling: all rates rise together, and stop at their limit or where something is full. */
export function maxMin({ resources, streams }: FluidNetwork): readonly number[] {
  const rates: number[] = streams.map(() => 0);
  const left = resources.map(({ capacity }) => capacity);
  const rising = new Set(streams.keys());
  const taken = streams.map(({ legs }) => {
    const bytes = new Map<number, number>();
    for (const use of legs.flat())
      bytes.set(use.resource, (bytes.get(use.resource) ?? 0) + use.bytes);
    return bytes;
  });
  while (rising.size > 0) {
    const slopes = resources.map(() => 0);
    let rise = Number.POSITIVE_INFINITY;
    for (const stream of rising) {
      rise = Math.min(rise, (streams[stream]?.limit ?? 0) - (rates[stream] ?? 0));
      for (const [resource, bytes] of taken[stream] ?? []) {
        slopes[resource] = (slopes[resource] ?? 0) + bytes;
      }
    }
    slopes.forEach((slope, at) => {
      if (slope > 0) rise = Math.min(rise, (left[at] ?? 0) / slope);
    });
    if (rise === Number.POSITIVE_INFINITY) {
      for (const stream of rising) rates[stream] = rise;
      break;
    }
    slopes.forEach((slope, at) => {
      left[at] = Math.max((left[at] ?? 0) - slope * rise, 0);
    });
    for (const stream of rising) rates[stream] = (rates[stream] ?? 0) + rise;
    for (const stream of [...rising]) {
      const isAtLimit = (rates[stream] ?? 0) >= (streams[stream]?.limit ?? 0) * (1 - 1e-12);
      const isHeld = [...(taken[stream]?.keys() ?? [])].some(
        (at) => (left[at] ?? 0) <= (resources[at]?.capacity ?? 0) * 1e-12,
      );
      if (isAtLimit || isHeld) rising.delete(stream);
    }
  }
  return rates;
}
