import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Link, LinkState } from '../../model/registers.ts';
import { isElastic } from '../isElastic.ts';
import {
  areJoined,
  knownLink,
  type LinkEnd,
  least,
  NOTHING_STATED,
  type StatedLink,
  stateOf,
} from '../linkDefaults.ts';

/** The end at the other side of a link, as far as the writer knows it. */
export interface OtherEnd {
  readonly fn: PciFunction;
  readonly stated: StatedLink;
  readonly isLower: boolean;
}

const KEYS: readonly (keyof LinkState)[] = ['gts', 'width'];

/** What is at the other end of the link of `fn`; `null`: nothing that trains with it. */
export function otherEnd(
  fn: PciFunction,
  child: PciFunction | undefined,
  port: Pick<LinkEnd, 'fn' | 'stated'> | null | undefined,
): OtherEnd | null {
  if (child && areJoined(fn, child)) {
    return { fn: child, stated: heldBelow(child, fn), isLower: true };
  }
  return port && areJoined(port.fn, fn) ? { ...port, isLower: false } : null;
}

/** What the line of a lower end will state because the link runs below what both ends can do. */
function heldBelow(fn: PciFunction, port: PciFunction): StatedLink {
  const [own, above] = [knownLink(fn), knownLink(port)];
  if (!own || !above) return NOTHING_STATED;
  const figure = (key: keyof LinkState) => {
    const has = stateOf(own.current)[key];
    const can = least(stateOf(own.capable)[key], stateOf(above.capable)[key]);
    return has !== UNKNOWN && (can === UNKNOWN || has < can) ? has : null;
  };
  return { gts: figure('gts'), width: figure('width') };
}

function isSameState(a: Link, b: Link): boolean {
  return (['capable', 'current'] as const).every((which) => {
    const [x, y] = [stateOf(a[which]), stateOf(b[which])];
    return x.gts === y.gts && x.width === y.width;
  });
}

/**
 * What the line of a function is to state of its link, so that a reader makes the same of both ends
 * from as few words as possible. What it cannot say that way, `cap=` and `now=` do.
 *
 * @param start what the line begins with
 */
export function planLink(fn: PciFunction, start: PciFunction, other: OtherEnd | null): StatedLink {
  const [link, begins] = [knownLink(fn), knownLink(start)];
  if (!link) return NOTHING_STATED;
  // A further function begins with the link of its device.
  if (!other && begins && isSameState(link, begins)) return NOTHING_STATED;
  const far = other ? knownLink(other.fn) : null;
  const [can, has] = [stateOf(link.capable), stateOf(link.current)];
  const odd: { -readonly [K in keyof StatedLink]: StatedLink[K] } = { gts: null, width: null };
  for (const key of KEYS) {
    const farCan = far ? stateOf(far.capable)[key] : UNKNOWN;
    const follows = least(can[key], farCan, other ? other.stated[key] : null);
    if (has[key] === follows) continue;
    if (has[key] === UNKNOWN) odd[key] = UNKNOWN;
    else if (!other?.isLower && (follows === UNKNOWN || has[key] < follows)) odd[key] = has[key];
  }
  if (odd.gts !== null || odd.width !== null) return odd;
  if (!begins || !isElastic({ type: fn.type, part: start.part })) return NOTHING_STATED;
  const could = stateOf(begins.capable);
  const figure = (key: keyof LinkState) => {
    const isSaid = can[key] !== UNKNOWN && can[key] !== 0 && could[key] !== UNKNOWN;
    return isSaid && can[key] !== could[key] ? can[key] : null;
  };
  return { gts: figure('gts'), width: figure('width') };
}
