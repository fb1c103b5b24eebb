import type { FunctionId } from '../../model/ids.ts';
import type { GroupCause } from '../iommu/iommuGroups.ts';

/** Why members are in their group, in words that go with one or several of them. */
export function groupCauseText(cause: GroupCause, name: (id: FunctionId) => string): string {
  switch (cause.kind) {
    case 'own':
      return 'first of the group';
    case 'alias':
      return `may send under the id of ${name(cause.of)}`;
    case 'no-isolation-above':
      return `below ${name(cause.at)}, which does not isolate`;
    case 'sibling':
      return `in the slot of ${name(cause.of)}, and neither isolates`;
    case 'switch':
      return `on the bus that ${name(cause.at)} does not isolate`;
  }
}
