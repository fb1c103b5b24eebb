import type { Analysis } from '../analyze.ts';
import type { ResolvedList } from './listEntries.ts';
import type { ListQuestion } from './listQuestion.ts';
import type { MappingOptions } from './mappingOptions.ts';
import { pageRemarks } from './pageRemarks.ts';

/** What others found on the way, in sentences. */
interface Found {
  readonly device: readonly string[];
  readonly iova: readonly string[];
}

const DESIGNS: Readonly<Record<MappingOptions['design'], string | null>> = {
  kernel: null,
  'p2p-shim':
    'What if: operations injected below each bridge of the provider map peer memory themselves. No kernel does so; elsewhere nobody knows of peers.',
  'one-target':
    'What if: one list talks to host memory, or to one device. Up to 5.19 kernels looked at the first page only; from 6.0 on any mix goes.',
  'switch-iommu':
    'What if: each switch has an IOMMU of its own, so that every request for a peer needs an IOVA. This is hypothetical: Linux knows IOMMUs in root complexes only.',
  'out-of-tree':
    'Modules out of tree hand over physical addresses of their peer, and nobody asks whether it can be reached. Host memory is no part of their lists: it is mapped as ever.',
  'physical-until-used':
    'What if: a request holds physical addresses while its key is no memory region’s. A driver of hardware maps them later, when it makes use of them; software reads by them.',
};

/**
 * All that is worth a line beside what came out, most telling first. What the conditions take for
 * granted is said with them, wherever a mapping is shown, and not once more.
 */
export function mappingRemarks(
  { conditions }: Analysis,
  { options, list }: ListQuestion,
  resolved: ResolvedList,
  found: Found,
): readonly string[] {
  const design = DESIGNS[options.design];
  const hasPeers = list.entries.some(({ kind }) => kind === 'peer');
  const isLong = list.entries.length > 64;
  return [
    ...resolved.remarks,
    ...(design === null ? [] : [design]),
    ...pageRemarks(list.entries, options, conditions.kernel.value.features),
    ...(options.isXen && hasPeers
      ? ['Xen’s operations know nothing of peers: they are mapped as if they were RAM.']
      : []),
    ...(isLong ? ['The ways of the first outputs are followed; the others are like them.'] : []),
    ...found.device,
    ...found.iova.map(sentence),
  ];
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
