import type { Hex64 } from '../../../base/hex.ts';
import type { DmaLimits } from '../../../model/registers.ts';

/** A piece of a ready-made list: host memory as it says, or so many bytes of the provider's. */
export type ReadyPiece =
  | { readonly ram: Hex64; readonly length: number }
  | { readonly peer: true; readonly length: number };

export interface ReadyMade {
  readonly id: string;
  readonly title: string;
  /** What it shows. */
  readonly text: string;
  readonly pieces: readonly ReadyPiece[];
  /** What the device has to be told for it; `null`: it does not matter. */
  readonly limits: Pick<DmaLimits, 'maxSegment' | 'segmentBoundary'> | null;
  readonly untrusted: boolean;
}

const ram = (address: string, length: number): ReadyPiece => ({ ram: address as Hex64, length });
const pages = (...addresses: readonly string[]): readonly ReadyPiece[] =>
  addresses.map((each) => ram(each, 0x1000));
const at = (address: number): Hex64 => `0x${address.toString(16)}` as Hex64;

/** What an RDMA card's driver tells: segments of 2 GiB, no line crossed every 4 GiB. */
const USUAL = { maxSegment: 0x8000_0000, segmentBoundary: '0xffffffff' as Hex64 };

/**
 * Lists that show one thing each. Where an example of the mapping rules is meant, its number is in
 * the title, and the device's limits are set to what it says.
 */
export const READY_MADE: readonly ReadyMade[] = [
  {
    id: 'mixed',
    title: 'RAM, RAM, peer 8K, RAM, RAM',
    text: 'Five outputs with the IOMMU off; three when it translates; one when ACS sends peers up.',
    pieces: [
      ...pages('0x10000000', '0x20000000'),
      { peer: true, length: 0x2000 },
      ...pages('0x30000000', '0x30001000'),
    ],
    limits: null,
    untrusted: false,
  },
  {
    id: 'pages-16',
    title: '16 × 4K scattered',
    text: 'Sixteen outputs without translation, one range with it.',
    pieces: Array.from({ length: 16 }, (_, index) =>
      ram(at(0x1_0000_0000 + index * 0x3000), 0x1000),
    ),
    limits: null,
    untrusted: false,
  },
  {
    id: 'E1',
    title: 'E1: four pages from anywhere',
    text: 'Whole pages join, whatever lies between them: one output.',
    pieces: pages('0x123456000', '0x1ab000000', '0x40001000', '0x777777000'),
    limits: USUAL,
    untrusted: false,
  },
  {
    id: 'E3',
    title: 'E3: begins and ends within a page',
    text: 'Only the first piece of an output may begin within a page, only the last may end in one.',
    pieces: [
      ram('0x10000200', 0xe00),
      ram('0x20000000', 0x1000),
      ram('0x30000000', 0x400),
      ram('0x40000000', 0x1000),
    ],
    limits: USUAL,
    untrusted: false,
  },
  {
    id: 'E4',
    title: 'E4: a short end',
    text: 'What ends within its page closes the output.',
    pieces: [ram('0x10000000', 0x800), ram('0x20000000', 0x1000)],
    limits: USUAL,
    untrusted: false,
  },
  {
    id: 'E5',
    title: 'E5: an offset start',
    text: 'What begins within its page opens another output.',
    pieces: [ram('0x10000000', 0x1000), ram('0x20000100', 0xf00)],
    limits: USUAL,
    untrusted: false,
  },
  {
    id: 'E2',
    title: 'E2: 32 pages, segments of 64K',
    text: 'A device whose driver tells nothing gets 64 KiB at a time.',
    pieces: Array.from({ length: 32 }, (_, index) =>
      ram(at(0x1_0000_0000 + index * 0x3000), 0x1000),
    ),
    limits: { ...USUAL, maxSegment: 0x1_0000 },
    untrusted: false,
  },
  {
    id: 'E10',
    title: 'E10: padded up to the boundary',
    text: 'No segment crosses a 64 KiB line: the pieces before are mapped longer than they are.',
    pieces: ['0x10000000', '0x20000000', '0x30000000'].map((each) => ram(each, 0xc000)),
    limits: { ...USUAL, segmentBoundary: '0xffff' as Hex64 },
    untrusted: false,
  },
  {
    id: 'E11',
    title: 'E11: exactly on the boundary',
    text: 'What begins on a 64 KiB line needs no padding, and begins an output.',
    pieces: ['0x10000000', '0x10100000', '0x10200000', '0x10300000', '0x10400000'].map((each) =>
      ram(each, 0x4000),
    ),
    limits: { ...USUAL, segmentBoundary: '0xffff' as Hex64 },
    untrusted: false,
  },
  {
    id: 'E17',
    title: 'E17: entries are not split',
    text: 'Segments of 6 KiB hold one page each: the second would not fit as a whole.',
    pieces: pages('0x10000000', '0x20000000', '0x30000000'),
    limits: { ...USUAL, maxSegment: 0x1800 },
    untrusted: false,
  },
  {
    id: 'E6',
    title: 'E6: peer memory between pages',
    text: 'Peer memory by bus address stands alone and parts what is beside it.',
    pieces: [
      ...pages('0x10000000', '0x20000000'),
      { peer: true, length: 0x2000 },
      ...pages('0x30000000', '0x30001000'),
    ],
    limits: USUAL,
    untrusted: false,
  },
  {
    id: 'E27',
    title: 'E27: an untrusted device',
    text: 'Each piece is mapped by itself, and bounced where it does not fill its pages.',
    pieces: [ram('0x10000200', 0xe00), ram('0x20000000', 0x1000)],
    limits: USUAL,
    untrusted: true,
  },
];
