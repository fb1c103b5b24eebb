import { UNKNOWN } from '../../base/unknown.ts';
import { partOf } from '../../build/partLink.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { counted } from './words.ts';

/** Physical functions with more virtual ones than their SR-IOV capability allows (TotalVFs). */
export function virtualFunctions(look: Look): readonly Finding[] {
  const counts = new Map<FunctionId, number>();
  for (const { physfn } of look.machine.functions) {
    if (physfn !== null) counts.set(physfn, (counts.get(physfn) ?? 0) + 1);
  }
  return [...counts].flatMap(([id, count]): readonly Finding[] => {
    const fn = look.family.byId.get(id);
    if (!fn || fn.sriov === UNKNOWN) return [];
    const total = fn.sriov === null ? 0 : fn.sriov.totalVfs;
    if (total === UNKNOWN || count <= total || isByConvention(fn, total)) return [];
    return [
      {
        severity: 'error',
        text: `${look.name(fn)} has ${counted(count, 'virtual function')}; it can bring up ${total}.`,
        hint: 'Write fewer of them, or a larger total.',
        parts: [fn.id],
      },
    ];
  });
}

/** A part that stands for many brought that figure along: it is nobody's. */
function isByConvention(fn: PciFunction, total: number): boolean {
  const part = partOf(fn);
  const plans = part && 'functions' in part ? part.functions : [];
  return plans.some(
    ({ sriov: { value, source } }) =>
      value !== UNKNOWN && value?.totalVfs === total && source?.quality === 'convention',
  );
}

/** Virtual functions that are not below the bridge of their physical one. */
export function virtualApart(look: Look): readonly Finding[] {
  return look.machine.functions.flatMap((fn): readonly Finding[] => {
    if (fn.physfn === null) return [];
    const physical = look.family.byId.get(fn.physfn);
    if (!physical || sameParent(fn, physical)) return [];
    return [
      {
        severity: 'warning',
        text: `${look.name(fn)} is not below the bridge of its physical function ${look.name(physical)}.`,
        parts: [fn.id, physical.id],
      },
    ];
  });
}

function sameParent({ parent: a }: PciFunction, { parent: b }: PciFunction): boolean {
  if (a === UNKNOWN || b === UNKNOWN) return a === b;
  return a.kind === b.kind && a.id === b.id;
}
