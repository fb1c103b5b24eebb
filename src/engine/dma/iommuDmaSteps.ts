import { breakWords } from './breakWords.ts';
import type { DmaOutput, IommuMap } from './dmaMapping.ts';
import type { MapStep, StepValue } from './mapStep.ts';
import type { PeerWay } from './pciP2pdmaState.ts';

/*
 * What the mapper of translated devices does, step by step, in words. Called only where somebody
 * takes steps down.
 */

const MAP_SG = 'iommu_dma_map_sg';
const FINALISE = '__finalise_sg';

const bytes = (name: string, value: number): StepValue => ({ name, value, as: 'bytes' });
const address = (name: string, value: number): StepValue => ({ name, value, as: 'address' });
const count = (name: string, value: number): StepValue => ({ name, value, as: 'count' });

const WAY_WORDS: Readonly<Record<PeerWay, string>> = {
  bus: 'Peer memory that is reached by its bus address: it takes no IOVA.',
  host: 'Peer memory through the host bridge: from here on it is treated like RAM.',
  refused: 'The device cannot reach this peer memory: the whole list fails.',
  ram: 'Peer memory, but nobody asks here: it is treated like RAM.',
};

export function classifyStep(entry: number, way: PeerWay): MapStep {
  const text = WAY_WORDS[way];
  return { phase: 'classify', call: MAP_SG, entry, output: null, values: [], text };
}

export function padStep(entry: number, before: number, pad: number, total: number): MapStep {
  return {
    phase: 'size',
    call: MAP_SG,
    entry,
    output: null,
    values: [bytes('pad', pad), bytes('total', total)],
    text: `It would cross a segment boundary, so entry ${before + 1} is made to reach up to there.`,
  };
}

export function spanStep(
  entry: number,
  span: number,
  total: number,
  offset: number,
  length: number,
): MapStep {
  const isWhole = offset === 0 && span === length;
  const takes = isWhole
    ? 'It fills whole granules: it takes as much of the range as it is long.'
    : 'It takes whole granules of the range, those in which it begins and ends included.';
  return {
    phase: 'size',
    call: MAP_SG,
    entry,
    output: null,
    values: [bytes('off', offset), bytes('span', span), bytes('total', total)],
    text: takes,
  };
}

export function allocateStep(
  total: number,
  taken: { readonly base: number; readonly reserved: number } | null,
): MapStep {
  const values = [bytes('total', total)];
  if (taken) values.push(address('iova', taken.base), bytes('reserved', taken.reserved));
  return {
    phase: 'allocate',
    call: 'iommu_dma_alloc_iova',
    entry: null,
    output: null,
    values,
    text: taken
      ? 'One range of IOVAs is taken for all entries together.'
      : 'No range of this size is free below the device’s limit: -ENOMEM.',
  };
}

export function programStep({ iova, phys, size, first, count: entries }: IommuMap): MapStep {
  return {
    phase: 'program',
    call: 'iommu_map',
    entry: first,
    output: null,
    values: [
      address('iova', iova),
      address('phys', phys),
      bytes('size', size),
      count('entries', entries),
    ],
    text:
      entries === 1
        ? 'The IOMMU is told where this memory is.'
        : 'Entries that lie side by side in memory are programmed in one call.',
  };
}

export function busStep(
  entry: number,
  index: number,
  { address: at, length }: DmaOutput,
  closes: boolean,
): MapStep {
  return {
    phase: 'lay-out',
    call: FINALISE,
    entry,
    output: { index, length },
    values: [address('dma_address', at ?? 0), bytes('cur_len', 0)],
    text: closes
      ? 'A bus address stands alone, and closes the output before it.'
      : 'A bus address stands alone.',
  };
}

export function joinStep(
  entry: number,
  index: number,
  length: number,
  room: number,
  at: number,
  maxSegment: number,
): MapStep {
  return {
    phase: 'lay-out',
    call: FINALISE,
    entry,
    output: { index, length },
    values: [address('d', at), bytes('room', room), bytes('cur_len', length)],
    text:
      room > maxSegment
        ? 'The output is too long already, the room for more is counted below zero and looks endless: it joins.'
        : 'It begins where the output before it ends, and there is room for it: the two are one.',
  };
}

export function beginStep(entry: number, index: number, output: DmaOutput, at: number): MapStep {
  return {
    phase: 'lay-out',
    call: FINALISE,
    entry,
    output: { index, length: output.length },
    values: [
      address('d', at),
      address('dma_address', output.address ?? 0),
      bytes('cur_len', output.length),
    ],
    text: `A new output: ${breakWords(output.why)}.`,
  };
}

export function restoreStep(entry: number | null): MapStep {
  return {
    phase: 'restore',
    call: '__invalidate_sg',
    entry,
    output: null,
    values: [],
    text: 'Every entry gets its own offset and length back; nothing stays mapped.',
  };
}

export function doneStep(entries: number, outputs: number, call = MAP_SG): MapStep {
  return {
    phase: 'return',
    call,
    entry: null,
    output: null,
    values: [count('entries', entries), count('outputs', outputs)],
    text: `${entries === 1 ? '1 entry' : `${entries} entries`} went in, ${outputs} came out.`,
  };
}
