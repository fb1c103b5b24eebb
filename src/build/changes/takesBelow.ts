import type { BridgePart, SwitchPart } from '../../catalogue/part.ts';
import type { Join } from './landing.ts';

/** Can what is joined so be below that part? As `landingOf()` has it for parts that are there. */
export function takesBelow(part: SwitchPart | BridgePart, join: Join): boolean {
  if (join === 'unknown') return true;
  const isLink = part.kind === 'switch' || part.type === 'pci-to-pcie';
  return join === (isLink ? 'link' : 'conventional');
}
