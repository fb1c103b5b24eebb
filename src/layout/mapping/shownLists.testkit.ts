import { addressHex } from '../../engine/dma/dmaAddress.ts';
import { dmaMapSg } from '../../engine/dma/dmaMapSg.ts';
import { IovaDomain } from '../../engine/dma/iova/IovaDomain.ts';
import { USUAL_IOVA_SETUP } from '../../engine/dma/iova/iovaSetup.ts';
import type { MapperKind } from '../../engine/dma/mapper.ts';
import type { MapperRules } from '../../engine/dma/mapperRules.ts';
import type { MapStep } from '../../engine/dma/mapStep.ts';
import { SwiotlbPool } from '../../engine/dma/SwiotlbPool.ts';
import type { DmaDevice, PeerMemory, SgEntry } from '../../engine/dma/scatterlist.ts';
import { USUAL_MAPPING } from '../../engine/mapping/mappingOptions.ts';
import type { MappingReport } from '../../engine/mapping/mappingReport.ts';
import type { MapType } from '../../engine/p2pdma/verdict.ts';
import type { FunctionId } from '../../model/ids.ts';

const CLIENT = '0000:05:00.0' as FunctionId;
const PROVIDER = '0000:04:00.0' as FunctionId;

const RULES: MapperRules = {
  mapper: 'iommu-dma',
  inner: 'iommu-dma',
  peers: 'each-entry',
  firstPageAsks: true,
  refusal: 'errno',
  writesHostAddress: true,
  busEntryLength: 'own',
  writesBusLength: true,
  bouncesPeers: false,
  maximumWraps: true,
  granule: 4096,
  pageSizes: [4096, 2 ** 21, 2 ** 30],
  pageCalls: 'runs',
  forcesBounce: false,
  panicsWithoutPool: false,
};

const NIC: DmaDevice = {
  mask: 2 ** 64,
  busLimit: null,
  maxSegment: 2 ** 31,
  boundary: 0xffff_ffff,
  isUntrusted: false,
  minAlignMask: 0,
};

export interface ListManner {
  readonly mapper?: MapperKind;
  readonly rules?: Partial<MapperRules>;
  readonly device?: Partial<DmaDevice>;
  readonly under?: string;
}

/** `[address, length]` of RAM, or `[address, length, type]` of a peer's memory. */
export type Piece = readonly [address: number, length: number, mapType?: MapType];

/** What the engine makes of a list, in the form that pages show. */
export function shownList(pieces: readonly Piece[], manner: ListManner = {}): MappingReport {
  const mapper = manner.mapper ?? 'iommu-dma';
  const rules = { ...RULES, mapper, inner: mapper, ...manner.rules };
  const device = { ...NIC, ...manner.device };
  const peers = new Map<MapType, PeerMemory>();
  const list = pieces.map(([phys, length, mapType]): SgEntry => {
    if (mapType === undefined) return { phys, length, peer: null };
    const peer = peers.get(mapType) ?? { provider: PROVIDER, mapType, busOffset: 0 };
    peers.set(mapType, peer);
    return { phys, length, peer };
  });
  const steps: MapStep[] = [];
  const mapping = dmaMapSg(list, {
    device,
    rules,
    iova: new IovaDomain(USUAL_IOVA_SETUP),
    bounce: new SwiotlbPool(),
    recorder: { step: (step) => steps.push(step) },
  });
  return {
    client: CLIENT,
    options: USUAL_MAPPING,
    under: manner.under ?? 'Linux 6.1',
    chosen: {
      kind: mapper,
      inner: mapper,
      chain: [],
      capability: { answer: 'yes', text: '' },
    },
    device,
    entries: list.map(({ phys, length, peer }) => ({
      kind: peer ? 'peer' : 'ram',
      phys: addressHex(phys),
      bus: peer ? addressHex(phys) : null,
      length,
      provider: peer?.provider ?? null,
      mapType: peer?.mapType ?? null,
      text: '',
    })),
    mapping,
    addresses: mapping.outputs.map(({ address }) =>
      address === null ? null : addressHex(address),
    ),
    steps,
    stepsLeftOut: 0,
    wire: [],
    iommu: null,
    remarks: [],
  };
}

const ram = (...addresses: readonly number[]): readonly Piece[] =>
  addresses.map((address) => [address, 0x1000]);
const CMB = 0x38_0000_0000;

function e6(mapType: MapType): readonly Piece[] {
  return [
    ...ram(0x1000_0000, 0x2000_0000),
    [CMB, 0x2000, mapType],
    ...ram(0x3000_0000, 0x3000_1000),
  ];
}
const E1 = ram(0x1_2345_6000, 0x1_ab00_0000, 0x4000_1000, 0x7_7777_7000);

