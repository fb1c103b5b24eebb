import type { CataloguePart } from '../../catalogue/part.ts';
import type { Join } from './landing.ts';

/** Parts that are put below a bridge or on a root bus. */
export type Placeable = Exclude<CataloguePart, { readonly kind: 'host' | 'slot' }>;

/** How a part of the catalogue is joined to what is above it. */
export function joinOfPart(part: Placeable): Join {
  if (part.kind === 'vmd' || part.kind === 'rciep') return 'integrated';
  if (part.kind === 'switch') return 'link';
  if (part.kind === 'bridge') return part.type === 'pcie-to-pci' ? 'link' : 'conventional';
  if (part.kind === 'port' || part.onboardSwitch !== null) return 'link';
  const [first] = part.functions;
  if (first?.type === 'rciep') return 'integrated';
  return first?.type === 'conventional' ? 'conventional' : 'link';
}
