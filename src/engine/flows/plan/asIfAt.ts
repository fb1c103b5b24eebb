import type { MachineLink } from '../../link/linksOf.ts';
import { gtsOf } from '../../link/pcieGeneration.ts';
import type { ThroughputOptions } from '../throughputOptions.ts';

/** A link at the generation and width that are asked for, whatever its ends can do. */
export function asIfAt(
  link: MachineLink,
  { generation, width }: Pick<ThroughputOptions, 'generation' | 'width'>,
): MachineLink {
  if (generation === null && width === null) return link;
  const gts = generation === null ? link.rate?.gts : gtsOf(generation);
  const lanes = width ?? link.rate?.width;
  if (gts === undefined || lanes === undefined) return link;
  return { ...link, rate: { gts, width: lanes } };
}
