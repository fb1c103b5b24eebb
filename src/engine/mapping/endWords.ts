import type { DmaOutput } from '../dma/dmaMapping.ts';
import type { PieceEnd } from './pieceEnd.ts';

/** A bus or physical address handed to a device that is software. */
export const SOFTWARE_TAKES =
  'The device is software and takes the address for a kernel pointer: the CPU would crash on it.';

/** A page in high memory, for a device that is software. */
export const NO_KERNEL_ADDRESS =
  'The mapping succeeds, and there is no address: the kernel keeps none for high memory, so that software reads from NULL.';

/** What-if: requests by physical addresses. */
export const NOT_MAPPED_YET =
  'Nothing goes over the bus by this: a driver of hardware maps it when it makes use of the request, and software reads there itself.';

/** What becomes of an output, in a sentence or two: of each of its parts, and of its length. */
export function outputWords(
  output: DmaOutput,
  ends: readonly PieceEnd[],
  worst: PieceEnd,
  bytes: number,
): string {
  const said = [worst.text, ...ends.filter((end) => end !== worst).map(({ text }) => text)];
  const words = [...new Set(said)];
  if (output.defects.includes('first-entry-length') && output.length !== bytes) {
    words.push(
      `The device is told ${output.length} bytes where the memory has ${bytes}: ${
        output.length > bytes ? 'it goes on beyond it' : 'the rest is not moved'
      }.`,
    );
  }
  if (output.defects.includes('length-unset')) {
    words.push(
      `No length is written: the device is told what stood there, 0 in a new list, where the memory has ${bytes} bytes.`,
    );
  }
  return words.join(' ');
}
