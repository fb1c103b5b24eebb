import { ACS_BITS } from '../../../model/registers.ts';

const { SV, TB, RR, CR, UF, EC, DT } = ACS_BITS;

/** What peer-to-peer isolation of a port comes to: SV, RR, CR and UF. */
const PORT = SV | RR | CR | UF;

/** To which functions of a row's ids a family speaks; the others go on to the next row. */
type Speaks =
  | 'always'
  | 'root-port'
  | 'root-or-downstream-port'
  | 'rciep'
  /** One of several functions on a root bus, on a machine with an AMD IOMMU. */
  | 'amd-multifunction-on-root-bus';

/** What it says to them. */
type Says =
  | { readonly kind: 'grants'; readonly bits: number }
  /** The firmware or hardware isolates although no register says so, once asked to at boot. */
  | { readonly kind: 'grants-if-requested'; readonly bits: number }
  /** Control and capability are read as dwords, the control one at +8. */
  | { readonly kind: 'reads-dword-at-8' };

/** One way in which devices isolate that the standard registers do not tell. */
export interface IsolationFamily {
  readonly id: string;
  readonly speaks: Speaks;
  readonly says: Says;
  /** Bits that it looks at; others that are asked for count as kept. */
  readonly looksAt: number;
  /**
   * Devices of the row's vendor that it is about, as inclusive ranges; `null`: all that the row
   * names.
   */
  readonly devices: readonly (readonly [number, number])[] | null;
  /** To other devices of that vendor it says no, or nothing. */
  readonly others: 'no' | 'next-row';
  /** What its devices are, for functions whose id is hidden. */
  readonly kind: 'root-port' | 'port' | 'device' | 'network-device' | 'conventional';
}

function family(
  id: string,
  speaks: Speaks,
  bits: number,
  more: Partial<IsolationFamily> = {},
): IsolationFamily {
  return {
    id,
    speaks,
    says: { kind: 'grants', bits },
    looksAt: SV | TB | RR | CR | UF | EC | DT,
    devices: null,
    others: 'next-row',
    kind: 'root-port',
    ...more,
  };
}

/** Root ports of Intel's 5 to 9 series, X79 and X99 chipsets, none of which has the capability. */
export const INTEL_PCH_PORTS: readonly (readonly [number, number])[] = [
  [0x3b42, 0x3b51],
  [0x1c10, 0x1c1f],
  [0x1e10, 0x1e1f],
  [0x8c10, 0x8c1f],
  [0x9c10, 0x9c1b],
  [0x9c90, 0x9c9b],
  ...evenIds(0x1d10, 0x1d1e),
  [0x8d10, 0x8d1e],
  ...evenIds(0x8c90, 0x8c9e),
];

/** Root ports of Intel's 100 and 200 series chipsets: the capability is there, and misplaced. */
export const INTEL_SPT_PORTS: readonly (readonly [number, number])[] = [
  [0xa110, 0xa11f],
  [0xa167, 0xa16a],
  [0xa290, 0xa29f],
  [0xa2e7, 0xa2ee],
  [0x9d10, 0x9d1b],
];

/** Every second id. */
function evenIds(from: number, to: number): (readonly [number, number])[] {
  const ids: (readonly [number, number])[] = [];
  for (let id = from; id <= to; id += 2) ids.push([id, id]);
  return ids;
}

export const AMD_SOUTHBRIDGE = family('amd-southbridge', 'amd-multifunction-on-root-bus', RR | CR, {
  looksAt: RR | CR | EC | DT,
  kind: 'conventional',
});
export const MULTIFUNCTION = family(
  'multifunction-endpoint-no-internal-p2p',
  'always',
  SV | TB | RR | CR | UF | DT,
  { kind: 'device' },
);
export const INTEL_RCIEP = family('intel-rciep', 'rciep', PORT, { kind: 'device' });
export const QUALCOMM = family('qualcomm-root-port', 'always', PORT);
export const NXP = family('nxp-root-port', 'always', PORT);
export const INTEL_PCH = family('intel-pch-root-port-no-acs-cap', 'root-port', PORT, {
  says: { kind: 'grants-if-requested', bits: PORT },
  devices: INTEL_PCH_PORTS,
});
export const INTEL_SPT = family('intel-sunrise/union-point-misplaced-acs', 'root-port', 0, {
  says: { kind: 'reads-dword-at-8' },
  devices: INTEL_SPT_PORTS,
});
export const CAVIUM = family('cavium-thunderx-root-port', 'root-port', PORT, {
  devices: [
    [0xa000, 0xa7ff],
    [0xaf84, 0xaf84],
    [0xb884, 0xb884],
  ],
});
export const XGENE = family('xgene/ampere-root-port', 'always', PORT);
export const IPROC = family('broadcom-iproc-paxb-root-port', 'always', PORT);
export const LOONGSON = family('loongson-root-port', 'always', PORT);
export const ANNAPURNA = family('annapurna-root-port', 'root-port', PORT);
export const ZHAOXIN_PORTS = family(
  'zhaoxin-root-or-downstream-port',
  'root-or-downstream-port',
  PORT,
  {
    devices: [
      [0x0710, 0x071e],
      [0x0721, 0x0721],
      [0x0723, 0x0752],
    ],
    others: 'no',
    kind: 'port',
  },
);
export const WANGXUN = family('wangxun-nic', 'always', PORT, {
  devices: [
    [0x0100, 0x010f],
    ...[0x1001, 0x2001, 0x5010, 0x5025, 0x5040, 0x5110, 0x5125, 0x5140].map(
      (id) => [id, id] as const,
    ),
  ],
  others: 'no',
  kind: 'network-device',
});
