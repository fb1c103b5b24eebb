import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { listed } from './words.ts';

/**
 * Two switches in a row are common (storage boxes, server backplanes). No specification sets a limit
 * beyond bus numbers, but firmware of some computers does: makers of expansion boxes ask to count the
 * levels of bridges (Magma EB7R-x8 user's manual, page 56).
 */
const MOST_IN_A_ROW = 2;

/** Drawn switches below more others than is common; told for the lowest of each row. */
export function deepTree(look: Look): readonly Finding[] {
  if (!look.isDrawn) return [];
  const switches = look.machine.functions.filter(({ type }) => type === 'upstream');
  const rows = switches.map((lowest) => [lowest, ...switchesAbove(look, lowest)]);
  const inside = new Set<FunctionId>(rows.flatMap(([, ...above]) => above.map(({ id }) => id)));
  return rows.flatMap((row): readonly Finding[] => {
    const [lowest] = row;
    if (!lowest || row.length <= MOST_IN_A_ROW || inside.has(lowest.id)) return [];
    const names = listed(row.toReversed().map(look.name));
    return [
      {
        severity: 'note',
        text: `${row.length} switches stand in a row: ${names}.`,
        parts: row.map(({ id }) => id),
      },
    ];
  });
}

function switchesAbove(look: Look, fn: PciFunction): readonly PciFunction[] {
  const found: PciFunction[] = [];
  let at = look.above(fn);
  for (let steps = 0; at && steps < look.machine.functions.length; steps++) {
    if (at.type === 'upstream') found.push(at);
    at = look.above(at);
  }
  return found;
}
