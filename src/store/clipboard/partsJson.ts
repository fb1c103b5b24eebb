import { UNKNOWN } from '../../base/unknown.ts';
import type { Fragment } from '../../build/fragment.ts';
import { readDocument } from '../../formats/read/readDocument.ts';
import { writeDocument } from '../../formats/write/writeDocument.ts';
import type { FunctionId, HostBridgeId, SocketId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';

const FORMAT = 'peerlane-parts';

/** More than the largest machine. */
const LONGEST = 128 * 1024 * 1024;

/** Parts as they go from tab to tab: a document, and what of it is meant. */
export function writeParts({ machine, devices, hosts, sockets, holder }: Fragment): string {
  const head = JSON.stringify({ format: FORMAT, devices, hosts, sockets, holder });
  // The document as it stands: its own braces make it the value of the last field.
  return `${head.slice(0, -1)},"machine":${writeDocument(machine)}}`;
}

/**
 * Parts that come from somewhere: the document in it is read like any other, of any version, and what
 * is said about it has to be true. `null`: it holds none.
 */
export function readParts(json: string): Fragment | null {
  if (json.length > LONGEST) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const { format, machine: document, devices, hosts, sockets, holder } = fieldsOf(value);
  if (format !== FORMAT) return null;
  const read = readDocument(JSON.stringify(document) ?? '');
  if (!read.ok) return null;
  const { machine } = read.value;
  const hostIds = idsIn<HostBridgeId>(hosts, machine.hostBridges);
  const holding = machine.hostBridges.find(({ id }) => id === holder)?.id ?? null;
  const fragment: Fragment = {
    machine,
    devices: idsIn<FunctionId>(devices, machine.functions).filter((id) =>
      isOn(machine, id, holding),
    ),
    hosts: hostIds.filter((id) => id !== holding),
    sockets: idsIn<SocketId>(sockets, machine.sockets),
    holder: holding,
  };
  const count = fragment.devices.length + fragment.hosts.length + fragment.sockets.length;
  return count === 0 ? null : fragment;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The ids among them that the document has, each once, in its order. */
function idsIn<Id extends string>(
  value: unknown,
  parts: readonly { readonly id: Id }[],
): readonly Id[] {
  const wanted = new Set<unknown>(Array.isArray(value) ? value : []);
  return parts.map(({ id }) => id).filter((id) => wanted.has(id));
}

function isOn(machine: Machine, id: FunctionId, holder: HostBridgeId | null): boolean {
  const parent = machine.functions.find((fn) => fn.id === id)?.parent ?? UNKNOWN;
  return parent !== UNKNOWN && holder !== null && parent.id === holder;
}
