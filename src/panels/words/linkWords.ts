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
export function linkSentence(facts: LinkFacts): string | null {
  const { current, best, isDown, isNarrow, isSlow } = facts;
  if (current === null) return null;
  if (isDown) return 'The link is down: nothing answers below the port.';
  if (best === null) return null;
  const runs = `It runs at ${linkCaption(current)}; both ends could do ${linkCaption(best)}.`;
  if (isNarrow) return `Degraded: fewer lanes than both ends have. ${runs}`;
  if (isSlow) {
    return `Degraded: slower than both ends could. ${runs} Some devices slow down while idle.`;
  }
  const isComplete = ![current.gts, current.width, best.gts, best.width].includes(UNKNOWN);
  return isComplete ? 'It runs at the best that both ends can do.' : null;
}
