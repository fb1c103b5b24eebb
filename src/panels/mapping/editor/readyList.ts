import { UNKNOWN } from '../../../base/unknown.ts';
import type { FunctionId, ScatterlistId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { DmaLimits } from '../../../model/registers.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import type { Edit } from '../../../store/edit.ts';
import { firstFit } from './firstFit.ts';
import { newList } from './newList.ts';
import type { ReadyMade } from './readyMade.ts';

export type ReadyList =
  | { readonly ok: true; readonly list: ScatterlistId; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly why: string };

/** What puts a ready-made list in: limits of the device where these matter, and the list, last. */
export function readyList(
  machine: Machine,
  ready: ReadyMade,
  client: FunctionId,
  provider: PciFunction | null,
): ReadyList {
  const device = machine.functions.find(({ id }) => id === client);
  if (!device) return { ok: false, why: 'Choose the device that the list is for.' };
  const entries: ScatterlistEntry[] = [];
  const held = machine.workload.scatterlists.flatMap((list) => list.entries);
  for (const piece of ready.pieces) {
    if ('ram' in piece) {
      entries.push({ kind: 'ram', address: piece.ram, length: piece.length });
      continue;
    }
    if (!provider) return { ok: false, why: 'Choose whose memory is meant: no device is chosen.' };
    const taken = firstFit(provider, piece.length, [...held, ...entries]);
    if (!taken.ok) return taken;
    entries.push(taken.entry);
  }
  const list = newList(machine, client, ready.id.startsWith('E') ? ready.id : null, entries);
  const limits = limitsFor(device, ready);
  return {
    ok: true,
    list: list.id,
    edits: [
      ...(limits ? [limits] : []),
      { kind: 'list-add', list, at: machine.workload.scatterlists.length },
    ],
  };
}

function limitsFor(device: PciFunction, { limits, untrusted }: ReadyMade): Edit | null {
  if (!limits) return null;
  const before = device.dma === UNKNOWN ? null : device.dma;
  const wanted: DmaLimits = { maskBits: before?.maskBits ?? 64, ...limits };
  const isSame =
    before?.maxSegment === wanted.maxSegment &&
    before.segmentBoundary === wanted.segmentBoundary &&
    (device.untrusted === true) === untrusted;
  if (isSame) return null;
  const isTrustSame = (device.untrusted === true) === untrusted;
  return {
    kind: 'dma-limits',
    about: device.id,
    limits: wanted,
    ...(isTrustSame ? {} : { untrusted }),
  };
}
