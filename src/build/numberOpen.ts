import { type Problem, problemWarning } from '../base/problem.ts';
import { addressOf, noBusLeft, otherBus } from './numberBuses.ts';
import type { Owner } from './numberRooms.ts';
import { isNumberedAnew, planOf, type Work } from './numberWork.ts';

const BUS = 256;

/** What has no number that holds, on buses that keep theirs. */
export function numberOpen(work: Work): void {
  const { tree, stays, rooms, draft } = work;
  const owners = new Map<number, Owner>(stays.open.map((index) => [index, rooms.ownerOf(index)]));
  for (const [physical, list] of tree.virtual) {
    const isPhysicalOpen = owners.has(physical);
    for (const index of list) {
      if (isPhysicalOpen || stays.openVirtual.has(index)) {
        owners.set(index, rooms.ownerOf(physical));
      }
    }
  }
  for (const [index, owner] of owners) {
    if (isNumberedAnew(work, owner)) continue;
    // Virtual functions have no number where their physical function gets none.
    draft.addresses[index] = null;
    const { functions } = tree;
    const range = rooms.ranges.get(owner);
    const plan = planOf(work, owner);
    if (!range || !plan) {
      draft.problems.push(inTheDark(functions[index]?.id ?? ''));
      continue;
    }
    const place = plan.devfns.get(index) ?? plan.virtual.numbers.get(index) ?? null;
    if (place === null) continue;
    const address = addressOf(range.domain, range.number * BUS + place);
    if (address.bus > (work.short.has(owner) ? range.number : range.last)) {
      draft.problems.push(noBusLeft([functions[index]?.id ?? '']));
      continue;
    }
    draft.addresses[index] = address;
    const wanted = functions[index]?.fixedAddress?.bus ?? range.number;
    if (wanted !== range.number) {
      draft.problems.push(otherBus(functions[index]?.id ?? '', wanted, range.number));
    }
  }
}

const inTheDark = (where: string): Problem =>
  problemWarning(`The number of the bus that ${where} is on is not known, so it has no address.`, {
    where,
    hint: 'Read a dump that shows the registers of the bridge above.',
  });
