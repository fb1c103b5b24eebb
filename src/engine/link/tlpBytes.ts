import { lineCodingOf } from './lineCoding.ts';
import type { PcieGeneration } from './pcieGeneration.ts';

export type TlpKind = 'write' | 'read' | 'completion';

export interface TlpForm {
  /** By the address of the request: headers of addresses below 4 GiB have three words. */
  readonly addressBits: 32 | 64;
  /** An end-to-end CRC of four bytes behind the data. */
  readonly ecrc: boolean;
}

const THREE_WORDS = 12;
const FOUR_WORDS = 16;
const ECRC = 4;

/**
 * Bytes of a TLP on the wire besides its data. Memory requests have three words of header below 4 GiB
 * and four above, completions always three (PCI Express base specification 2.2.4.1 and 2.2.9).
 */
export function tlpOverhead(
  generation: PcieGeneration,
  kind: TlpKind,
  { addressBits, ecrc }: TlpForm,
): number {
  const header = kind === 'completion' || addressBits === 32 ? THREE_WORDS : FOUR_WORDS;
  return header + (ecrc ? ECRC : 0) + lineCodingOf(generation).framingBytes;
}
