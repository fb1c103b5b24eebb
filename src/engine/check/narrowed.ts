import { UNKNOWN } from '../../base/unknown.ts';
import type { Mend } from '../../build/change.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { lanesOfPort } from './linkBelow.ts';
import type { Look } from './look.ts';
import { runAt } from './runAt.ts';
import { counted, listed } from './words.ts';

/**
 * A mend that runs links at half their width, the widest and of those the last ones first, until
 * these ports take no more lanes than there are; `null` when x1 each is still too many.
 */
export function narrowed(look: Look, ports: readonly PciFunction[], lanes: number): Mend | null {
  const widths = new Map(
    ports.flatMap((port) => {
      const width = lanesOfPort(look, port);
      return width === null ? [] : [[port.id, width] as const];
    }),
  );
  let sum = [...widths.values()].reduce((total, width) => total + width, 0);
  const touched = new Set<FunctionId>();
  while (sum > lanes) {
    let widest: FunctionId | null = null;
    for (const [id, width] of widths) {
      if (width > 1 && width >= (widest === null ? 2 : (widths.get(widest) ?? 0))) widest = id;
    }
    if (widest === null) return null;
    const width = halved(widths.get(widest) ?? 2);
    sum -= (widths.get(widest) ?? 0) - width;
    widths.set(widest, width);
    touched.add(widest);
  }
  if (touched.size === 0) return null;
  const changes = [...touched].flatMap((port) => {
    const state = { gts: UNKNOWN, width: widths.get(port) ?? 1 } as const;
    const fn = look.family.byId.get(port);
    return fn ? [runAt(fn, state)] : [];
  });
  const ofPort = (id: FunctionId) => {
    const port = look.family.byId.get(id);
    const head = look.devices(id)[0]?.[0] ?? port;
    return head ? look.name(head) : id;
  };
  const kinds = new Set([...touched].map((port) => widths.get(port)));
  const [width] = kinds;
  const names = listed([...touched].map(ofPort));
  const title =
    kinds.size === 1
      ? `Run ${names} at x${width}`
      : `Run ${counted(touched.size, 'link')} narrower: ${names}`;
  return { title, changes };
}

/** Links are 16, 8, 4, 2 or 1 lanes wide; 12 and 32 exist on paper. */
function halved(width: number): number {
  return width > 16 ? 16 : width > 8 ? 8 : width > 4 ? 4 : width > 2 ? 2 : 1;
}
