import { breakWords } from '../../engine/dma/breakWords.ts';
import type { DmaMapping, IovaRange } from '../../engine/dma/dmaMapping.ts';
import { entriesOf, hexOf, shownErrno } from './mappingText.ts';

/** A mapping as JSON shows it; `err` is -5 where the kernel of that time returns 0 entries. */
export function mappingJson(mapping: DmaMapping) {
  const { outputs, iova, returns, failedAt, errno } = mapping;
  const [first] = iova;
  return {
    err: shownErrno(mapping),
    ...(errno !== 0 && { failedAt, ...(returns !== 'errno' && { returns }) }),
    out: outputs.map((output) => ({
      addr: output.address === null ? null : hexOf(output.address),
      len: output.length,
      space: output.space,
      from: entriesOf(output),
      why: breakWords(output.why),
      ...(output.defects.length > 0 && { defects: output.defects }),
    })),
    iova: first ? rangeJson(first) : null,
    ...(iova.length > 1 && { iovas: iova.map(rangeJson) }),
  };
}

const rangeJson = ({ base, size }: IovaRange) => ({ base: hexOf(base), len: size });
