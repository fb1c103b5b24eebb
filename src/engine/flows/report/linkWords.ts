import type { FunctionId } from '../../../model/ids.ts';
import { generationName, type LinkRate } from '../../../model/linkState.ts';
import type { MachineLink } from '../../link/linksOf.ts';
import { functionAt, placeOfId, type Topology } from '../../pci/topology.ts';
import { nameOf } from '../plan/nameOf.ts';
import { switchOf } from '../plan/stepsOf.ts';
import type { Direction } from '../throughputReport.ts';

/** `rp0 – sw0`; a port of a switch without a name of its own goes by the switch's: `sw0 – gpu0`. */
export function linkTitle(topology: Topology, { upper, lower }: MachineLink): string {
  return `${nameOfPort(topology, upper)} – ${nameOf(topology, lower)}`;
}

function nameOfPort(topology: Topology, id: FunctionId): string {
  const place = placeOfId(topology, id);
  const above = switchOf(topology, place);
  const isNamed = functionAt(topology, place).label !== null;
  return nameOf(topology, isNamed || above === null ? id : above);
}

/** `Gen5 x16`; a link that the input does not show has no figures. */
export function rateName(rate: LinkRate | null): string {
  if (rate === null) return 'Link of unknown rate';
  return rate.width === 0 ? 'Link that is down' : `${generationName(rate.gts)} x${rate.width}`;
}

/** `Gen5 x16 above gpu1, downwards` */
export function linkWhere(
  topology: Topology,
  { lower, rate }: MachineLink,
  way: Direction,
): string {
  return `${rateName(rate)} above ${nameOf(topology, lower)}, ${way === 'up' ? 'upwards' : 'downwards'}`;
}
