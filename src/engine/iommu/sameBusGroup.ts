import type { Grouping } from './Grouping.ts';
import type { Joined } from './iommuGroups.ts';
import { shareAnId } from './shareAnId.ts';

/**
 * The group of the first function of the same bus that cannot be told apart from this one or kept
 * apart from it: by an id that they share, or as functions of one slot of which neither isolates.
 * The search goes on from those it meets that have no group themselves; each is asked once.
 *
 * Source: `get_pci_alias_group()` and `get_pci_function_alias_group()`, drivers/iommu/iommu.c, the
 * same in Linux 5.4 to 7.1.
 */
export function groupOfAliasesAndSiblings(grouping: Grouping, index: number): Joined | null {
  const asked = new Set<number>();
  const of = (found: number, group: number, kind: 'alias' | 'sibling'): Joined => ({
    group,
    cause: { kind, of: grouping.at(found).id },
  });

  const byAlias = (at: number, how: 'alias' | 'sibling'): Joined | null => {
    if (asked.has(at)) return null;
    asked.add(at);
    const group = grouping.groupOf.get(at);
    if (group !== undefined) return of(at, group, how);
    for (const other of grouping.onBusWithAliases(at)) {
      if (other === at || !shareAnId(grouping, at, other)) continue;
      const found = byAlias(other, 'alias') ?? bySlot(other);
      if (found) return found;
    }
    return null;
  };

  const bySlot = (at: number): Joined | null => {
    const siblings = grouping.onSameBus(at).filter((other) => grouping.areSiblings(at, other));
    if (siblings.length === 0 || grouping.isolates(at)) return null;
    for (const other of siblings) {
      if (grouping.isolates(other)) continue;
      const found = byAlias(other, 'sibling');
      if (found) return found;
    }
    return null;
  };

  return byAlias(index, 'alias') ?? bySlot(index);
}
