import { problemError } from '../../base/problem.ts';
import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import { hasLinkBelow } from '../../model/linkAbove.ts';
import { linkRegisters } from '../../model/linkState.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { LinkState } from '../../model/registers.ts';
import { partName } from '../partName.ts';
import type { ChangeKind } from './changeKind.ts';
import { deviceOf, devicesBelow, familyOf, functionOf } from './family.ts';
import { trained, withLink } from './links.ts';

const RATES: ReadonlySet<number> = new Set([2.5, 5, 8, 16, 32, 64, 128]);
const WIDTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 12, 16, 32]);

/**
 * Sets what one end of a link can do, what both trained to, or both. The end is a root port or
 * downstream port above the link, or a function below it, whose fellow functions share it. A figure
 * that is unknown leaves the end's own. Where only the ability changes, the link trains anew.
 */
export const link: ChangeKind<'link'> = {
  refuse: (machine, { port, capable, current }) => {
    const fn = machine.functions.find(({ id }) => id === port);
    if (!fn) return problemError(`There is no part ${port}.`, { where: port });
    const refuse = (text: string) => problemError(text, { where: fn.id });
    if (!linkRegisters(fn)) return refuse(`${partName(fn)} shows no link.`);
    for (const state of [capable, current]) {
      if (state && !isLink(state, state === current)) {
        return refuse(`No link runs at ${state.gts} GT/s x${state.width}.`);
      }
    }
    return null;
  },
  apply: (machine, change) => {
    const { upper, lower } = endsOf(machine, change.port);
    const named = upper?.id === change.port ? [upper] : lower;
    const able = new Map(named.map((fn) => [fn.id, withCapable(fn, change.capable)]));
    const newest = (fn: PciFunction) => able.get(fn.id) ?? fn;
    const [head] = lower;
    const trains = change.capable !== null && upper && head;
    const current = trains ? trained(newest(upper), newest(head)) : null;
    const states = new Map<FunctionId, PciFunction>(
      [...(upper ? [upper] : []), ...lower].map((fn) => [
        fn.id,
        withCurrent(newest(fn), change.current ?? current),
      ]),
    );
    return { ...machine, functions: machine.functions.map((fn) => states.get(fn.id) ?? fn) };
  },
};

interface Ends {
  readonly upper: PciFunction | null;
  /** Functions of the device below, virtual ones too. */
  readonly lower: readonly PciFunction[];
}

function endsOf(machine: Machine, id: FunctionId): Ends {
  const family = familyOf(machine);
  const fn = functionOf(family, id);
  const isUpper = hasLinkBelow(fn);
  const device = isUpper ? (devicesBelow(family, id)[0] ?? []) : deviceOf(family, fn);
  const heads = new Set(device.map((each) => each.id));
  const virtual = machine.functions.filter(
    (each) => each.physfn !== null && heads.has(each.physfn),
  );
  const lower = [...device, ...virtual];
  if (isUpper) return { upper: fn, lower };
  const above =
    fn.parent !== UNKNOWN && fn.parent.kind === 'function'
      ? family.byId.get(fn.parent.id)
      : undefined;
  return { upper: above && hasLinkBelow(above) ? above : null, lower };
}

function withCapable(fn: PciFunction, change: LinkState | null): PciFunction {
  const has = linkRegisters(fn);
  return has && change ? withLink(fn, { capable: over(change, has.capable) }) : fn;
}

function withCurrent(fn: PciFunction, change: OrUnknown<LinkState> | null): PciFunction {
  const has = linkRegisters(fn);
  if (!has || change === null) return fn;
  if (change === UNKNOWN) return withLink(fn, { current: UNKNOWN });
  // What runs at a rate can do it.
  return withLink(fn, { current: over(change, has.current), capable: raised(has.capable, change) });
}

function raised(can: OrUnknown<LinkState>, { gts, width }: LinkState): OrUnknown<LinkState> {
  if (can === UNKNOWN) return UNKNOWN;
  const most = (a: LinkState['gts'], b: LinkState['gts']) =>
    a === UNKNOWN || b === UNKNOWN ? a : Math.max(a, b);
  return { gts: most(can.gts, gts), width: most(can.width, width) };
}

/** The figures that are known, over those that were. */
function over(change: LinkState, was: OrUnknown<LinkState>): LinkState {
  const old = was === UNKNOWN ? { gts: UNKNOWN, width: UNKNOWN } : was;
  return {
    gts: change.gts === UNKNOWN ? old.gts : change.gts,
    width: change.width === UNKNOWN ? old.width : change.width,
  };
}

function isLink({ gts, width }: LinkState, mayBeDown: boolean): boolean {
  const isRate = gts === UNKNOWN || RATES.has(gts);
  return isRate && (width === UNKNOWN || WIDTHS.has(width) || (mayBeDown && width === 0));
}
