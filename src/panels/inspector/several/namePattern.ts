import type { DeviceKind } from '../../../model/deviceKind.ts';
import { deviceKind } from '../../../model/deviceKind.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import { shared } from '../shared.ts';

/** How people call parts of a kind, before the number. */
const STEMS: Partial<Record<DeviceKind, string>> = { gpu: 'gpu', nic: 'nic', nvme: 'nvme' };

/** A pattern for the names of these parts, to show how one is written: `nvme{n}` for drives. */
export function namePattern(
  { machine, byId }: Pick<OpenDocument, 'machine' | 'byId'>,
  parts: readonly PartId[],
): string {
  const stems = new Map<PartId, string>();
  for (const { id } of machine.sockets) stems.set(id, 'socket');
  for (const { id } of machine.hostBridges) stems.set(id, 'h');
  for (const { id } of machine.slots) stems.set(id, 'slot');
  for (const id of parts) {
    const fn = byId.get(id as FunctionId);
    if (fn) stems.set(id, stemOf(fn));
  }
  const stem = shared(parts.map((id) => stems.get(id) ?? PART));
  return `${stem.kind === 'same' ? stem.value : PART}{n}`;
}

const PART = 'part';

function stemOf(fn: PciFunction): string {
  if (fn.type === 'root-port' || fn.type === 'downstream') return 'port';
  if (fn.type === 'upstream') return 'sw';
  if (fn.bridge !== null) return 'bridge';
  return STEMS[deviceKind(fn)] ?? PART;
}
