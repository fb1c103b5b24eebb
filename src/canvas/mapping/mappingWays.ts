import type { DmaOutput, DmaSpace } from '../../engine/dma/dmaMapping.ts';
import type { MappedEntry, MappingReport, WireEnd } from '../../engine/mapping/mappingReport.ts';
import type { FabricWalk } from '../../engine/report.ts';
import type { WalkPlace } from '../../layout/walkRoute.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { shapedPlaces } from './shapedPlaces.ts';

/** Entries of a list that all go one way. */
export interface MappingWay {
  readonly key: string;
  /** `null`: the whole list is refused, and no address is there. */
  readonly space: DmaSpace | null;
  /** What the entries are: memory of the host, or of a function; refused alike, of several. */
  readonly target: Target | 'several';
  readonly fate: WireEnd['fate'] | 'refused';
  /** Input entries, ascending, from 0 on. */
  readonly entries: readonly number[];
  readonly outputs: readonly number[];
  /** Place by place; empty where no request leaves the device. */
  readonly places: readonly WalkPlace[];
}

/** Memory of the host, or of a function. */
type Target = 'ram' | FunctionId;

type ById = ReadonlyMap<FunctionId, PciFunction>;

/** More ways than this are told apart by nobody; of the rest, the first ones speak. */
const MOST_WAYS = 8;

/** The ways that the entries of a mapped list take, in the order of their first entries. */
export function mappingWays(report: MappingReport, byId: ById): readonly MappingWay[] {
  const { mapping, entries, client } = report;
  if (mapping.errno !== 0) {
    const at = mapping.failedAt;
    const refused = at === null ? entries.map((_, index) => index) : [at];
    return [{ ...NO_WAY, target: targetOf(entries[at ?? 0]), entries: refused }];
  }
  const ends = new Map(report.wire.map((end) => [end.output, end]));
  const alike = likeEnds(report, ends);
  const ways = new Map<string, Drafted>();
  mapping.outputs.forEach((output, index) => {
    for (let at = output.first; at < output.first + output.count; at++) {
      const target = targetOf(entries[at]);
      const end = ends.get(index) ?? alike.get(likeness(output, target));
      const fate = output.address === null ? 'unusable' : fateFor(end, target);
      const isWritten = output.address !== null;
      // What comes no further than the IOMMU, or nowhere, goes one way whatever it was meant for.
      const meant = fate === 'faults' || fate === 'unusable' ? '' : target;
      const key = `${output.space} ${meant} ${fate} ${isWritten}`;
      let way = ways.get(key);
      if (way && way.target !== target) way.target = 'several';
      if (!way) {
        const walk = end?.walk ?? alike.get(likeness(output, target))?.walk ?? null;
        const isSent = isWritten && fate !== 'unusable';
        const places = isSent ? placesOf(walk, output.space, target, client, byId) : [];
        way = { key, space: output.space, target, fate, places, entries: [], outputs: new Set() };
        ways.set(key, way);
      }
      way.entries.push(at);
      way.outputs.add(index);
    }
  });
  return [...ways.values()]
    .slice(0, MOST_WAYS)
    .map((way) => ({ ...way, outputs: [...way.outputs] }));
}

interface Drafted extends Omit<MappingWay, 'entries' | 'outputs' | 'target'> {
  target: MappingWay['target'];
  readonly entries: number[];
  readonly outputs: Set<number>;
}

const NO_WAY = {
  key: 'refused',
  space: null,
  fate: 'refused',
  outputs: [],
  places: [],
} as const;

function targetOf(entry: MappedEntry | undefined): Target {
  return entry?.kind === 'peer' && entry.provider !== null ? entry.provider : 'ram';
}

/**
 * The end of an output that joins several kinds of memory is the worst of theirs, and its walk tells
 * whose that is: of the others nothing worse is known than that they arrive.
 */
function fateFor(end: WireEnd | undefined, target: Target): WireEnd['fate'] {
  if (!end) return 'unknown';
  const isOther = end.walk !== null && end.walk.question.completer !== completerOf(target);
  return isOther && end.fate !== 'faults' ? 'reaches' : end.fate;
}

function completerOf(target: Target): FunctionId | null {
  return target === 'ram' ? null : target;
}

/** Long lists have the ends of their first outputs only: those of a kind fare alike. */
function likeness({ space, address }: DmaOutput, target: Target): string {
  return `${space} ${target} ${address !== null}`;
}

function likeEnds(
  { mapping, entries }: MappingReport,
  ends: ReadonlyMap<number, WireEnd>,
): ReadonlyMap<string, WireEnd> {
  const alike = new Map<string, WireEnd>();
  for (const [index, end] of ends) {
    const output = mapping.outputs[index];
    if (!output) continue;
    const key = likeness(output, targetOf(entries[output.first]));
    const known = alike.get(key);
    if (!known || (known.walk === null && end.walk !== null)) alike.set(key, end);
  }
  return alike;
}

function placesOf(
  walk: FabricWalk | null,
  space: DmaSpace,
  target: Target,
  client: FunctionId,
  byId: ById,
): readonly WalkPlace[] {
  if (space === 'VADDR') return [];
  // An output that joins entries of several kinds has the walk of one of them.
  if (walk === null || walk.question.completer !== completerOf(target)) {
    return shapedPlaces(byId, client, target, space);
  }
  return requestPlaces(walk);
}

/** Where a request has been, without what comes back. */
function requestPlaces({ hops }: FabricWalk): readonly WalkPlace[] {
  return hops.filter(({ packet }) => packet !== 'completion').map(({ at }) => at);
}
