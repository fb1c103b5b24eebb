import { byteRate } from '../../base/byteRate.ts';
import type { FunctionId } from '../../model/ids.ts';
import { wayToRoot } from '../fabric/wayToRoot.ts';
import { rawBytesPerSecond } from '../link/rawRate.ts';
import { NOT_SHOWN } from '../pci/topology.ts';
import { latencyOf, mainWay } from './limits/latencyOf.ts';
import type { LimitContext } from './limits/limitContext.ts';
import { tagLimit } from './limits/tagLimit.ts';
import { nameOf } from './plan/nameOf.ts';
import type { FigureSource } from './throughputReport.ts';
import { degradedLinks } from './warningsOfLinks.ts';
import { mixedPayloads, smallPayload } from './warningsOfPayload.ts';
import { flowsOf, groupedBy, type SizedStream, type WarningRule } from './warningsShape.ts';

/*
 * Advice: settings that cost much and could be otherwise; and what will not work although bytes are computed
 * for it.
 */

const WRITES_ONLY: FigureSource = {
  title: 'NVIDIA, open-gpu-kernel-modules issue 1253: Intel client CPUs forward peer writes only',
  url: 'https://github.com/NVIDIA/open-gpu-kernel-modules/issues/1253',
  quality: 'report',
};

/** Read requests of 128 bytes. */
export const smallReadRequests: WarningRule = (context, streams) => {
  const small = streams.filter(
    ({ plan, sizes }) =>
      plan.operation === 'read' &&
      plan.requester !== null &&
      plan.refusal === null &&
      sizes.maxReadRequest <= 128,
  );
  return [...groupedBy(small, ({ plan }) => (plan.requester ? [plan.requester] : []))].map(
    ([id, group]) => {
      const name = nameOf(context.analysis.topology, id);
      return {
        kind: 'advice',
        text: `${name} asks for ${group[0]?.sizes.maxReadRequest ?? 128} bytes at a time (Max_Read_Request_Size): 512 need a quarter of the requests and of the tags.`,
        flows: flowsOf(group),
        source: null,
      };
    },
  );
};

/** Few tags, so that reads wait for their round trip. */
export const fewTags: WarningRule = (context, streams) => {
  const few = streams.filter((each) => isHeldByTags(context, each));
  return [...groupedBy(few, ({ plan }) => (plan.requester ? [plan.requester] : []))].map(
    ([id, group]) => {
      const name = nameOf(context.analysis.topology, id);
      const tags = group[0]?.sizes.tags ?? 32;
      const rates = group.flatMap((each) => tagRate(context, each) ?? []);
      return {
        kind: 'advice',
        text: `${tags} tags of ${name} do not cover the round trip: ${byteRate(Math.min(...rates))} at most, less than its link. ${moreTags(tags)}`,
        flows: flowsOf(group),
        source: null,
      };
    },
  );
};

function moreTags(tags: number): string {
  if (tags >= 768) return 'Larger read requests need fewer.';
  const more = tags < 256 ? 'Extended Tags give 256' : 'Ten-bit tags give 768';
  return `${more}, and larger read requests need fewer.`;
}

function isHeldByTags(context: LimitContext, each: SizedStream): boolean {
  if (each.plan.refusal !== null) return false;
  const rate = tagRate(context, each);
  const way = mainWay(each.plan);
  if (rate === null || way === null) return false;
  const links = way.completion.flatMap((stage) => {
    const link = stage.kind === 'link' ? context.links[stage.link]?.rate : null;
    return link ? (rawBytesPerSecond(link) ?? []) : [];
  });
  // Headers, and what is left for others, take about a tenth of a link.
  return links.length > 0 && rate < 0.85 * Math.min(...links);
}

function tagRate(context: LimitContext, { plan, sizes }: SizedStream): number | null {
  const latency = latencyOf(context, plan, sizes);
  return latency && (tagLimit(context, plan, sizes, latency.ns)?.bytesPerSecond ?? null);
}

/** Ways that climb to the root complex because ACS says so. */
export const redirected: WarningRule = (_context, streams) => {
  const climbing = streams.filter(({ plan }) =>
    plan.ways.some(({ walk }) => walk?.hops.some(({ action }) => action === 'redirected') ?? false),
  );
  if (climbing.length === 0) return [];
  return [
    {
      kind: 'advice',
      text: 'ACS redirects these flows to the root complex: they cross the uplink twice, up and down, and two opposite ones share what one could have. Without P2P Request and Completion Redirect on the downstream ports the switch turns them round; devices there are then no longer kept apart (IOMMU groups).',
      flows: flowsOf(climbing),
      source: null,
    },
  ];
};

/** Bytes are computed for what Linux would not set up. */
export const refusedByLinux: WarningRule = (_context, streams) => {
  const refused = streams.filter(({ plan }) => plan.isRefusedByLinux);
  if (refused.length === 0) return [];
  return [
    {
      kind: 'refused',
      text: 'Linux would not map these pairs for peer-to-peer DMA (NOT_SUPPORTED). The figures are what the fabric would carry, were the addresses set up otherwise.',
      flows: flowsOf(refused),
      source: null,
    },
  ];
};

/** Reads from port to port of a root complex that forwards writes only. */
export const readsNotForwarded: WarningRule = ({ hosts, analysis }, streams) => {
  const { topology } = analysis;
  const rootOf = (id: FunctionId) =>
    wayToRoot(topology, topology.indexOf.get(id) ?? NOT_SHOWN).nodes.at(-1);
  const lost = streams.filter(({ plan }) => {
    const { requester, completer } = plan;
    if (plan.operation !== 'read' || requester === null || completer === null) return false;
    const forwarding = hosts.at(requester)?.host.forwarding;
    if (forwarding?.reads !== false || forwarding.writes === false) return false;
    // A refused read may have no way: then the ends say that it would have to cross the root complex.
    const crosses = plan.ways.some(({ passes }) => passes.rootComplexes > 0);
    return crosses || rootOf(requester) !== rootOf(completer);
  });
  if (lost.length === 0) return [];
  const isClient = lost.some(
    ({ plan }) =>
      plan.requester !== null &&
      hosts.at(plan.requester)?.platform?.forwardsReads.source?.url === WRITES_ONLY.url,
  );
  return [
    {
      kind: 'refused',
      text: 'This root complex passes writes from port to port and no reads: the reads fail. Let the function that has the data write them.',
      flows: flowsOf(lost),
      source: isClient ? WRITES_ONLY : null,
    },
  ];
};

export const ADVICE: readonly WarningRule[] = [
  refusedByLinux,
  readsNotForwarded,
  redirected,
  degradedLinks,
  mixedPayloads,
  smallPayload,
  smallReadRequests,
  fewTags,
];
