import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { IommuHardware, IommuMode } from '../../model/settings.ts';
import { isTranslated } from '../iommu/isTranslated.ts';
import { resolveConditions } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import { DRIVE_A, NIC, oneSwitch } from '../mapping/scenarioMachines.testkit.ts';
import type { MapType } from '../p2pdma/verdict.ts';
import { buildTopology } from '../pci/topology.ts';
import type { MapperChoices, MapperQuestion } from './chooseOptions.ts';
import type { SgEntry } from './scatterlist.ts';

export const RAM: SgEntry = { phys: 0x1000_0000, length: 0x1000, peer: null };

export function peerEntry(mapType: MapType | null, provider: FunctionId = DRIVE_A): SgEntry {
  return { phys: 0x38_0000_0000, length: 0x2000, peer: { provider, mapType, busOffset: 0 } };
}

export const USUAL: MapperChoices = {
  fidelity: 'as-run',
  driver: 'own',
  p2pFlag: true,
  design: 'kernel',
  isXen: false,
  bounce: 'pool',
  barPages: 'struct-page',
};

export interface Asked extends Partial<MapperChoices> {
  readonly machine?: Machine;
  readonly client?: FunctionId;
  readonly kernel?: string;
  readonly iommu?: IommuHardware;
  /** Without one there is no IOMMU. */
  readonly mode?: IommuMode;
  readonly cmdline?: string;
  readonly list?: readonly SgEntry[];
}

/** Who maps for the adapter below the switch, on 6.12 and without an IOMMU, unless asked otherwise. */
export function question(asked: Asked = {}): MapperQuestion {
  const { machine = oneSwitch(), client = NIC, kernel = '6.12', list = [RAM], ...rest } = asked;
  const { iommu = 'intel', mode = null, cmdline = '', ...choices } = rest;
  const conditions = resolveConditions(machine, {
    kernel: eraById(kernel),
    cmdline,
    iommu: mode === null ? 'none' : iommu,
    iommuMode: mode,
  });
  const topology = buildTopology(machine);
  const index = topology.indexOf.get(client);
  if (index === undefined) throw new Error(`no function ${client}`);
  return {
    topology,
    client: index,
    conditions,
    isTranslated: isTranslated(topology, index, conditions),
    choices: { ...USUAL, ...choices },
    list,
  };
}
