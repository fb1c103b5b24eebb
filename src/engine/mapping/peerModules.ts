import type {
  BounceBuffer,
  DmaMapping,
  DmaOutput,
  IommuMap,
  IovaRange,
} from '../dma/dmaMapping.ts';
import { dmaMapSg, type MapContext } from '../dma/dmaMapSg.ts';
import { dmaUnmapSg } from '../dma/dmaUnmapSg.ts';
import { type MapStep, type StepRecorder, takesStep } from '../dma/mapStep.ts';
import type { SgEntry } from '../dma/scatterlist.ts';

/**
 * Maps a list where peer memory is a module's out of the tree. The module puts its peer's physical
 * addresses into a list of its own, looks at no mask and at no IOMMU, and can hold nothing else; host
 * memory is registered apart, and goes to the mapper that the device has. So a mixed list is here what
 * the driver would make of both: stretch by stretch, each mapped by its own.
 *
 * Source: `ib_peer_mem` and `nv_dma_map()` of nv_peer_mem, in the RDMA stacks that vendors ship;
 * `ib_umem_get()`, drivers/infiniband/core/umem.c, for host memory.
 */
export function peerModules(list: readonly SgEntry[], context: MapContext): DmaMapping {
  const { rules } = context;
  const outputs: DmaOutput[] = [];
  const iova: IovaRange[] = [];
  const maps: IommuMap[] = [];
  const bounces: BounceBuffer[] = [];
  const done = (): DmaMapping => {
    const mapping = {
      errno: 0,
      returns: rules.refusal,
      failedAt: null,
      outputs,
      iova,
      maps,
    } as const;
    return bounces.length === 0 ? mapping : { ...mapping, bounces };
  };
  for (let from = 0; from < list.length; ) {
    const isPeers = list[from]?.peer !== null;
    let to = from + 1;
    while (to < list.length && (list[to]?.peer !== null) === isPeers) to++;
    if (isPeers) {
      for (let index = from; index < to; index++) {
        const output = ofModule(list[index] as SgEntry, index, context);
        const { recorder } = context;
        if (takesStep(recorder)) recorder.step(moduleStep(index, outputs.length, output));
        outputs.push(output);
      }
    } else {
      const part = dmaMapSg(list.slice(from, to), partContext(context, from, outputs.length));
      if (part.errno !== 0) {
        dmaUnmapSg(done(), context);
        return { ...part, failedAt: part.failedAt === null ? null : from + part.failedAt };
      }
      for (const output of part.outputs) {
        const why = output.why === 'first' && outputs.length > 0 ? 'after-module' : output.why;
        outputs.push({ ...output, why, first: from + output.first });
      }
      iova.push(...part.iova);
      for (const map of part.maps) maps.push({ ...map, first: from + map.first });
      for (const one of part.bounces ?? []) bounces.push({ ...one, entry: from + one.entry });
    }
    from = to;
  }
  return done();
}

/** The module asks neither the pair nor the mask. */
function ofModule({ phys, length }: SgEntry, index: number, { device }: MapContext): DmaOutput {
  return {
    address: phys,
    length,
    space: 'PHYS',
    first: index,
    count: 1,
    why: index === 0 ? 'first' : 'private-ops',
    defects: length > device.maxSegment ? ['as-ram', 'over-maximum'] : ['as-ram'],
  };
}

/** Host memory by the mapper that the device has; steps count from where the list stands. */
function partContext(context: MapContext, entries: number, outputs: number): MapContext {
  const { recorder, rules } = context;
  const usual = { ...rules, mapper: rules.inner };
  if (recorder === undefined) return { ...context, rules: usual };
  const shifted: StepRecorder = {
    takes: () => takesStep(recorder),
    step: (step) =>
      recorder.step({
        ...step,
        entry: step.entry === null ? null : entries + step.entry,
        output: step.output && { ...step.output, index: outputs + step.output.index },
      }),
  };
  return { ...context, rules: usual, recorder: shifted };
}

function moduleStep(entry: number, index: number, { address, length }: DmaOutput): MapStep {
  return {
    phase: 'lay-out',
    call: 'dma_map',
    entry,
    output: { index, length },
    values: [{ name: 'dma_address', value: address ?? 0, as: 'address' }],
    text: 'The peer’s module writes the physical address of its memory; nobody looks at it.',
  };
}
