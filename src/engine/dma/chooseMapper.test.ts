import { describe, expect, test } from 'vitest';
import type { IommuHardware, IommuMode } from '../../model/settings.ts';
import { ERAS } from '../kernel/eras.ts';
import { DRIVE_A, DRIVE_C, NIC, oneSwitch } from '../mapping/scenarioMachines.testkit.ts';
import { type Asked, peerEntry, question, RAM } from './choose.testkit.ts';
import { chooseMapper } from './chooseMapper.ts';

const chosen = (asked: Asked) => chooseMapper(question(asked));
const kinds = (asked: Asked) => {
  const { kind, inner } = chosen(asked);
  return kind === inner ? kind : `${kind} > ${inner}`;
};
const calls = (asked: Asked) =>
  chosen(asked)
    .chain.map(({ call }) => call.replace('()', ''))
    .join(' > ');

describe('who maps, by kernel and IOMMU', () => {
  test.each<[string, IommuHardware, IommuMode | null, string]>([
    // Nothing translates: dma-direct, always.
    ['4.20', 'intel', null, 'direct'],
    ['5.10', 'intel', 'off', 'direct'],
    ['6.1', 'intel', 'passthrough', 'direct'],
    ['7.0', 'amd', 'passthrough', 'direct'],
    // VT-d had operations of its own up to 5.10.
    ['4.20', 'intel', 'strict', 'intel-ops'],
    ['5.4', 'intel', 'lazy', 'intel-ops'],
    ['5.10', 'intel', 'strict', 'intel-ops'],
    ['5.11', 'intel', 'strict', 'iommu-dma'],
    ['5.15', 'intel', 'lazy', 'iommu-dma'],
    // AMD-Vi up to 5.4.
    ['5.4', 'amd', 'strict', 'amd-ops'],
    ['5.5', 'amd', 'strict', 'iommu-dma'],
    ['5.10', 'amd', 'lazy', 'iommu-dma'],
    // All others were with iommu-dma from the start.
    ['4.20', 'smmu', 'strict', 'iommu-dma'],
    ['6.12', 'virtio', 'strict', 'iommu-dma'],
    ['7.0', 'intel', 'strict', 'iommu-dma'],
  ])('%s, %s, %s: %s', (kernel, iommu, mode, kind) => {
    expect(kinds({ kernel, iommu, ...(mode ? { mode } : {}) })).toBe(kind);
  });

  test('every era has an answer in every mode', () => {
    for (const { id } of ERAS) {
      for (const mode of ['off', 'passthrough', 'strict', 'lazy'] as const) {
        for (const iommu of ['intel', 'amd', 'smmu'] as const) {
          const { chain, kind } = chosen({ kernel: id, iommu, mode });
          expect(kind).not.toBe('foreign-ops');
          for (const { call, file, text } of chain) {
            expect([call, file, text].every((part) => part.length > 0)).toBe(true);
          }
        }
      }
    }
  });

  test.each<[string, Asked, string]>([
    ['Xen has the IOMMU', { mode: 'strict', isXen: true }, 'xen-swiotlb'],
    ['software RDMA, 5.10', { driver: 'software-rdma', kernel: '5.10' }, 'virt-ops'],
    ['software RDMA, 5.11', { driver: 'software-rdma', kernel: '5.11' }, 'rdma-virt'],
    ['software RDMA, translated', { driver: 'software-rdma', mode: 'strict' }, 'rdma-virt'],
    ['own operations', { driver: 'private-ops', kernel: '6.1' }, 'foreign-ops > direct'],
    [
      'own operations, translated',
      { driver: 'private-ops', kernel: '6.1', mode: 'strict' },
      'foreign-ops > iommu-dma',
    ],
    [
      'own operations, translated, passed over from 6.12 on',
      { driver: 'private-ops', kernel: '6.12', mode: 'strict' },
      'iommu-dma',
    ],
  ])('%s', (_, asked, kind) => {
    expect(kinds(asked)).toBe(kind);
  });

  test.each(['hfi1', 'qib'])('%s on the adapter: software by its own driver', (driver) => {
    const machine = oneSwitch();
    const functions = machine.functions.map((fn) => (fn.id === NIC ? { ...fn, driver } : fn));
    const swapped = { ...machine, functions };
    expect(kinds({ machine: swapped, kernel: '5.4' })).toBe('virt-ops');
    expect(kinds({ machine: swapped, kernel: '6.12' })).toBe('rdma-virt');
  });
});

