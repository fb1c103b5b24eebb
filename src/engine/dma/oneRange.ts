import { asRam } from './asRam.ts';
import { dmaLimit } from './dmaLimit.ts';
import { type DmaMapping, type DmaOutput, ERRNO, type IommuMap } from './dmaMapping.ts';
import type { MapCall } from './mapContext.ts';
import { mapFailure } from './mapFailure.ts';
import { takesStep } from './mapStep.ts';
import { modulo, roundUp } from './modulo.ts';
import type { SgEntry } from './scatterlist.ts';

const PAGE = 4096;

/**
 * One IOVA range for a list, and an output for each entry at its place in it: what the private
 * operations of both x86 drivers have in common. Both round what they take up to a power of two pages.
 *
 * @param starts where each entry's first page is, from the range's base on
 */
export function oneRange(
  list: readonly SgEntry[],
  starts: Float64Array,
  total: number,
  name: string,
  call: MapCall,
): DmaMapping {
  const { device, iova, recorder, rules } = call;
  const taken = total === 0 ? null : (iova?.allocate(powerOfTwo(total), dmaLimit(device)) ?? null);
  recorder?.step({
    phase: 'allocate',
    call: name,
    entry: null,
    output: null,
    values: [
      { name: 'total', value: total, as: 'bytes' },
      ...(taken ? [{ name: 'iova', value: taken.base, as: 'address' } as const] : []),
    ],
    text: taken
      ? 'One range of IOVAs is taken for all entries together.'
      : 'No range of this size is free below the device’s limit.',
  });
  if (taken === null) return mapFailure(call, ERRNO.ENOMEM, null);
  const { base, reserved } = taken;
  const outputs: DmaOutput[] = [];
  const maps: IommuMap[] = [];
  for (let index = 0; index < list.length; index++) {
    const { phys, length, peer } = list[index] as SgEntry;
    const offset = modulo(phys, PAGE);
    const at = base + (starts[index] as number);
    const defects = asRam(peer, call);
    const size = roundUp(offset + length, PAGE);
    maps.push({ iova: at, phys: phys - offset, size, first: index, count: 1 });
    outputs.push({
      address: at + offset,
      length,
      space: 'IOVA',
      first: index,
      count: 1,
      why: index === 0 ? 'first' : 'private-ops',
      defects: length > device.maxSegment ? [...defects, 'over-maximum'] : defects,
    });
    if (takesStep(recorder))
      recorder.step({
        phase: 'lay-out',
        call: name,
        entry: index,
        output: { index, length },
        values: [
          { name: 'dma_address', value: at + offset, as: 'address' },
          { name: 'span', value: size, as: 'bytes' },
        ],
        text: 'It gets pages of its own in the range, behind those of the entry before.',
      });
  }
  const range = { base, size: total, reserved };
  return { errno: 0, returns: rules.refusal, failedAt: null, outputs, iova: [range], maps };
}

function powerOfTwo(size: number): number {
  let power = PAGE;
  while (power < size) power *= 2;
  return power;
}
