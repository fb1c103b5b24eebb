import { gtsOf, type PcieGeneration } from './pcieGeneration.ts';

/** What a generation makes of a link's bits, and what surrounds each packet. */
export interface LineCoding {
  /** GT/s a lane. */
  readonly gts: number;
  /** Part of the bits that carry bytes: 8b/10b, 128b/130b, or the part of a flit that is for TLPs. */
  readonly efficiency: number;
  /** Part of those bytes that ordered sets take so that both ends keep the same clock (SKP). */
  readonly skpFraction: number;
  /** Around the header and data of each TLP: start, sequence number, LCRC, end. */
  readonly framingBytes: number;
  /** A DLLP (ACK, UpdateFC) with its framing. */
  readonly dllpBytes: number;
  /** Flits of 256 bytes have room of their own for CRC, FEC, ACK and credits. */
  readonly isFlit: boolean;
}

/** One set of four symbols in at most 1538 symbols (PCI Express base specification 4.2.7.3). */
const SKP_8B10B = 4 / 1538;
/**
 * One block of 16 bytes after 370 to 375 blocks, both ends with one clock (4.2.7.4). For flits the spacing
 * is not known from a public source; it is taken to be the same.
 */
const SKP_128B130B = 1 / 376;

const BYTES_8B10B = 8 / 10;
const BYTES_128B130B = 128 / 130;
/** 236 bytes of TLPs, 6 of DLLPs, 8 of CRC and 6 of FEC (base specification 6.0, 4.2.3.4). */
const BYTES_OF_FLIT = 236 / 256;

/** STP 1, sequence number 2, LCRC 4, END 1; from 8 GT/s on a token of 4 with the number in it, LCRC 4. */
const FRAMING = 8;
/** Two symbols or a token of two bytes, four of content, two of CRC. */
const DLLP = 8;

/** How a generation codes its bits and frames its packets. */
export function lineCodingOf(generation: PcieGeneration): LineCoding {
  const gts = gtsOf(generation);
  if (generation >= 6) {
    return {
      gts,
      efficiency: BYTES_OF_FLIT,
      skpFraction: SKP_128B130B,
      framingBytes: 0,
      dllpBytes: 0,
      isFlit: true,
    };
  }
  const isOld = generation <= 2;
  return {
    gts,
    efficiency: isOld ? BYTES_8B10B : BYTES_128B130B,
    skpFraction: isOld ? SKP_8B10B : SKP_128B130B,
    framingBytes: FRAMING,
    dllpBytes: DLLP,
    isFlit: false,
  };
}
