import type { Change } from '../../build/change.ts';
import { partRate } from '../../build/partLink.ts';
import type { LinkRate } from '../../model/linkState.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { linkSpeed } from './linkSpeed.ts';
import type { Look } from './look.ts';

/** Root ports with nothing below them, the slowest first that is still as fast as wished. */
export function freeRootPorts(look: Look, wish: LinkRate): readonly PciFunction[] {
  const speeds = new Map<PciFunction, number>();
  for (const port of look.ports) {
    if (port.type !== 'root-port' || look.devices(port.id).length > 0) continue;
    const rate = look.able(port);
    if (!rate || rate.gts < wish.gts || rate.width < wish.width) continue;
    speeds.set(port, linkSpeed(rate));
  }
  return [...speeds].sort(([, a], [, b]) => a - b).map(([port]) => port);
}

/**
 * What makes a link as fast as its two parts allow, where that is at least as fast as wished; `null`
 * where it is not, or the catalogue does not know one of them.
 */
export function widened(
  look: Look,
  upper: PciFunction,
  lower: PciFunction,
  atLeast: number,
): { readonly rate: LinkRate; readonly changes: readonly Change[] } | null {
  const above = mostOf(look, upper);
  const below = mostOf(look, lower);
  if (!above || !below) return null;
  const rate = { gts: Math.min(above.gts, below.gts), width: Math.min(above.width, below.width) };
  if (linkSpeed(rate) < atLeast) return null;
  return { rate, changes: [{ kind: 'link', port: upper.id, capable: null, current: rate }] };
}

/** A port can do what its part can; a card is what it is. */
function mostOf(look: Look, fn: PciFunction): LinkRate | null {
  return fn.bridge === null ? look.able(fn) : (partRate(fn) ?? look.able(fn));
}