describe('functions in a VMD domain', () => {
  const vmd = () => {
    const machine = oneSwitch();
    const hostBridges = machine.hostBridges.map((host) => ({ ...host, kind: 'vmd' as const }));
    return { ...machine, hostBridges };
  };

  test.each<[string, IommuMode | null, string]>([
    ['4.20', 'strict', 'vmd-ops > intel-ops'],
    ['5.4', 'strict', 'vmd-ops > intel-ops'],
    ['5.5', 'lazy', 'vmd-ops > intel-ops'],
    ['5.6', 'strict', 'intel-ops'],
    ['6.12', 'strict', 'iommu-dma'],
    // VMD itself has no operations then, and registers none.
    ['4.20', null, 'direct'],
  ])('%s, %s: %s', (kernel, mode, kind) => {
    expect(kinds({ machine: vmd(), kernel, ...(mode ? { mode } : {}) })).toBe(kind);
  });

  test('its operations call the same for the VMD function', () => {
    expect(calls({ machine: vmd(), kernel: '5.4', mode: 'strict' })).toBe(
      'rdma_rw_ctx_init > ib_dma_map_sg > dma_map_sg > dma_map_sg_attrs > vmd_map_sg > intel_map_sg',
    );
  });
});

describe('the chain of calls', () => {
  test.each<[string, Asked, string]>([
    [
      'an adapter, 5.4, VT-d',
      { kernel: '5.4', mode: 'strict' },
      'rdma_rw_ctx_init > ib_dma_map_sg > dma_map_sg > dma_map_sg_attrs > intel_map_sg',
    ],
    [
      'an adapter, 6.1, VT-d',
      { kernel: '6.1', mode: 'strict' },
      'rdma_rw_ctx_init > ib_dma_map_sgtable_attrs > dma_map_sgtable > __dma_map_sg_attrs > iommu_dma_map_sg',
    ],
    [
      'a drive, 6.12, no IOMMU',
      { client: DRIVE_C },
      'nvme_map_data > dma_map_sgtable > __dma_map_sg_attrs > dma_direct_map_sg',
    ],
    [
      'a drive, 5.4, AMD-Vi',
      { client: DRIVE_C, kernel: '5.4', iommu: 'amd', mode: 'strict' },
      'nvme_map_data > dma_map_sg > dma_map_sg_attrs > map_sg',
    ],
    [
      'rxe, 5.10',
      { kernel: '5.10', driver: 'software-rdma' },
      'rdma_rw_ctx_init > ib_dma_map_sg > dma_map_sg > dma_map_sg_attrs > dma_virt_map_sg',
    ],
    [
      'rxe, 6.12: the DMA core is not called',
      { driver: 'software-rdma' },
      'rdma_rw_ctx_init > ib_dma_map_sgtable_attrs > ib_dma_virt_map_sg',
    ],
    [
      'the module out of the tree',
      { design: 'out-of-tree', mode: 'strict', list: [peerEntry(null)] },
      'dma_map of the module',
    ],
    [
      '… and what becomes of host memory beside it',
      { design: 'out-of-tree', mode: 'strict', list: [peerEntry(null), RAM] },
      'dma_map of the module > rdma_rw_ctx_init > ib_dma_map_sgtable_attrs > dma_map_sgtable > __dma_map_sg_attrs > iommu_dma_map_sg',
    ],
  ])('%s', (_, asked, chain) => {
    expect(calls(asked)).toBe(chain);
  });

  const text = (asked: Asked, call: string) =>
    chosen(asked).chain.find((step) => step.call.startsWith(call))?.text;

  test('what is looked at: a pointer up to 6.11, a flag from 6.12 on', () => {
    const asked: Asked = { mode: 'strict' };
    expect(text({ ...asked, kernel: '6.6' }, '__dma_map_sg')).toContain('iommu_dma_ops');
    expect(text({ ...asked, kernel: '6.12' }, '__dma_map_sg')).toContain('dev->dma_iommu is set');
    expect(text({ kernel: '6.6' }, '__dma_map_sg')).toContain('dev->dma_ops is NULL');
    expect(text({ mode: 'passthrough' }, '__dma_map_sg')).toContain('identity');
  });

  test('NVMe hands over no list any more from 6.17 on', () => {
    expect(text({ client: DRIVE_C, kernel: '6.16' }, 'nvme')).not.toContain('vector by vector');
    expect(text({ client: DRIVE_C, kernel: '6.17' }, 'nvme')).toContain('vector by vector');
    expect(text({ client: DRIVE_C, kernel: '6.17' }, 'nvme')).not.toContain('one range');
    const translated: Asked = { client: DRIVE_C, kernel: '6.18', mode: 'strict' };
    expect(text(translated, 'nvme')).toContain('takes one range');
  });
});

