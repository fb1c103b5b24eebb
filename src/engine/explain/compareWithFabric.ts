import type { FunctionId } from '../../model/ids.ts';
import type { Analysis } from '../analyze.ts';
import type { FabricComparison, FabricWalk, WalkQuestion } from '../fabric/walk.ts';
import { legsOf } from '../p2pdma/acsWay.ts';
import { addressFor } from '../p2pdma/addressFor.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import type { Topology } from '../pci/topology.ts';
import { unusedRedirects } from './unusedRedirects.ts';

/** What the fabric does with the requests of a pair, beside what Linux says of it. */
export function compareWithFabric(
  analysis: Analysis,
  provider: FunctionId,
  client: FunctionId,
): FabricComparison {
  const verdict = analysis.pair(provider, client);
  const walk = (operation: WalkQuestion['operation'], address: WalkQuestion['address']) =>
    analysis.walk({
      requester: client,
      completer: provider,
      operation,
      address,
      relaxedOrdering: false,
    });
  const address = addressTried(analysis, verdict);
  const write = walk('write', address);
  const read = walk('read', address);
  const isBus = address === 'bus';
  const direct = {
    write: isBus ? write : walk('write', 'bus'),
    read: isBus ? read : walk('read', 'bus'),
  };
  return {
    write,
    read,
    differences: [
      ...aboutDirectWay(verdict, direct.write, direct.read),
      ...unusedRedirects(analysis.topology, verdict),
      ...aboutReads(read),
      ...aboutRootComplex(verdict, write, read),
    ],
  };
}

/**
 * The kind of address that Linux puts into the client. A refused pair: what it would have tried. Where
 * mapping asks nothing (up to 5.3), that is a bus address whatever the pair; later, a bus address where a
 * common bridge leads to the memory.
 *
 * Source: `pci_p2pdma_map_sg()`, drivers/pci/p2pdma.c, Linux 4.20 to 5.3.
 */
export function addressTried(analysis: Analysis, verdict: PairVerdict): 'bus' | 'host' {
  switch (addressFor(analysis, verdict, analysis.isTranslated(verdict.client)).space) {
    case 'bus':
      return 'bus';
    case 'physical':
    case 'iova':
      return 'host';
    case 'none':
      if (analysis.conditions.kernel.value.features.unaskedMapping === 'maps') return 'bus';
      return hasCommonBridge(analysis.topology, verdict) ? 'bus' : 'host';
    case 'unknown':
      return hasCommonBridge(analysis.topology, verdict) ? 'bus' : 'host';
  }
}

function hasCommonBridge(topology: Topology, { provider, client }: PairVerdict): boolean {
  const [from, to] = [provider, client].map((id) => topology.indexOf.get(id));
  if (from === undefined || to === undefined) return false;
  return legsOf(topology, from, to).common !== null;
}

/** Direct in Linux' eyes, or in the fabric's? */
function aboutDirectWay(
  { mapType, possible }: PairVerdict,
  write: FabricWalk,
  read: FabricWalk,
): readonly string[] {
  const isDirect = ({ outcome, throughRoot }: FabricWalk) =>
    outcome === 'completed' && !throughRoot.request && !throughRoot.completion;
  if (mapType === 'BUS_ADDR') {
    return [write, read].flatMap((walk) => {
      const what = walk.question.operation === 'write' ? 'a write' : 'a read';
      if (walk.outcome === 'refused') {
        return [
          `Linux hands out the bus address; the fabric refuses ${what}: ${walk.failure ?? ''}`,
        ];
      }
      if (walk.throughRoot.request) {
        return [
          `Linux hands out the bus address as if the way were direct; the fabric sends ${what} up to the root complex.`,
        ];
      }
      if (walk.outcome === 'unknown') {
        const last = walk.hops.at(-1)?.text ?? '';
        return [`Linux takes the way for direct; of ${what} the fabric promises less: ${last}`];
      }
      return [];
    });
  }
  if (!isDirect(write)) return [];
  const verdict =
    mapType === null
      ? `Linux’ answer is open (${possible.join(' or ')})`
      : mapType === 'NOT_SUPPORTED'
        ? 'Linux refuses the pair'
        : 'Linux sends the pair through the host bridge';
  return [
    isDirect(read)
      ? `${verdict}; the fabric would deliver writes and reads by bus address directly, completions too.`
      : `${verdict}; the fabric would deliver writes by bus address directly, and treats only reads otherwise.`,
  ];
}

function aboutReads({ throughRoot, hops }: FabricWalk): readonly string[] {
  const hasReturned = hops.at(-1)?.packet === 'completion' && hops.at(-1)?.action === 'delivered';
  if (!hasReturned || throughRoot.request === throughRoot.completion) return [];
  return [
    throughRoot.request
      ? 'Linux knows one way for both directions; a read goes up through the root complex, and its completion returns directly.'
      : 'Linux knows one way for both directions; a read goes directly, and its completion returns through the root complex.',
  ];
}

function aboutRootComplex(
  { mapType, rule }: PairVerdict,
  write: FabricWalk,
  read: FabricWalk,
): readonly string[] {
  const atRoot = (walk: FabricWalk) =>
    walk.hops.find(({ at }) => at.kind === 'root-complex')?.action;
  const [ofWrite, ofRead] = [atRoot(write), atRoot(read)];
  if (mapType === 'THRU_HOST_BRIDGE') {
    const before = [write, read].flatMap(beforeRoot);
    if (before.length > 0) return before;
    if (ofWrite === 'refused' || ofRead === 'refused') {
      const what = ofWrite !== 'refused' ? 'reads' : ofRead !== 'refused' ? 'writes' : 'neither';
      return [
        what === 'neither'
          ? 'Linux allows the pair; this root complex is described as forwarding nothing between its ports.'
          : `Linux allows the pair for both; this root complex is described as not forwarding ${what}.`,
      ];
    }
    if (ofWrite === 'unknown' || ofRead === 'unknown') {
      return [
        rule === 'not-checked'
          ? 'The transfer is tried without asking; nothing that the machine shows promises that the root complex forwards.'
          : 'Linux allows the pair because its list or the CPU stands for the root complex; nothing that the machine shows promises that it forwards.',
      ];
    }
  }
  if (mapType === 'NOT_SUPPORTED' && ofWrite === 'forwarded' && ofRead === 'forwarded') {
    return [
      'Linux does not count on this root complex; it is described as forwarding writes and reads.',
    ];
  }
  return [];
}

/** A way that Linux sends through the root complex, and that ends before it gets there. */
function beforeRoot({
  question,
  hops,
  outcome,
  throughRoot,
  failure,
}: FabricWalk): readonly string[] {
  const last = hops.at(-1);
  if (!last || throughRoot.request || last.action === 'delivered') return [];
  const what = question.operation === 'write' ? 'a write' : 'a read';
  return outcome === 'refused'
    ? [
        `Linux allows the pair; the fabric refuses ${what} on the way up. ${last.text} ${failure ?? ''}`.trim(),
      ]
    : [`Linux allows the pair; of ${what} the fabric promises less: ${last.text}`];
}
