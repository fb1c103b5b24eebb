import { UNKNOWN } from '../base/unknown.ts';
import { makeHost } from '../catalogue/makeHost.ts';
import { makePart } from '../catalogue/makePart.ts';
import { blankMachine } from '../model/blank.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { HostBridge, Machine } from '../model/machine.ts';
import type { Parent, PciFunction } from '../model/pciFunction.ts';
import { drawnNode } from './drawnNode.ts';
import { parsePciId } from './parsePciId.ts';
import { qemuPart, qemuPlatform } from './qemuParts.ts';
import type { CaseDrawing, CaseTopology } from './topologyForm.ts';

/** What a topology calls the first root bus. */
const FIRST_HOST = 'pcie.0' as HostBridgeId;

/**
 * The machine of a golden case as somebody would draw it who knows nothing but its description:
 * parts of the catalogue where the topology says that they are, with the words it has for them. No
 * function has a number yet but those that the topology fixes (device and function, and the root
 * buses of further host bridges); buses are left to numbering. The settings are left open.
 *
 * The machine brings along what every q35 has, an expander for each further host bridge, and the
 * AMD IOMMU where the options name it (it takes device 1).
 */
export function drawnFromTopology({ topology, options }: CaseDrawing): Machine {
  const hasAmdIommu = options.iommu !== 'none' && options.iommuDevice === 'amd';
  const first = makeHost(qemuPlatform(), {
    id: FIRST_HOST,
    label: null,
    numaNode: null,
    socket: null,
  });
  const ids = topology.host?.ids;
  return {
    ...blankMachine('drawn', topology.title),
    hostBridges: [{ ...first.host, rootBus: 0 }, ...topology.buses.map(furtherHost)],
    functions: [
      ...first.functions.map((fn) =>
        ids !== undefined && isFirst(fn) ? { ...fn, pciId: parsePciId(ids) } : fn,
      ),
      ...(hasAmdIommu ? onFirstBus('amd-iommu', 'amd-iommu', 1) : []),
      ...topology.buses.flatMap(({ id, slot }) => onFirstBus('pxb', `${id}/expander`, slot)),
      ...nodes(topology, !hasAmdIommu),
    ],
  };
}

const isFirst = ({ fixedAddress }: PciFunction): boolean =>
  fixedAddress?.device === 0 && fixedAddress.function === 0;

function furtherHost({ id, bus_nr, numa }: CaseTopology['buses'][number]): HostBridge {
  return {
    id: id as HostBridgeId,
    label: id,
    domain: 0,
    rootBus: bus_nr,
    lastBus: UNKNOWN,
    socket: null,
    numaNode: numa ?? null,
    kind: 'native',
    vmdFunction: null,
    windows: UNKNOWN,
    forwarding: null,
    model: null,
    isGuess: false,
  };
}

/** A function that the machine has on bus 0 by itself. */
function onFirstBus(type: string, id: string, device: number): readonly PciFunction[] {
  const part = qemuPart(type);
  if (part.kind !== 'rciep') throw new RangeError(`${type} is no function of a root bus`);
  const parent: Parent = { kind: 'host', id: FIRST_HOST };
  return makePart(part, { id: id as FunctionId, parent, label: null, numaNode: null }).map(
    (fn) => ({
      ...fn,
      fixedAddress: { bus: null, device, function: 0 },
    }),
  );
}

function nodes({ buses, nodes: list }: CaseTopology, isBound: boolean): readonly PciFunction[] {
  const hosts = new Set<string>([FIRST_HOST, ...buses.map((bus) => bus.id)]);
  return list.flatMap((node) => {
    const parent: Parent = hosts.has(node.parent)
      ? { kind: 'host', id: node.parent as HostBridgeId }
      : { kind: 'function', id: node.parent as FunctionId };
    return drawnNode(node, parent, isBound);
  });
}
