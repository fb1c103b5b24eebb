import type { FunctionId } from '../../model/ids.ts';
import type { Analysis } from '../analyze.ts';
import { addressHex } from '../dma/dmaAddress.ts';
import type { DmaMapping, DmaOutput } from '../dma/dmaMapping.ts';
import type { MapperKind } from '../dma/mapper.ts';
import type { FabricWalk } from '../fabric/walk.ts';
import { functionAt } from '../pci/topology.ts';
import type { ResolvedList } from './listEntries.ts';
import type { MappingOptions } from './mappingOptions.ts';
import type { WireEnd } from './mappingReport.ts';
import { nameOf } from './nameOf.ts';
import { switchIommuWalk } from './switchIommuWalk.ts';
import type { WirePiece } from './wirePieces.ts';

/** What an output's requests go by. */
export interface WireQuestion {
  readonly analysis: Analysis;
  readonly client: FunctionId;
  readonly options: MappingOptions;
  readonly resolved: ResolvedList;
  readonly mapping: DmaMapping;
  /** Whose addresses they are, behind all that hands on. */
  readonly mapper: MapperKind;
}

export type PieceEnd = Omit<WireEnd, 'output'>;

/** The way of requests to one part of an output, held against what the list meant. */
export function pieceEnd(piece: WirePiece, output: DmaOutput, question: WireQuestion): PieceEnd {
  const { resolved, mapping } = question;
  const walk = walkOfPiece(piece, output, question);
  if (mapping.bounces?.some(({ entry }) => entry === piece.entry)) {
    return { ...copyEnd(walk, resolved.list[piece.entry]?.peer != null, question), walk };
  }
  const end = { ...fateOf(walk, piece, question), walk };
  return resolved.isOpen[piece.entry] && end.fate === 'reaches'
    ? { ...end, fate: 'unknown', text: `If the pair is what it is shown as: ${end.text}` }
    : end;
}

/**
 * A peer's memory by the address that leads there goes as the fabric's rules for peers say, which need
 * no more than the tree; everything else goes by what lies at its address.
 */
function walkOfPiece(piece: WirePiece, output: DmaOutput, question: WireQuestion): FabricWalk {
  const { analysis, client, options, resolved } = question;
  const { entry, address, leadsTo } = piece;
  const sg = resolved.list[entry];
  const request = {
    requester: client,
    operation: options.operation,
    relaxedOrdering: false,
  } as const;
  const completer = sg?.peer?.provider ?? null;
  const isTranslated = analysis.isTranslated(client);
  if (options.design === 'switch-iommu' && leadsTo !== null) {
    const turned = switchIommuWalk(analysis, { ...request, completer }, address, leadsTo);
    if (turned) return turned;
  }
  if (completer !== null) {
    if (output.space === 'BUS' && address === resolved.bus[entry]) {
      return analysis.walk({ ...request, completer, address: 'bus' });
    }
    const isItsOwn = isTranslated ? leadsTo === sg?.phys : address === sg?.phys;
    if (isItsOwn) return analysis.walk({ ...request, completer, address: 'host' });
  }
  // The hypervisor maps what its guest takes for physical addresses one to one.
  const found = options.isXen ? address : leadsTo;
  return analysis.walkByAddress({
    ...request,
    completer,
    address: output.space === 'BUS' ? 'bus' : 'host',
    wire: {
      address: addressHex(address),
      leadsTo: isTranslated && found !== null ? addressHex(found) : null,
    },
  });
}

function copyEnd(
  walk: FabricWalk,
  isPeer: boolean,
  { options }: WireQuestion,
): Pick<PieceEnd, 'fate' | 'text'> {
  if (walk.outcome === 'refused') return { fate: 'faults', text: walk.failure ?? 'Refused.' };
  const whose = isPeer ? 'the peer’s memory' : 'the memory';
  const text =
    options.operation === 'read'
      ? `A bounce buffer: the device reads a copy that the CPU makes of ${whose}.`
      : `A bounce buffer: the device writes there, and the CPU copies it to ${whose}.`;
  return { fate: 'copy', text };
}

function fateOf(
  walk: FabricWalk,
  { entry, address }: WirePiece,
  { analysis, resolved }: WireQuestion,
): Pick<PieceEnd, 'fate' | 'text'> {
  const { outcome, hops } = walk;
  const end = hops.filter(({ packet }) => packet !== 'completion').at(-1);
  if (outcome === 'refused') {
    const last = hops.at(-1);
    const text = [last?.text, walk.failure].filter((each) => each != null).join(' ');
    return { fate: last?.at.kind === 'iommu' ? 'faults' : 'misses', text };
  }
  if (end?.action !== 'delivered') {
    const last = hops.at(-1)?.text ?? '';
    return { fate: 'unknown', text: `Ends where nothing shows how it goes on. ${last}`.trim() };
  }
  const meant = resolved.list[entry];
  const provider = meant?.peer?.provider ?? null;
  const hit = end.at.kind === 'function' ? end.at.id : null;
  const name = hit === null ? 'host memory' : nameById(analysis, hit);
  const wrong = hit === provider ? byHowMuch(walk, question(resolved, entry)) : null;
  if (hit !== provider || wrong !== null) {
    const how = wrong === null ? '' : `, ${wrong} away from what was meant`;
    return { fate: 'misses', text: `${addressHex(address)} hits ${name}${how}.` };
  }
  if (outcome === 'unknown') {
    const text = `Reaches ${name} if the root complex forwards, which nothing promises.`;
    return { fate: 'unknown', text };
  }
  return { fate: 'reaches', text: reachWords(walk, name, hit !== null) };
}

interface Meant {
  readonly phys: number;
  readonly bus: number | null;
}

function question({ list, bus }: ResolvedList, entry: number): Meant {
  return { phys: list[entry]?.phys ?? 0, bus: bus[entry] ?? null };
}

/** How far a walk by address ends from the memory that was meant; `null`: it is the very memory. */
function byHowMuch(
  { question: { wire, address } }: FabricWalk,
  { phys, bus }: Meant,
): string | null {
  if (!wire) return null;
  const at = Number(wire.leadsTo ?? wire.address);
  const isOnBus = wire.leadsTo === null && address === 'bus' && bus !== null;
  const distance = Math.abs(at - (isOnBus ? bus : phys));
  // A raw CPU address that a bridge claims on the bus is right where both are the same.
  return distance === 0 || (bus !== null && at === bus) ? null : addressHex(distance);
}

function reachWords(
  { question: { operation }, throughRoot, hops }: FabricWalk,
  name: string,
  isPeer: boolean,
) {
  const isTranslated = hops.some(({ action }) => action === 'translated');
  const way = isTranslated ? ', by way of the IOMMU' : '';
  if (!isPeer) return `Reaches ${name}${way}.`;
  if (!throughRoot.request && !throughRoot.completion) return `Reaches ${name} directly${way}.`;
  const back = operation === 'read' && !throughRoot.completion ? '; the data return directly' : '';
  const there = throughRoot.request
    ? `through the root complex${way}`
    : 'directly; the data return through the root complex';
  return `Reaches ${name} ${there}${back}.`;
}

function nameById({ topology }: Analysis, id: FunctionId): string {
  const place = topology.indexOf.get(id);
  return place === undefined ? id : nameOf(functionAt(topology, place));
}
