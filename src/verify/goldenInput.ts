import { UNKNOWN } from '../base/unknown.ts';
import type { Era } from '../engine/kernel/eras.ts';
import { blankMachine } from '../model/blank.ts';
import type { FunctionId } from '../model/ids.ts';
import type { HostBridge, Machine } from '../model/machine.ts';
import type { Cpu, IommuHardware } from '../model/settings.ts';
import type { CaseHardware, EraInput, FullInput } from './caseForm.ts';
import type { GoldenInput } from './goldenCase.ts';
import { goldenFunction, goldenHostId, goldenId } from './goldenFunction.ts';
import { goldenList } from './goldenLists.ts';
import { providersByAddress } from './peerPages.ts';

/** The CPUs that the machines were given, by the name a topology has for them. */
const CPUS: Readonly<Record<string, Cpu>> = {
  intel: { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
  'amd-zen': { arch: 'x86', vendor: 'AuthenticAMD', family: 0x17 },
  'amd-old': { arch: 'x86', vendor: 'AuthenticAMD', family: 0x15 },
  hygon: { arch: 'x86', vendor: 'HygonGenuine', family: 0x18 },
};

/**
 * What a derivation is given: the machine as the firmware left it, and under which kernel and
 * command line it was booted. Which memory is published follows from the topology.
 *
 * @param asked the case itself, where it names its machine by reference; its drivers and limits count
 */
export function goldenInput(machine: FullInput, asked: EraInput | null, era: Era): GoldenInput {
  const { id, cmdline, options, kernel } = asked ?? machine;
  const cpu = CPUS[machine.topology.cpu];
  if (!cpu) throw new RangeError(`no such CPU: ${machine.topology.cpu}`);
  const iommu = iommuHardware(options);
  const built = goldenMachine(id, machine, asked ? driversOf(asked) : null);
  const providerAt = providersByAddress(built);
  return {
    id,
    era,
    cpu,
    cmdline,
    iommu,
    acsWords: 'boot',
    machine: {
      ...built,
      settings: {
        kernel: kernel.release,
        cmdline,
        cpu,
        iommu,
        iommuMode: UNKNOWN,
        acsWords: 'boot',
      },
    },
    functions: built.functions.map((fn) => fn.id),
    published: built.functions.filter((fn) => fn.p2pMemory.length > 0).map((fn) => fn.id),
    withoutStorage: withoutStorage(machine),
    mode: modeName(options),
    lists: machine.sgl.map((list) => goldenList(list, providerAt)),
  };
}

/** Test devices answer to every address of their BAR and keep nothing of what is written there. */
function withoutStorage({ topology, devices }: FullInput): readonly FunctionId[] {
  const nodes = new Set(
    topology.nodes.filter(({ type }) => type === 'testdev').map(({ id }) => id),
  );
  return devices.filter(({ node }) => nodes.has(node ?? '')).map(({ bdf }) => goldenId(bdf));
}

/** `none`, `off`, `pt`, `strict`, `lazy`; `strict-amd` for an AMD IOMMU. */
const modeName = ({ iommu, iommuDevice }: FullInput['options']): string =>
  iommuDevice === 'amd' ? `${iommu}-amd` : iommu;

function iommuHardware({ iommu, iommuDevice }: FullInput['options']): IommuHardware {
  if (iommu === 'none') return 'none';
  return iommuDevice === 'amd' ? 'amd' : 'intel';
}

interface Bound {
  readonly driver: string | null;
  readonly maxSeg: number;
}

function driversOf(asked: EraInput): ReadonlyMap<string, Bound> {
  return new Map(
    asked.devices.map(({ bdf, driver, maxSeg }) => [
      bdf,
      { driver: driver ?? null, maxSeg: maxSeg ?? 65_536 },
    ]),
  );
}

/** The machine with its functions in the order of the case, which is that of enumeration. */
function goldenMachine(
  name: string,
  { topology, devices }: FullInput,
  bound: ReadonlyMap<string, Bound> | null,
): Machine {
  const nodes = new Map(topology.nodes.map((node) => [node.id, node]));
  return {
    ...blankMachine('captured', name),
    hostBridges: hostBridges(devices),
    functions: devices.map((device) => {
      const here = bound?.get(device.bdf);
      const hardware = here
        ? { ...device, driver: here.driver, dma: { ...device.dma, maxSeg: here.maxSeg } }
        : device;
      return goldenFunction(hardware, nodes.get(device.node ?? '') ?? null);
    }),
  };
}

function hostBridges(devices: readonly CaseHardware[]): readonly HostBridge[] {
  const rootBuses = new Set(
    devices.filter((device) => device.parent === null).map((device) => device.rootBus),
  );
  return [...rootBuses].sort().map((rootBus) => ({
    id: goldenHostId(rootBus),
    label: null,
    domain: 0,
    rootBus: Number.parseInt(rootBus, 16),
    lastBus: UNKNOWN,
    socket: null,
    numaNode: UNKNOWN,
    kind: 'native',
    vmdFunction: null,
    windows: UNKNOWN,
    forwarding: null,
    model: null,
    isGuess: false,
  }));
}
