import type { Assumption, Conditions, PairVerdict } from '../engine/report.ts';

/** "distance 4, so pci_p2pdma_distance() returns -1" as two facts. */
export function distanceWords({ distance, result }: PairVerdict): string {
  if (distance === null) return 'not known';
  if (result === null || result === distance) return String(distance);
  return `${distance}; pci_p2pdma_distance() returns ${result}`;
}

export function confidenceWords({ confidence }: PairVerdict): string {
  switch (confidence) {
    case 'proven':
      return 'proven by the input';
    case 'assumed':
      return 'rests on an assumption';
    case 'unknown':
      return 'open: the input does not show enough';
  }
}

/** The assumptions without which the verdict could be another one. */
export function decidingAssumptions(
  { decidedBy }: PairVerdict,
  { assumed }: Conditions,
): readonly Assumption[] {
  return assumed.filter(({ id }) => decidedBy.includes(id));
}
