import { UNKNOWN } from '../../../base/unknown.ts';
import type { CataloguePart, DevicePart, FunctionPlan } from '../../../catalogue/part.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { FigureGroup } from '../../parts/figureRow.ts';
import { figuresOf } from '../../parts/figuresOf.ts';

/**
 * Of a part's figures those of the part as a whole and of the one function that is looked at: of a
 * switch the port's own side, of a card with several functions this one. Where it cannot be told
 * which function of the part it is, all of them.
 */
export function figuresFor(part: CataloguePart, fn: PciFunction): readonly FigureGroup[] {
  const groups = figuresOf(part);
  const title = groupOf(part, fn);
  const chosen = groups.filter((group) => group.title === title);
  const own = groups.filter((group) => group.title === null);
  // A platform as a whole is told at its host bridge, and at the function that stands for that.
  if (part.kind === 'host') return chosen.length > 0 ? chosen : own;
  // Ports of a switch on a card are none of its functions.
  if (isDevice(part) && fn.bridge !== null) return own;
  return title === null || chosen.length === 0 ? groups : [...own, ...chosen];
}

function isDevice(part: CataloguePart): part is DevicePart {
  return 'functions' in part;
}

/** The title under which the figures of that function stand. */
function groupOf(part: CataloguePart, fn: PciFunction): string | null {
  switch (part.kind) {
    case 'switch': {
      if (fn.type === 'upstream') return 'Upstream port';
      if (fn.type === 'downstream') return 'Downstream ports';
      return planOf(part.management, fn)?.role ?? null;
    }
    case 'host': {
      if (fn.type === 'root-port') return 'Root ports';
      const plans = part.integrated.map(({ function: plan }) => plan);
      const plan = planOf(plans, fn);
      const place = part.integrated.find((each) => each.function === plan);
      return place ? `${place.function.role}, device ${place.device}` : null;
    }
    case 'vmd':
      return fn.type === 'root-port' ? 'Its root ports' : null;
    case 'bridge':
    case 'port':
    case 'slot':
      return null;
    default: {
      if (part.functions.length < 2) return null;
      const plan = planOf(part.functions, fn);
      return plan ? `Function ${plan.number}, ${plan.role}` : null;
    }
  }
}

/** The plan that a function was made from: by its ids, else by its class; `null` if several would do. */
function planOf(plans: readonly FunctionPlan[], fn: PciFunction): FunctionPlan | null {
  const isOfId = ({ pciId }: FunctionPlan) =>
    fn.pciId !== UNKNOWN &&
    pciId.value !== UNKNOWN &&
    pciId.value.vendor === fn.pciId.vendor &&
    pciId.value.device === fn.pciId.device;
  const isOfClass = ({ classCode }: FunctionPlan) =>
    fn.classCode !== UNKNOWN && classCode.value === fn.classCode;
  const isOfNumber = ({ number }: FunctionPlan) => number === fn.address?.function;
  return (
    only(plans.filter(isOfId)) ??
    only(plans.filter(isOfClass)) ??
    only(plans.filter((plan) => isOfId(plan) && isOfNumber(plan))) ??
    null
  );
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