describe('up to 5.19 the first page decides', () => {
  const nic = (kernel: string, first: Parameters<typeof peerEntry>[0]) =>
    calls({ kernel, mode: 'strict', list: [peerEntry(first), RAM] });

  test('by bus address: the usual mapper is not reached', () => {
    expect(nic('5.10', 'BUS_ADDR')).toBe('rdma_rw_ctx_init > pci_p2pdma_map_sg_attrs');
    expect(nic('5.15', 'NOT_SUPPORTED')).toBe('rdma_rw_ctx_init > pci_p2pdma_map_sg_attrs');
  });

  test('through the host bridge: the whole list is mapped like RAM', () => {
    expect(nic('5.10', 'THRU_HOST_BRIDGE')).toBe(
      'rdma_rw_ctx_init > pci_p2pdma_map_sg_attrs > dma_map_sg > dma_map_sg_attrs > intel_map_sg',
    );
  });

  test('before map types the pair is not asked about', () => {
    expect(nic('4.20', 'NOT_SUPPORTED')).toBe('rdma_rw_ctx_init > pci_p2pdma_map_sg');
    expect(nic('5.2', 'THRU_HOST_BRIDGE')).toBe('rdma_rw_ctx_init > pci_p2pdma_map_sg');
  });

  test('RAM first: the peer behind it is not seen', () => {
    const list = [RAM, peerEntry('BUS_ADDR')];
    expect(calls({ kernel: '5.10', mode: 'strict', list })).toBe(
      'rdma_rw_ctx_init > ib_dma_map_sg > dma_map_sg > dma_map_sg_attrs > intel_map_sg',
    );
  });

  test('and the chain says so', () => {
    const driver = (...list: readonly (typeof RAM)[]) => chosen({ kernel: '5.10', list }).chain[0];
    expect(driver(RAM, peerEntry('BUS_ADDR'))?.text).toContain('not seen');
    expect(driver(RAM)?.text).not.toContain('not seen');
    expect(driver(peerEntry('BUS_ADDR'), RAM)?.text).not.toContain('not seen');
  });

  test('from 6.0 on all lists go the same way', () => {
    expect(nic('6.0', 'BUS_ADDR')).toBe(calls({ kernel: '6.0', mode: 'strict' }));
  });

  test.each([
    ['v1-2018', true, 'rdma_rw_ctx_init > pci_p2pdma_map_sg'],
    [
      'v1-2018',
      false,
      'rdma_rw_ctx_init > ib_dma_map_sg > dma_map_sg > dma_map_sg_attrs > dma_direct_map_sg',
    ],
    ['4.20', false, 'rdma_rw_ctx_init > pci_p2pdma_map_sg'],
  ])('%s, flag %s', (kernel, p2pFlag, chain) => {
    expect(calls({ kernel, p2pFlag, list: [peerEntry('BUS_ADDR')] })).toBe(chain);
  });
});

describe('operations injected at each bridge', () => {
  const list = [RAM, peerEntry('BUS_ADDR', DRIVE_A)];
  const shim = (asked: Asked) => chosen({ design: 'p2p-shim', mode: 'strict', list, ...asked });

  test('a device below a bridge of the provider has them', () => {
    const { kind, inner, chain } = shim({});
    expect([kind, inner]).toEqual(['p2p-shim', 'iommu-dma']);
    expect(chain.map(({ call }) => call).slice(-2)).toEqual([
      'map_sg() as injected',
      'iommu_dma_map_sg()',
    ]);
    expect(chain.at(-2)?.text).toContain('0000:01:00.0');
  });

  test('a device elsewhere has the usual ones, and peers are RAM to it', () => {
    const { kind, chain } = shim({ client: DRIVE_C });
    expect(kind).toBe('iommu-dma');
    expect(chain.at(-1)?.text).toContain('knows nothing of peers');
  });
});

test('an IOMMU in the switch translates whatever the root complex has', () => {
  expect(kinds({ design: 'switch-iommu' })).toBe('iommu-dma');
});
