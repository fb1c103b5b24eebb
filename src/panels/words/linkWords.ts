import { UNKNOWN } from '../../base/unknown.ts';
import { generationName } from '../../model/linkState.ts';
import type { LinkState } from '../../model/registers.ts';
import type { LinkFacts } from '../tree/linkOf.ts';

/** `Gen4 x16`; a question mark for what is not shown; `down` without lanes. */
export function linkCaption({ gts, width }: LinkState): string {
  if (width === 0) return 'down';
  const lanes = width === UNKNOWN ? 'x?' : `x${width}`;
  return gts === UNKNOWN ? `Gen? ${lanes}` : `${generationName(gts)} ${lanes}`;
}

/** `16 GT/s x16, Gen4` */
export function linkStateWords({ gts, width }: LinkState): string {
  if (width === 0) return 'link down';
  const lanes = width === UNKNOWN ? 'x?' : `x${width}`;
  if (gts === UNKNOWN) return `rate not shown, ${lanes}`;
  return `${gts} GT/s ${lanes}, ${generationName(gts)}`;
}

/** One sentence on how the link runs; `null` where there is nothing to say. */
export function linkSentence({ reading, isDown }: LinkFacts): string | null {
  if (isDown) return 'The link is down: nothing answers below the port.';
  if (reading === null) return null;
  const { fitness, has, can, both, isPortShown } = reading;
  const who = isPortShown ? 'both ends' : 'its lower end';
  const runs = `It runs at ${linkCaption(has)}; ${who} could do ${linkCaption(both)}.`;
  switch (fitness) {
    case 'narrow':
      return `Degraded: fewer lanes than there could be. ${runs}`;
    case 'slow':
      return `Degraded: slower than it could be. ${runs} Some devices slow down while idle.`;
    case 'held-by-port':
      return `It runs at the best that the port above can do; the card could do ${linkCaption(can)}.`;
    default:
      return `It runs at the best that ${who} can do.`;
  }
}
