import type { Analysis } from '../analyze.ts';
import { chooseMapper } from '../dma/chooseMapper.ts';
import { addressHex } from '../dma/dmaAddress.ts';
import { dmaDeviceOf } from '../dma/dmaDeviceOf.ts';
import type { DmaMapping } from '../dma/dmaMapping.ts';
import { dmaMapSg } from '../dma/dmaMapSg.ts';
import type { MapContext } from '../dma/mapContext.ts';
import { rulesOfMapper } from '../dma/rulesOfMapper.ts';
import { SwiotlbPool } from '../dma/SwiotlbPool.ts';
import { analysisUnder } from './analysisUnder.ts';
import { iommuPicture } from './iommuPicture.ts';
import { iovaOfClient } from './iovaOfClient.ts';
import { listEntries, type ResolvedList } from './listEntries.ts';
import type { ListQuestion } from './listQuestion.ts';
import type { MappingOptions } from './mappingOptions.ts';
import { mappingRemarks } from './mappingRemarks.ts';
import type { MappingReport } from './mappingReport.ts';
import { oneTarget, refused } from './oneTarget.ts';
import { peerModules } from './peerModules.ts';
import { physicalUntilUsed } from './physicalUntilUsed.ts';
import { StepTape } from './StepTape.ts';
import { underWords } from './underWords.ts';
import { wireEnds } from './wireEnds.ts';
import { withoutClient } from './withoutClient.ts';
import { withoutPages } from './withoutPages.ts';

/** Steps that are kept for stepping through. */
const MOST_STEPS = 4_000;

/**
 * Maps a list of the machine for its client, and says why it comes out so. Whatever is wrong with the
 * list is told; nothing that it holds throws.
 */
export function mapList(machine: Analysis, question: ListQuestion): MappingReport {
  const { options } = question;
  const { client, entries } = question.list;
  const analysis = analysisUnder(machine, question.conditions);
  const { topology, conditions } = analysis;
  const place = topology.indexOf.get(client);
  if (place === undefined) return withoutClient(analysis, question);
  const resolved = listEntries(analysis, client, entries, options);
  const found = dmaDeviceOf(topology, place, conditions, options.limits);
  const chosen = chooseMapper({
    topology,
    client: place,
    conditions,
    isTranslated: analysis.isTranslated(client),
    choices: options,
    list: resolved.list,
  });
  const { hardware } = conditions.iommu.value;
  const rules = rulesOfMapper({
    features: conditions.kernel.value.features,
    chosen,
    choices: options,
    hardware,
    cmdline: conditions.cmdline.value.text,
  });
  const iova = iovaOfClient(analysis, place, rules, found.device, options.before);
  const tape = new StepTape(MOST_STEPS);
  const mapping = mapped(resolved, options, {
    device: found.device,
    rules,
    iova: iova?.domain ?? null,
    bounce: options.bounce === 'none' ? null : new SwiotlbPool(),
    recorder: tape,
  });
  return {
    client,
    options,
    under: underWords(
      conditions,
      options,
      found.device.isUntrusted && iova ? { flush: iova.setup.flush.kind } : null,
    ),
    chosen,
    device: found.device,
    entries: resolved.entries,
    mapping,
    addresses: mapping.outputs.map(({ address }) =>
      address === null ? null : addressHex(address),
    ),
    steps: tape.steps,
    stepsLeftOut: tape.leftOut,
    wire: wireEnds({ analysis, client, options, resolved, mapping, mapper: chosen.kind }),
    iommu: iova && iommuPicture(mapping, resolved.list, rules, iova.setup, hardware),
    remarks: mappingRemarks(analysis, question, resolved, {
      device: found.remarks,
      iova: iova?.assumed ?? [],
    }),
  };
}

function mapped(
  { list, missing }: ResolvedList,
  { design, barPages }: MappingOptions,
  context: MapContext & { readonly recorder: StepTape },
): DmaMapping {
  if (missing !== null) return refused(missing);
  if (design === 'physical-until-used') return physicalUntilUsed(list, context.recorder);
  if (barPages === 'none' && design !== 'out-of-tree') {
    const isRefused = withoutPages(list, context.recorder);
    if (isRefused) return isRefused;
  }
  const isRefused = design === 'one-target' ? oneTarget(list, context.recorder) : null;
  if (isRefused) return isRefused;
  const isOfModule = design === 'out-of-tree' && list.some(({ peer }) => peer !== null);
  return isOfModule ? peerModules(list, context) : dmaMapSg(list, context);
}
