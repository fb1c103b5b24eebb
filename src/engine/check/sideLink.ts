import type { Finding } from './check.ts';
import type { Look } from './look.ts';

/** Links beside PCI Express that join a part with itself. */
export function sideLink(look: Look): readonly Finding[] {
  return look.machine.sideLinks.flatMap(({ kind, from, to, label }): readonly Finding[] => {
    if (from !== to) return [];
    const fn = look.family.byId.get(from as PciId);
    const name = fn ? look.name(fn) : from;
    return [
      {
        severity: 'warning',
        text: `The ${label ?? kind} link of ${name} leads back to it.`,
        hint: 'Name another part as one of its ends.',
        parts: [from],
      },
    ];
  });
}

type PciId = Parameters<Look['family']['byId']['get']>[0];
