import type { DmaOutput } from '../dma/dmaMapping.ts';
import { NO_KERNEL_ADDRESS, NOT_MAPPED_YET, outputWords, SOFTWARE_TAKES } from './endWords.ts';
import type { WireEnd } from './mappingReport.ts';
import { type PieceEnd, pieceEnd, type WireQuestion } from './pieceEnd.ts';
import { wirePieces } from './wirePieces.ts';

/** Outputs whose ways are followed; of longer lists the rest is like them. */
const MOST_ENDS = 64;

/** What becomes of requests to each of the outputs. */
export function wireEnds(question: WireQuestion): readonly WireEnd[] {
  return question.mapping.outputs
    .slice(0, MOST_ENDS)
    .map((output, index) => ({ output: index, ...endOf(output, question) }));
}

function endOf(output: DmaOutput, question: WireQuestion): PieceEnd {
  const { mapping, resolved, mapper } = question;
  const { address, space } = output;
  const unusable = (text: string): PieceEnd => ({ fate: 'unusable', text, walk: null });
  if (question.options.design === 'physical-until-used') return unusable(NOT_MAPPED_YET);
  if (output.defects.includes('no-kernel-address')) return unusable(NO_KERNEL_ADDRESS);
  if (address === null) {
    return unusable(
      'The mapping succeeds, and no address is written: the device would send to whatever stood there, 0 in a new list.',
    );
  }
  if (space === 'VADDR') {
    return unusable(
      'A kernel address, which the CPU copies by: nothing goes over the bus, and no device could use it.',
    );
  }
  if (mapper === 'virt-ops' || mapper === 'rdma-virt') return unusable(SOFTWARE_TAKES);
  const pieces = wirePieces({ ...output, address }, resolved.list, mapping);
  const ends = pieces.map((piece) => ({
    ...pieceEnd(piece, output, question),
    isPeer: resolved.list[piece.entry]?.peer != null,
  }));
  const [worst] = ends.toSorted(
    (a, b) =>
      WORST_FIRST.indexOf(a.fate) - WORST_FIRST.indexOf(b.fate) ||
      Number(b.isPeer) - Number(a.isPeer),
  );
  if (!worst) return unusable('It covers no memory.');
  const { fate, walk } = worst;
  const bytes = resolved.list
    .slice(output.first, output.first + output.count)
    .reduce((sum, { length }) => sum + length, 0);
  return { fate, walk, text: outputWords(output, ends, worst, bytes) };
}

/** At equal fate peers come before host memory: their way is the one to look at. */
const WORST_FIRST: readonly WireEnd['fate'][] = [
  'faults',
  'misses',
  'unusable',
  'unknown',
  'copy',
  'reaches',
];
