import type { LinkRate } from '../../model/linkState.ts';
import { generationName, isDegraded, readLink } from '../../model/linkState.ts';
import type { MachineLink } from '../link/linksOf.ts';
import type { Topology } from '../pci/topology.ts';
import { linkTitle } from './report/linkWords.ts';
import type { FigureSource } from './throughputReport.ts';
import { flowsOf, groupedBy, type WarningRule } from './warningsShape.ts';

const IDLE_GPUS: FigureSource = {
  title:
    'NVIDIA, nvidia-smi manual: a GPU that is not in use may run its link at a lower generation',
  url: 'https://docs.nvidia.com/deploy/nvidia-smi/index.html',
  quality: 'report',
};

/** Links on the way that trained to less than both ends could do. */
export const degradedLinks: WarningRule = ({ analysis, links, options }, streams) => {
  if (options.generation !== null || options.width !== null) return [];
  const { topology } = analysis;
  const crossed = groupedBy(streams, ({ plan }) =>
    plan.ways.flatMap(({ request, completion }) =>
      [...request, ...completion].flatMap((stage) => (stage.kind === 'link' ? [stage.link] : [])),
    ),
  );
  return [...crossed].flatMap(([place, group]) => {
    const link = links[place];
    const reading = link ? readingOf(topology, link) : null;
    if (!link || !reading || !isDegraded(reading)) return [];
    const { has, both, fitness } = reading;
    const isCaptured = topology.machine.origin === 'captured';
    const idle =
      isCaptured && fitness === 'slow'
        ? ' GPUs let their links fall back while they have nothing to do, and a capture shows that: What if asks for another generation.'
        : '';
    return [
      {
        kind: 'advice' as const,
        text: `${linkTitle(topology, link)} runs at ${rateWords(has)}, and both ends could do ${rateWords(both)}: computed is as it runs.${idle}`,
        flows: flowsOf(group),
        source: idle === '' ? null : IDLE_GPUS,
      },
    ];
  });
};

function readingOf({ functions, indexOf }: Topology, { upper, lower }: MachineLink) {
  const [above, below] = [upper, lower].map((id) => functions[indexOf.get(id) ?? -1]);
  return below ? readLink(below, above) : null;
}

const rateWords = ({ gts, width }: LinkRate): string => `${generationName(gts)} x${width}`;
