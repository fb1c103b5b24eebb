import { OUTCOME } from '../../engine/p2pdma/outcome.ts';
import { MAP_TYPES } from '../../engine/p2pdma/verdict.ts';

/** "BUS_ADDR", or all that is open: "BUS_ADDR or NOT_SUPPORTED". */
export function outcomeWords(possible: number): string {
  return MAP_TYPES.filter((type) => (possible & OUTCOME[type]) !== 0).join(' or ');
}

/** "0000:03:00.0 to 0000:04:00.0: BUS_ADDR, distance 4"; on the diagonal "0000:03:00.0 with itself: …" */
export function cellName(
  provider: string,
  client: string,
  possible: number,
  distance: number,
): string {
  const steps = distance < 0 ? 'not known' : distance;
  const ends = provider === client ? `${provider} with itself` : `${provider} to ${client}`;
  return `${ends}: ${outcomeWords(possible)}, distance ${steps}`;
}
