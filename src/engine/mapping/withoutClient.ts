import type { Analysis } from '../analyze.ts';
import type { ListQuestion } from './listQuestion.ts';
import type { MappingReport } from './mappingReport.ts';
import { refused } from './oneTarget.ts';
import { underWords } from './underWords.ts';

/** A list for a device that the machine does not have (any more). */
export function withoutClient(
  { conditions }: Analysis,
  { list, options }: ListQuestion,
): MappingReport {
  const text = `${list.client} is not in the machine: there is no device to map the list for.`;
  return {
    client: list.client,
    options,
    under: underWords(conditions, options),
    chosen: { kind: 'direct', inner: 'direct', chain: [], capability: { answer: 'no', text } },
    device: {
      mask: 2 ** 64 - 1,
      busLimit: null,
      maxSegment: 0x1_0000,
      boundary: 0xffff_ffff,
      isUntrusted: false,
      minAlignMask: 0,
    },
    entries: [],
    mapping: refused(null),
    addresses: [],
    steps: [],
    stepsLeftOut: 0,
    wire: [],
    iommu: null,
    remarks: [text],
  };
}
