import type { BounceBuffer, DmaMapping, DmaOutput, IommuMap, IovaRange } from './dmaMapping.ts';
import { dmaUnmapSg } from './dmaUnmapSg.ts';
import type { MapCall } from './mapContext.ts';
import { mapFailure } from './mapFailure.ts';
import type { MapStep } from './mapStep.ts';
import type { SgEntry } from './scatterlist.ts';

/**
 * Maps a list as operations injected at a bridge would (design of 2016 to 2018, never built): peer
 * memory that the shim knows by its bus address, everything else one entry at a time by the operations
 * that were there before. So nothing joins. Peers that it does not know are RAM to it.
 *
 * @param handOn the operations that were there before
 */
export function shimMapSg(
  list: readonly SgEntry[],
  call: MapCall,
  handOn: (list: readonly SgEntry[], call: MapCall) => DmaMapping,
): DmaMapping {
  const outputs: DmaOutput[] = [];
  const iova: IovaRange[] = [];
  const maps: IommuMap[] = [];
  const bounces: BounceBuffer[] = [];
  const done = (): DmaMapping => {
    const returns = call.rules.refusal;
    return { errno: 0, returns, failedAt: null, outputs, iova, maps, bounces };
  };
  for (let index = 0; index < list.length; index++) {
    const entry = list[index] as SgEntry;
    const why = index === 0 ? 'first' : 'shim';
    if (entry.peer?.mapType === 'BUS_ADDR') {
      const address = entry.phys + entry.peer.busOffset;
      const { length } = entry;
      outputs.push({ address, length, space: 'BUS', first: index, count: 1, why, defects: [] });
      call.recorder?.step(shimStep(index, outputs.length - 1, length, address));
      continue;
    }
    const single = handOn([entry], innerCall(call, index, outputs.length));
    if (single.errno !== 0) {
      dmaUnmapSg(done(), call);
      return { ...mapFailure(call, single.errno, index), returns: single.returns };
    }
    for (const output of single.outputs) outputs.push({ ...output, first: index, why });
    iova.push(...single.iova);
    for (const map of single.maps) maps.push({ ...map, first: index });
    for (const bounced of single.bounces ?? []) bounces.push({ ...bounced, entry: index });
  }
  return done();
}

/** Below the shim nobody looks at peers, and steps count from where the list stands. */
function innerCall(call: MapCall, entry: number, outputs: number): MapCall {
  const { recorder } = call;
  const rules = { ...call.rules, peers: 'never' } as const;
  if (recorder === undefined) return { ...call, rules };
  const step = (inner: MapStep) => {
    const output = inner.output && { ...inner.output, index: outputs + inner.output.index };
    recorder.step({ ...inner, entry: inner.entry === null ? null : entry, output });
  };
  return { ...call, rules, recorder: { step } };
}

function shimStep(entry: number, index: number, length: number, address: number): MapStep {
  return {
    phase: 'lay-out',
    call: 'shim',
    entry,
    output: { index, length },
    values: [{ name: 'dma_address', value: address, as: 'address' }],
    text: 'The injected operations know this memory: its bus address.',
  };
}
