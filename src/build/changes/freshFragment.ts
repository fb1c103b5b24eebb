import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Machine, Placement } from '../../model/machine.ts';
import type { FixedAddress, PciFunction } from '../../model/pciFunction.ts';
import type { FlowEnd } from '../../model/workload.ts';
import type { Fragment } from '../fragment.ts';
import { freeDomain } from './addition.ts';
import { freeIds } from './freeIds.ts';
import { freeLabels } from './freeLabels.ts';
import { unnumbered } from './unnumbered.ts';

/**
 * A fragment ready to be put into a machine: everything has an id and a name that the machine does
 * not have yet, and no number. The host bridge that only holds the devices keeps its id.
 */
export function freshFragment(machine: Machine, fragment: Fragment): Fragment {
  const names = namesFor(machine, fragment);
  const { machine: cut } = fragment;
  const idOf = <Id extends string>(id: Id): Id => (names.ids.get(id) ?? id) as Id;
  const maybeId = <Id extends string>(id: Id | null): Id | null => (id === null ? null : idOf(id));
  const labelOf = (id: string) => names.labels.get(id) ?? null;
  const endOf = (end: FlowEnd): FlowEnd =>
    end.kind === 'memory'
      ? { ...end, socket: maybeId(end.socket) }
      : ({ ...end, id: idOf(end.id) } as FlowEnd);
  const isOnHost = onWholeHosts(fragment);
  const taken = { hostBridges: [...machine.hostBridges] };
  const hostBridges = cut.hostBridges.map((host): HostBridge => {
    if (host.id === fragment.holder) return host;
    const domain = host.kind === 'vmd' ? freeDomain(taken, host.domain) : host.domain;
    const fresh: HostBridge = {
      ...unplaced(host),
      id: idOf(host.id),
      label: labelOf(host.id),
      domain,
      socket: host.socket === UNKNOWN ? UNKNOWN : maybeId(host.socket),
      vmdFunction: host.vmdFunction === UNKNOWN ? UNKNOWN : maybeId(host.vmdFunction),
    };
    taken.hostBridges.push(fresh);
    return fresh;
  });
  return {
    devices: fragment.devices.map(idOf),
    hosts: fragment.hosts.map(idOf),
    sockets: fragment.sockets.map(idOf),
    holder: fragment.holder,
    machine: {
      ...cut,
      sockets: cut.sockets.map((each) => ({
        ...each,
        id: idOf(each.id),
        label: labelOf(each.id),
      })),
      socketLinks: cut.socketLinks.map((link) => ({
        ...link,
        from: idOf(link.from),
        to: idOf(link.to),
      })),
      hostBridges,
      functions: cut.functions.map(
        (fn): PciFunction => ({
          ...unnumbered(fn),
          id: idOf(fn.id),
          label: labelOf(fn.id),
          fixedAddress: freeAddress(fn, isOnHost(fn), fragment),
          parent:
            fn.parent === UNKNOWN || fn.parent.id === fragment.holder
              ? fn.parent
              : fn.parent.kind === 'host'
                ? { kind: 'host', id: idOf(fn.parent.id) }
                : { kind: 'function', id: idOf(fn.parent.id) },
          physfn: maybeId(fn.physfn),
        }),
      ),
      sideLinks: cut.sideLinks.map((link) => ({
        ...link,
        from: idOf(link.from),
        to: idOf(link.to),
      })),
      notes: cut.notes.map((note) => ({
        ...note,
        id: idOf(note.id),
        about: maybeId(note.about),
      })),
      placements: cut.placements
        .map(
          (placement): Placement => ({ ...placement, about: idOf(placement.about), locked: false }),
        )
        .filter(({ dx, dy, pinned, collapsed }) => dx !== 0 || dy !== 0 || pinned || collapsed),
      workload: {
        flows: cut.workload.flows.map((flow) => ({
          ...flow,
          id: idOf(flow.id),
          from: endOf(flow.from),
          to: endOf(flow.to),
          by:
            flow.by === null
              ? null
              : flow.by.kind === 'cpu'
                ? { ...flow.by, socket: maybeId(flow.by.socket) }
                : { ...flow.by, id: idOf(flow.by.id) },
        })),
        groups: cut.workload.groups.map((group) => ({
          ...group,
          id: idOf(group.id),
          members: group.members.map(endOf),
          ...(group.through ? { through: endOf(group.through) } : {}),
        })),
        scatterlists: cut.workload.scatterlists.map((list) => ({
          ...list,
          id: idOf(list.id),
          client: idOf(list.client),
          entries: list.entries.map((entry) =>
            entry.kind === 'peer' ? { ...entry, provider: idOf(entry.provider) } : entry,
          ),
        })),
      },
    },
  };
}

interface Names {
  readonly ids: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
}

/** Parts of a part are called after it: `sw1/2` for `sw0/2`. */
function namesFor(machine: Machine, { machine: cut, holder }: Fragment): Names {
  const freeId = freeIds(machine);
  const free = freeLabels(machine);
  const ids = new Map<string, string>();
  const labels = new Map<string, string>();
  // Nothing may be called as what only holds the devices.
  if (holder !== null) freeId(holder);
  const named = [...cut.sockets, ...cut.hostBridges, ...cut.functions];
  for (const { id, label } of named) {
    if (id === holder) continue;
    if (label !== null) labels.set(id, free.copied(label));
    ids.set(id, freeId(labels.get(id) ?? wishFor(id, ids)));
  }
  const { flows, groups, scatterlists } = cut.workload;
  for (const { id } of [...cut.notes, ...flows, ...groups, ...scatterlists]) {
    ids.set(id, freeId(id));
  }
  return { ids, labels };
}

function wishFor(id: string, ids: ReadonlyMap<string, string>): string {
  for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1)) {
    const stem = ids.get(id.slice(0, at));
    if (stem !== undefined) return `${stem}${id.slice(at)}`.slice(0, 250);
  }
  return id;
}

/** Root bus and windows belong to the place; those of a VMD's domain are chosen by its part. */
function unplaced(host: HostBridge): HostBridge {
  const isVmd = host.kind === 'vmd';
  return {
    ...host,
    rootBus: isVmd ? host.rootBus : null,
    lastBus: UNKNOWN,
    windows: UNKNOWN,
  };
}

function onWholeHosts({ hosts }: Fragment): (fn: PciFunction) => boolean {
  const whole = new Set<string>(hosts);
  return ({ parent }) => parent !== UNKNOWN && whole.has(parent.id);
}

/**
 * Numbers that were set by hand are wishes for one place. What stays is which function of a device it
 * is, and where a platform has what comes with it.
 */
function freeAddress(
  fn: PciFunction,
  isOnHost: boolean,
  { machine, devices, holder }: Fragment,
): FixedAddress | null {
  const { fixedAddress: fixed, address } = fn;
  if (isOnHost && fixed !== null) return { ...fixed, bus: null };
  const isTop = fn.parent !== UNKNOWN && fn.parent.id === holder;
  const isFurther = isTop && fn.physfn === null && !devices.includes(fn.id as FunctionId);
  if (!isFurther) return null;
  const number = fixed?.function ?? (machine.origin === 'captured' ? address?.function : null);
  return number === null || number === undefined || number === 0 || number > 7
    ? null
    : { bus: null, device: null, function: number };
}
