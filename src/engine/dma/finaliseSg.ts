import { isAsRam } from './asRam.ts';
import type { BreakReason, DmaDefect, DmaOutput } from './dmaMapping.ts';
import { beginStep, busStep, joinStep } from './iommuDmaSteps.ts';
import type { MapCall } from './mapContext.ts';
import { takesStep } from './mapStep.ts';
import { modulo, roundUp } from './modulo.ts';
import type { PeerMemory, SgEntry } from './scatterlist.ts';
import type { SizedList } from './sizeIovaRange.ts';

type OpenOutput = { -readonly [Key in keyof DmaOutput]: DmaOutput[Key] };

const NONE: readonly DmaDefect[] = [];

/**
 * Which entries share an output: `__finalise_sg()` (drivers/iommu/dma-iommu.c, 4.19 to 7.0).
 *
 * An entry joins the output before it if that is open, the entry begins on a granule and not exactly on
 * a segment boundary, and the whole of it fits into the longest segment. That last test is on 32 bits
 * without sign: behind an entry that is itself too long, almost everything fits.
 */
export function finaliseSg(
  list: readonly SgEntry[],
  { spans, busLengths }: Pick<SizedList, 'spans' | 'busLengths'>,
  base: number,
  call: MapCall,
): readonly DmaOutput[] {
  const { rules, device, recorder } = call;
  const { granule, maximumWraps } = rules;
  const { maxSegment } = device;
  const boundary = device.boundary + 1;
  const asksEach = rules.peers === 'each-entry';
  const outputs: OpenOutput[] = [];
  let open: OpenOutput | null = null;
  let current = 0;
  let at = base;
  let closed: BreakReason = 'first';
  for (let index = 0; index < list.length; index++) {
    const entry = list[index] as SgEntry;
    const { length, peer } = entry;
    const ofBus = busLengths[index] as number;
    if (ofBus >= 0 && peer !== null) {
      const output = busOutput(entry, peer, ofBus, index, outputs.length, maxSegment);
      if (takesStep(recorder))
        recorder.step(busStep(index, outputs.length, output, open !== null && current !== 0));
      outputs.push(output);
      current = 0;
      closed = 'after-bus';
      continue;
    }
    const offset = modulo(entry.phys, granule);
    const room = maximumWraps ? (maxSegment - current) >>> 0 : maxSegment - current;
    const isOpen = open !== null && current !== 0;
    if (isOpen && offset === 0 && modulo(at, boundary) !== 0 && room >= length) {
      const joined: OpenOutput = open as OpenOutput;
      current = (current + length) >>> 0;
      joined.length = current;
      joined.count++;
      if (current > maxSegment) joined.defects = wrapped(joined.defects);
      if (takesStep(recorder))
        recorder.step(joinStep(index, outputs.length - 1, current, room, at, maxSegment));
    } else {
      let why: BreakReason = closed;
      if (outputs.length === 0) why = 'first';
      else if (current !== 0) {
        if (offset !== 0) why = 'offset-start';
        else if (modulo(at, boundary) === 0) why = 'boundary';
        else why = room <= 0 ? 'max-segment' : 'whole-entry';
      }
      current = length;
      open = {
        address: at + offset,
        length,
        space: 'IOVA',
        first: index,
        count: 1,
        why,
        defects: length > maxSegment ? ['over-maximum'] : NONE,
      };
      outputs.push(open);
      if (takesStep(recorder)) recorder.step(beginStep(index, outputs.length - 1, open, at));
    }
    if (!asksEach && isAsRam(peer, call.asked)) open = withAsRam(open as OpenOutput);
    const span = spans[index] as number;
    at += span;
    if (offset + length < span) {
      current = 0;
      closed = offset + length < roundUp(offset + length, granule) ? 'short-end' : 'boundary-pad';
    }
  }
  return outputs;
}

function busOutput(
  { phys, length }: SgEntry,
  peer: PeerMemory,
  told: number,
  index: number,
  at: number,
  maxSegment: number,
): OpenOutput {
  const defects: DmaDefect[] = [];
  if (told !== length) defects.push('first-entry-length');
  if (told > maxSegment) defects.push('over-maximum');
  if (peer.hasWrongSign) defects.push('wrong-sign');
  return {
    address: phys + peer.busOffset,
    length: told,
    space: 'BUS',
    first: index,
    count: 1,
    why: at === 0 ? 'first' : 'bus',
    defects,
  };
}

/** That one entry was too long is no longer what there is to say. */
function wrapped(defects: readonly DmaDefect[]): readonly DmaDefect[] {
  if (defects.includes('wrapped-maximum')) return defects;
  return [...defects.filter((defect) => defect !== 'over-maximum'), 'wrapped-maximum'];
}

function withAsRam(output: OpenOutput): OpenOutput {
  if (!output.defects.includes('as-ram')) output.defects = [...output.defects, 'as-ram'];
  return output;
}