/** The lists of the guided scenarios, by what they show. */
export const SHOWN_LISTS = {
  'S2 IOMMU off': () => shownList(e6('BUS_ADDR'), { mapper: 'direct' }),
  'S2 translating': () => shownList(e6('BUS_ADDR')),
  'S2 redirected': () => shownList(e6('THRU_HOST_BRIDGE')),
  'S2 redirected, off': () => shownList(e6('THRU_HOST_BRIDGE'), { mapper: 'direct' }),
  'S2 refused': () => shownList(e6('NOT_SUPPORTED')),
  'S2 unwritten': () =>
    shownList(e6('THRU_HOST_BRIDGE'), { mapper: 'direct', rules: { writesHostAddress: false } }),
  'S6 E1 one range': () => shownList(E1),
  'S6 E3 offset and tail': () =>
    shownList([
      [0x1000_0200, 0xe00],
      [0x2000_0000, 0x1000],
      [0x3000_0000, 0x400],
      [0x4000_0000, 0x1000],
    ]),
  'S6 E4 short end': () =>
    shownList([
      [0x1000_0000, 0x800],
      [0x2000_0000, 0x1000],
    ]),
  'S6 E5 offset start': () =>
    shownList([
      [0x1000_0000, 0x1000],
      [0x2000_0100, 0xf00],
    ]),
  'S6 E2 64K maximum': () =>
    shownList(
      Array.from({ length: 32 }, (_, at): Piece => [0x1_0000_0000 + at * 0x3000, 0x1000]),
      { device: { maxSegment: 0x1_0000 } },
    ),
  'S6 E10 boundary padding': () =>
    shownList(
      [0x1000_0000, 0x2000_0000, 0x3000_0000].map((at): Piece => [at, 0xc000]),
      { device: { boundary: 0xffff } },
    ),
  'S6 E11 exact boundary': () =>
    shownList(
      [0, 1, 2, 3, 4].map((at): Piece => [0x1000_0000 + at * 0x10_0000, 0x4000]),
      { device: { boundary: 0xffff } },
    ),
  'S6 E17 whole entries': () =>
    shownList(ram(0x1000_0000, 0x2000_0000, 0x3000_0000), { device: { maxSegment: 0x1800 } }),
  'S6 E6 bus address': () => shownList(e6('BUS_ADDR')),
  'S6 E27 untrusted': () =>
    shownList(
      [
        [0x1000_0200, 0xe00],
        [0x2000_0000, 0x1000],
      ],
      { device: { isUntrusted: true } },
    ),
  'S6 E1 identity': () => shownList(E1, { mapper: 'direct' }),
  'S7 mlx5, IOMMU off': () => shownList(ram(0x1_2345_6000, 0x1_ab00_0000), { mapper: 'direct' }),
  'S7 mlx5, translating': () => shownList(ram(0x1_2345_6000, 0x1_ab00_0000)),
  'S7 rxe': () => shownList(ram(0x1_2345_6000, 0x1_ab00_0000), { mapper: 'rdma-virt' }),
  'S7 CMB': () => shownList([[CMB, 0x2000, 'BUS_ADDR']]),
  'E8 two bus addresses': () =>
    shownList([
      [CMB, 0x1000, 'BUS_ADDR'],
      [CMB + 0x1000, 0x1000, 'BUS_ADDR'],
    ]),
  'E20 bounced': () =>
    shownList(ram(0x1_2345_6000, 0x4000_1000), {
      mapper: 'direct',
      device: { mask: 0xffff_ffff },
    }),
  'E23 operations of Intel': () => shownList(E1, { mapper: 'intel-ops' }),
  'many bus addresses': () =>
    shownList(
      Array.from(
        { length: 12 },
        (_, at): Piece =>
          at % 2 === 0
            ? [0x1000_0000 + at * 0x1_0000, 0x1000]
            : [CMB + at * 0x1000, 0x1000, 'BUS_ADDR'],
      ),
    ),
  'a long list of an untrusted device': () =>
    shownList(
      Array.from({ length: 300 }, (_, at): Piece => [0x1_0000_0000 + at * 0x3000, 0x1000]),
      { device: { isUntrusted: true } },
    ),
  'a long list': () =>
    shownList(
      Array.from(
        { length: 4096 },
        (_, at): Piece =>
          at === 2000
            ? [CMB, 0x20_0000, 'BUS_ADDR']
            : [0x1_0000_0000 + at * 0x3000, at % 700 === 699 ? 0x800 : 0x1000],
      ),
    ),
} as const;
