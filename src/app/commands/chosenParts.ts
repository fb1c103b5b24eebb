import { UNKNOWN } from '../../base/unknown.ts';
import { deviceOf, familyOf, householdOf } from '../../build/changes/family.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { partNamed } from '../../store/partNamed.ts';
import type { OpenDocument, PartId, PeerlaneState } from '../../store/state.ts';

type Whole = HostBridgeId | SocketId | SlotId;

/** What is selected, in the terms of what can be done with it. */
export interface ChosenParts {
  readonly document: OpenDocument;
  /** Everything selected that the machine has. */
  readonly parts: readonly PartId[];
  readonly functions: readonly PciFunction[];
  /**
   * The first function of each device among them, in the machine's order, without those that go
   * along with another of them; of virtual functions none.
   */
  readonly devices: readonly PciFunction[];
  readonly hosts: readonly HostBridgeId[];
  readonly sockets: readonly SocketId[];
  readonly slots: readonly SlotId[];
  /** Host bridges, sockets and slots. */
  readonly wholes: readonly Whole[];
}

let last: {
  readonly asked: readonly [OpenDocument, unknown];
  readonly chosen: ChosenParts;
} | null = null;

/** `null` when nothing of the machine is selected. Many commands ask for one state: it is kept. */
export function chosenParts(
  state: Pick<PeerlaneState, 'document' | 'selection'>,
): ChosenParts | null {
  const { document, selection } = state;
  if (document === null || selection.size === 0) return null;
  if (last?.asked[0] !== document || last.asked[1] !== selection) {
    last = { asked: [document, selection], chosen: choose(document, selection) };
  }
  return last.chosen.parts.length > 0 ? last.chosen : null;
}

function choose(document: OpenDocument, selection: ReadonlySet<PartId>): ChosenParts {
  const { machine } = document;
  const within = <Part extends { readonly id: PartId }>(list: readonly Part[]) =>
    list.filter(({ id }) => selection.has(id));
  const functions = within(machine.functions);
  const hosts = within(machine.hostBridges).map(({ id }) => id);
  const sockets = within(machine.sockets).map(({ id }) => id);
  const slots = within(machine.slots).map(({ id }) => id);
  const wholes = [...sockets, ...hosts, ...slots];
  return {
    document,
    parts: [...functions.map(({ id }) => id), ...wholes],
    functions,
    devices: topDevices(machine, functions),
    hosts,
    sockets,
    slots,
    wholes,
  };
}

/** The machine's order has what is above before what is below it. */
function topDevices(machine: Machine, functions: readonly PciFunction[]): readonly PciFunction[] {
  const family = familyOf(machine);
  const covered = new Set<FunctionId>();
  const devices: PciFunction[] = [];
  for (const fn of functions) {
    if (fn.physfn !== null || covered.has(fn.id)) continue;
    const device = deviceOf(family, fn);
    devices.push(device[0] ?? fn);
    for (const id of householdOf(machine, family, device).functions) covered.add(id);
  }
  return devices;
}

/** `sw0`, `3 devices`, `2 parts` */
export function wordsFor({ document, devices, wholes, parts }: ChosenParts): string {
  const [device, ...others] = devices;
  const [whole] = wholes;
  if (wholes.length === 0 && device) {
    return others.length === 0 ? nameFor(document, device.id) : `${devices.length} devices`;
  }
  const count = devices.length + wholes.length;
  if (count === 1 && whole !== undefined) return nameFor(document, whole);
  const [only] = parts;
  if (count === 0 && only !== undefined && parts.length === 1) return nameFor(document, only);
  return `${Math.max(count, 1) === 1 ? parts.length : count} parts`;
}

/** The name a person gave it, else what it is called on the sheet, else its address. */
export function nameFor({ machine, byId, titles }: OpenDocument, id: PartId): string {
  const fn = byId.get(id as FunctionId);
  if (!fn) return partNamed(machine, id);
  return fn.label ?? titles.get(fn.id) ?? partNamed(machine, id);
}

/** Everything that a part is within or below, nearest first: bridges, host bridge, socket. */
export function partsAbove(machine: Machine, id: PartId): readonly PartId[] {
  const { byId } = familyOf(machine);
  const found: PartId[] = [];
  const seen = new Set<PartId>([id]);
  const above = (at: PartId): PartId | null => {
    const fn = byId.get(at as FunctionId);
    if (fn) return fn.parent === UNKNOWN ? null : fn.parent.id;
    const host = machine.hostBridges.find((each) => each.id === at);
    if (host) return host.socket === UNKNOWN ? null : host.socket;
    return machine.slots.find((each) => each.id === at)?.ports[0] ?? null;
  };
  for (let at = above(id); at !== null && !seen.has(at); at = above(at)) {
    seen.add(at);
    found.push(at);
  }
  return found;
}
