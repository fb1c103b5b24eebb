import { type IovaSetup, LOW_END } from '../../../engine/dma/iova/iovaSetup.ts';
import type { IovaEvent, IovaOperation } from '../../../engine/dma/iova/simulateIova.ts';
import { sizeWords } from '../../../layout/iommu/layOutIovaSpace.ts';

/** What was done: `map 64 KiB`, `unmap 2`, `wait 10 ms`. */
export function operationWords(operation: IovaOperation): string {
  switch (operation.kind) {
    case 'map':
      return `map ${sizeWords(operation.bytes)}`;
    case 'unmap':
      return `unmap ${operation.which + 1}`;
    case 'wait':
      return `wait ${operation.ms} ms`;
  }
}

/** What came of it, and from where. */
export function eventWords(event: IovaEvent, { granule }: Pick<IovaSetup, 'granule'>): string {
  const { outcome, given, from } = event;
  switch (outcome) {
    case 'full':
      return 'no room: -ENOMEM';
    case 'nothing':
      return 'nothing was mapped there';
    case 'unmapped':
      return isKept(given?.reserved ?? 0, granule)
        ? 'flushed, and kept for the next of its size'
        : 'flushed, and free';
    case 'waits':
      return 'waits in the ring for the flush';
    case 'waited':
      return '';
    case 'mapped':
      return `${from === 'cache' ? 'freed before, kept at hand' : placeWords(event)}${roundedWords(given)}`;
  }
}

function placeWords({ given }: IovaEvent): string {
  const base = given?.base ?? 0;
  return base >= 0 && base < LOW_END ? 'below 4 GiB, from the top' : 'beyond 4 GiB';
}

function roundedWords(given: IovaEvent['given']): string {
  if (!given || given.reserved === given.size) return '';
  return `, rounded up to ${sizeWords(given.reserved)}`;
}

/** Sizes of up to 32 pages are kept. */
function isKept(bytes: number, granule: number): boolean {
  return bytes / granule <= 32;
}

/** How this allocator goes about it, in a sentence. */
export function setupWords({ lowFirst, flush, apertureEnd }: IovaSetup): string {
  const low = {
    'each-time': 'looks below 4 GiB first, each time',
    'until-it-fails': 'looks below 4 GiB first, until that fails once',
    never: 'uses the full mask at once',
  }[lowFirst];
  const bits = Math.ceil(Math.log2(apertureEnd + 1));
  const freed =
    flush.kind === 'strict'
      ? 'freed addresses can be used again at once'
      : `freed addresses wait for the flush: ${flush.windowMs} ms, or a full ring of ${flush.entries}`;
  return `It ${low}; the IOMMU translates ${bits} bits; ${freed}.`;
}
