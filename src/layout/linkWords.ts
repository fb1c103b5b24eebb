import { UNKNOWN } from '../base/unknown.ts';
import { generationName, isDegraded, linkFigures, readLink } from '../model/linkState.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { LinkState } from '../model/registers.ts';

export interface LinkWords {
  readonly lanes: number | null;
  readonly isDegraded: boolean;
  readonly isDown: boolean;
  /** As short as it can be said; empty when nothing is known. */
  readonly text: string;
  readonly title: string;
}

/**
 * A link in words, from its lower end, `fn`, and the port above it; either may be missing. What was
 * negotiated is said if either end shows it; else what could be.
 */
export function linkWords(
  fn: PciFunction | undefined,
  port: PciFunction | null | undefined,
): LinkWords {
  const current = linkFigures(fn, 'current') ?? linkFigures(port, 'current');
  const capable = linkFigures(fn, 'capable') ?? linkFigures(port, 'capable');
  const reading = fn ? readLink(fn, port) : null;
  const isDown = current !== null && current.width === 0;
  const shown = isDown ? capable : (current ?? capable);
  const plain = { lanes: lanes(shown), isDegraded: false, isDown };
  if (isDown) return { ...plain, text: 'down', title: `Link down; could be ${inFull(capable)}` };
  if (shown === null) return { ...plain, text: '', title: 'Speed and width are not shown' };
  if (reading && isDegraded(reading)) {
    const { has, both } = reading;
    const gen = generationName(has.gts);
    const bestGen = generationName(both.gts);
    const text =
      has.gts >= both.gts
        ? `${gen} x${has.width} of x${both.width}`
        : has.width >= both.width
          ? `${gen} of ${bestGen} x${has.width}`
          : `${gen} x${has.width} of ${bestGen} x${both.width}`;
    const title = `${gen} x${has.width}; could be ${bestGen} x${both.width}`;
    return { ...plain, isDegraded: true, text, title };
  }
  const text = inFull(shown);
  if (current === null) return { ...plain, text: `≤ ${text}`, title: `Could be ${text}` };
  const title =
    reading?.fitness === 'held-by-port'
      ? `${text}, all that the port above can do; the card could do ${inFull(capable)}`
      : text;
  return { ...plain, text, title };
}

function lanes(found: LinkState | null): number | null {
  return found === null || found.width === UNKNOWN ? null : found.width;
}

function inFull(found: LinkState | null): string {
  if (found === null) return 'unknown';
  const gen = found.gts === UNKNOWN ? null : generationName(found.gts);
  const width = found.width === UNKNOWN ? null : `x${found.width}`;
  return [gen, width].filter((part) => part !== null).join(' ');
}
