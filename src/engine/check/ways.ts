import { UNKNOWN } from '../../base/unknown.ts';
import type { Change } from '../../build/change.ts';
import { partRate } from '../../build/partLink.ts';
import { findPart } from '../../catalogue/catalogue.ts';
import { type LinkRate, linkRate } from '../../model/linkState.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { couldDo } from './couldDo.ts';
import { hostOf } from './hostOf.ts';
import { lanesLeft } from './laneBudget.ts';
import { lanesOfPort } from './linkBelow.ts';
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

/** A link made faster. */
export interface Widened {
  readonly rate: LinkRate;
  /** The ends that could not do it before; the lower one where both could. */
  readonly raised: readonly PciFunction[];
  readonly changes: readonly Change[];
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
): Widened | null {
  const above = mostOf(look, upper);
  const below = mostOf(look, lower);
  if (!above || !below) return null;
  const rate = lesser(above, below);
  if (linkSpeed(rate) < atLeast || !hasLanesFor(look, upper, rate)) return null;
  const raised = [upper, lower].filter((end) => end.bridge !== null && !isAble(look, end, rate));
  return {
    rate,
    raised: raised.length > 0 ? raised : [lower],
    changes: [...kept(look, lower), { kind: 'link', port: upper.id, capable: null, current: rate }],
  };
}

/** The CPU has as many lanes left as the root port would take more. */
function hasLanesFor(look: Look, port: PciFunction, { width }: LinkRate): boolean {
  const host = port.type === 'root-port' ? hostOf(look, port) : null;
  const left = host === null ? null : lanesLeft(look, host);
  return left === null || width - (lanesOfPort(look, port) ?? 0) <= Math.max(0, left);
}

/**
 * Says of a card that comes in all sizes which one it is: at another port, what it trained to would no
 * longer tell.
 */
export function kept(look: Look, card: PciFunction): readonly Change[] {
  const could = card.bridge === null && look.isDrawn ? couldDo(look, card) : null;
  const capable = linkRate(card, 'capable');
  if (!could || !capable) return [];
  if (could.gts === capable.gts && could.width === capable.width) return [];
  return [{ kind: 'link', port: card.id, capable: could, current: null }];
}

const lesser = (a: LinkRate, b: LinkRate): LinkRate => ({
  gts: Math.min(a.gts, b.gts),
  width: Math.min(a.width, b.width),
});

function isAble(look: Look, fn: PciFunction, { gts, width }: LinkRate): boolean {
  const able = look.able(fn);
  return able !== null && able.gts >= gts && able.width >= width;
}

/** A port can do what its part can, a root port no more than its platform's; a card is what it is. */
function mostOf(look: Look, fn: PciFunction): LinkRate | null {
  if (fn.bridge === null) return couldDo(look, fn);
  const own = partRate(fn) ?? look.able(fn);
  const platform = fn.type === 'root-port' ? platformRate(look, fn) : null;
  return own && platform ? lesser(own, platform) : own;
}

/** A root port that already does what its platform can: no drawing makes it faster. */
export function isPlatformsMost(look: Look, port: PciFunction): boolean {
  const most = port.type === 'root-port' ? platformRate(look, port) : null;
  return most !== null && isAble(look, port, most);
}

function platformRate(look: Look, fn: PciFunction): LinkRate | null {
  const id = hostOf(look, fn);
  const model = id === null ? null : (look.host(id)?.model ?? null);
  const part = model === null ? null : findPart('host', model);
  if (part?.kind !== 'host' || part.rootPort.link.value === UNKNOWN) return null;
  return part.rootPort.link.value;
}
