import type { Arbiter } from './arbiters.ts';

/** Uses whose offers are so near to the least one bear a part of the bytes. */
const NEAR = 0.1;

/**
 * A stream that comes to an arbiter by two ports (a copy that climbs to the root complex and comes down
 * again) takes its bytes twice, and both grow with its rate. All of them are charged where it is held
 * back: where it is offered least, and by and by elsewhere if offers are nearly the same.
 */
export function chargeReturning({ uses }: Arbiter): void {
  const sums = new Map<number, { least: number; bytes: number; parts: number }>();
  for (const { stream, offer, bytes } of uses) {
    const sum = sums.get(stream);
    if (sum === undefined) sums.set(stream, { least: offer, bytes, parts: 0 });
    else {
      sum.least = Math.min(sum.least, offer);
      sum.bytes += bytes;
    }
  }
  const part = (offer: number, least: number) =>
    offer <= least ? 1 : Math.max(0, 1 - (offer / least - 1) / NEAR);
  for (const { stream, offer } of uses) {
    const sum = sums.get(stream);
    if (sum) sum.parts += part(offer, sum.least);
  }
  for (const use of uses) {
    const sum = sums.get(use.stream);
    if (sum) use.cost = (sum.bytes * part(use.offer, sum.least)) / sum.parts;
  }
}
