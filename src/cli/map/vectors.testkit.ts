/*
 * Worked examples of `iommu_dma_map_sg()` on a fresh domain, 6.0 to 6.12, computed by hand from the
 * source of those kernels and seen to agree with running ones where these have such a list.
 */

export type VectorEntry = readonly [
  kind: 'ram' | 'bus' | 'thru' | 'none',
  phys: string,
  len: number,
];

export interface Vector {
  readonly id: string;
  readonly maxSeg?: number;
  readonly boundary?: string;
  readonly entries: readonly VectorEntry[];
  readonly err?: number;
  readonly iova?: readonly [base: string, len: number];
  /** Address, length, and whether it is a bus address. */
  readonly out?: readonly (readonly [addr: string, len: number, space?: 'BUS'])[];
}

const K = 0x1000;

/** Pages of host memory, each so far from the one before. */
const pages = (count: number, first: number, step: number, len = K): readonly VectorEntry[] =>
  Array.from({ length: count }, (_, i) => ['ram', (first + i * step).toString(16), len]);

export const VECTORS: readonly Vector[] = [
  {
    id: 'E1',
    entries: [
      ['ram', '123456000', K],
      ['ram', '1ab000000', K],
      ['ram', '40001000', K],
      ['ram', '777777000', K],
    ],
    iova: ['ffffc000', 4 * K],
    out: [['ffffc000', 4 * K]],
  },
  {
    id: 'E2',
    maxSeg: 65_536,
    entries: pages(32, 0x1_0000_0000, 0x3000),
    iova: ['fffe0000', 0x20000],
    out: [
      ['fffe0000', 0x10000],
      ['ffff0000', 0x10000],
    ],
  },
  {
    id: 'E3',
    entries: [
      ['ram', '10000200', 0xe00],
      ['ram', '20000000', K],
      ['ram', '30000000', 0x400],
      ['ram', '40000000', K],
    ],
    iova: ['ffffc000', 4 * K],
    out: [
      ['ffffc200', 0x2200],
      ['fffff000', K],
    ],
  },
  {
    id: 'E4',
    entries: [
      ['ram', '10000000', 0x800],
      ['ram', '20000000', K],
    ],
    iova: ['ffffe000', 2 * K],
    out: [
      ['ffffe000', 0x800],
      ['fffff000', K],
    ],
  },
  {
    id: 'E5',
    entries: [
      ['ram', '10000000', K],
      ['ram', '20000100', 0xf00],
    ],
    iova: ['ffffe000', 2 * K],
    out: [
      ['ffffe000', K],
      ['fffff100', 0xf00],
    ],
  },
  {
    id: 'E6',
    entries: [
      ['ram', '10000000', K],
      ['ram', '20000000', K],
      ['bus', '3800000000', 2 * K],
      ['ram', '30000000', K],
      ['ram', '30001000', K],
    ],
    iova: ['ffffc000', 4 * K],
    out: [
      ['ffffc000', 2 * K],
      ['3800000000', 2 * K, 'BUS'],
      ['ffffe000', 2 * K],
    ],
  },
  {
    id: 'E7',
    entries: [
      ['ram', '10000000', K],
      ['thru', '3800000000', 2 * K],
      ['ram', '30000000', K],
    ],
    iova: ['ffffc000', 4 * K],
    out: [['ffffc000', 4 * K]],
  },
  {
    id: 'E8',
    entries: [
      ['bus', '3800000000', K],
      ['bus', '3800001000', K],
    ],
    out: [
      ['3800000000', K, 'BUS'],
      ['3800001000', K, 'BUS'],
    ],
  },
  {
    id: 'E9',
    entries: [
      ['ram', '10000000', K],
      ['none', '3800000000', K],
    ],
    err: -121,
    out: [],
  },
  {
    id: 'E10',
    boundary: 'ffff',
    entries: pages(3, 0x1000_0000, 0x1000_0000, 0xc000),
    iova: ['fffc0000', 0x2c000],
    out: [
      ['fffc0000', 0xc000],
      ['fffd0000', 0xc000],
      ['fffe0000', 0xc000],
    ],
  },
  {
    id: 'E11',
    boundary: 'ffff',
    entries: pages(5, 0x1000_0000, 0x10_0000, 0x4000),
    iova: ['fffe0000', 0x14000],
    out: [
      ['fffe0000', 0x10000],
      ['ffff0000', 0x4000],
    ],
  },
  {
    id: 'E12',
    entries: pages(2, 0x1000_0000, 0x1000),
    iova: ['ffffe000', 2 * K],
    out: [['ffffe000', 2 * K]],
  },
  {
    id: 'E13',
    entries: pages(2, 0x8000_0000, 0x4000_0000, 0x20_0000),
    iova: ['ffc00000', 0x40_0000],
    out: [['ffc00000', 0x40_0000]],
  },
  {
    id: 'E14',
    entries: [['bus', '3800000000', K], ...pages(2, 0x1000_0000, 0x1000_0000)],
    iova: ['ffffe000', 2 * K],
    out: [
      ['3800000000', K, 'BUS'],
      ['ffffe000', 2 * K],
    ],
  },
  {
    id: 'E15',
    entries: pages(6, 0x1000_0000, 0x1_0000),
    iova: ['ffff8000', 6 * K],
    out: [['ffff8000', 6 * K]],
  },
  {
    id: 'E16',
    maxSeg: 0x2000,
    entries: pages(5, 0x1000_0000, 0x1_0000),
    iova: ['ffff8000', 5 * K],
    out: [
      ['ffff8000', 2 * K],
      ['ffffa000', 2 * K],
      ['ffffc000', K],
    ],
  },
  {
    id: 'E17',
    maxSeg: 0x1800,
    entries: pages(3, 0x1000_0000, 0x1000_0000),
    iova: ['ffffc000', 3 * K],
    out: [
      ['ffffc000', K],
      ['ffffd000', K],
      ['ffffe000', K],
    ],
  },
  {
    id: 'S2.3',
    entries: [
      ...pages(2, 0x1000_0000, 0x1000_0000),
      ['thru', '3800000000', 2 * K],
      ...pages(2, 0x3000_0000, 0x1000),
    ],
    iova: ['ffff8000', 6 * K],
    out: [['ffff8000', 6 * K]],
  },
];

/** The list of an example, in the form of a case. */
export function entriesOfVector(
  id: string,
): readonly (readonly [string, string, number, string?])[] {
  const vector = VECTORS.find((each) => each.id === id);
  if (!vector) throw new Error(`no vector ${id}`);
  return vector.entries.map(([kind, phys, len]) =>
    kind === 'ram' ? [kind, phys, len] : [kind, phys, len, phys],
  );
}
