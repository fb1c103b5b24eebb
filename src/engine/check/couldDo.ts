import { isAsThePart } from '../../build/ableLink.ts';
import { type LinkRate, linkRate } from '../../model/linkState.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { mostOfLink } from './linkBelow.ts';
import type { Look } from './look.ts';

/**
 * What a card could do on its own. A drawn part that comes in all sizes counts as what its line says;
 * where it merely trained to what the port above passes, its line said
 * nothing.
 */
export function couldDo(look: Look, card: PciFunction): LinkRate | null {
  const able = look.able(card);
  const capable = linkRate(card, 'capable');
  if (!look.isDrawn || !able || !capable || !isAsThePart(card)) return able;
  const port = look.above(card);
  const passed = port ? mostOfLink(look, port, undefined) : null;
  if (!passed) return able;
  const free = (figure: 'gts' | 'width') =>
    able[figure] === Math.min(passed[figure], capable[figure]) ? capable[figure] : able[figure];
  return { gts: free('gts'), width: free('width') };
}
