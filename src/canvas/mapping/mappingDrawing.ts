import type { MappingReport } from '../../engine/mapping/mappingReport.ts';
import { type MappingRoute, mappingRoutes } from '../../layout/mappingRoutes.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import { type WalkRoute, walkRoute } from '../../layout/walkRoute.ts';
import { wayToHost } from '../../layout/wayToHost.ts';
import type { OpenDocument } from '../../store/state.ts';
import { documentTitles } from '../names/documentTitles.ts';
import type { Drawn } from '../state/drawn.ts';
import type { Lit } from '../state/lit.ts';
import { type MappingWay, mappingWays } from './mappingWays.ts';
import { type WayWords, wayWords } from './mappingWords.ts';
import { edgesOf, waysBeneath } from './waysBeneath.ts';

/** A way as it is drawn. */
export interface DrawnWay extends Omit<MappingRoute, 'key'>, MappingWay {
  readonly words: WayWords;
  /** Where its words belong: its end, or the device that it does not leave. */
  readonly at: Rect;
  /** It ends in a barred sign. */
  readonly isBarred: boolean;
  /** The place with the sign of an IOMMU, of memory, of a CPU, at which it ends. */
  readonly endSign: Point | null;
}

/** What is drawn over a machine for a mapped list. */
export interface MappingDrawing {
  readonly ways: readonly DrawnWay[];
  readonly lit: Lit;
  readonly outward: WalkRoute['outward'];
  /** IOMMU and memory, where ways have to do with them. */
  readonly signs: readonly { readonly at: Point; readonly word: string }[];
  readonly client: Rect | null;
  /** What ways run beneath: words on the machine, and the boxes of ports. */
  readonly beneath: readonly Rect[];
  /** Edges of frames, which should not run on behind words. */
  readonly edges: readonly Rect[];
  /** What words should not hide: cards, and ports. */
  readonly cards: readonly Rect[];
}

/** @param report valid for the document as it stands */
export function mappingDrawing(
  { scene }: Pick<Drawn, 'scene'>,
  document: Pick<OpenDocument, 'byId' | 'titles'>,
  report: MappingReport,
): MappingDrawing {
  const { byId } = document;
  const ways = mappingWays(report, byId);
  const { routes, boxes, links, frames, outward } = mappingRoutes(scene, byId, ways);
  const titleOf = documentTitles(document);
  const client = scene.placeOf.get(report.client) ?? null;
  const { host } = wayToHost(byId, report.client);
  const atCpu = walkRoute(scene, byId, [{ kind: 'memory', host: host ?? 'unknown' }]).stations[0];
  const drawn = ways.map((way, index): DrawnWay => {
    const route = routes[index] ?? NO_ROUTE;
    const isAway = way.places.length > 0;
    const stays = way.space === 'VADDR' && atCpu ? dot(atCpu) : (client?.rect ?? dot(NOWHERE));
    return {
      ...route,
      ...way,
      words: wayWords(way, report, (id) => {
        const fn = byId.get(id);
        return fn ? titleOf(fn) : id;
      }),
      at: isAway ? dot(route.end) : stays,
      isBarred: isBarred(way),
      endSign: endSign(way, route, atCpu ?? null),
    };
  });
  const isAtCpu = ways.some(({ space }) => space === 'VADDR');
  return {
    ways: drawn,
    lit: { boxes: withClient(boxes, client?.box), links, frames },
    outward,
    signs: [
      ...pointsOf(drawn.map(({ iommu }) => iommu)).map((at) => ({ at, word: 'IOMMU' })),
      ...pointsOf(drawn.map(({ memory }) => memory)).map((at) => ({ at, word: 'RAM' })),
      ...(isAtCpu && atCpu ? [{ at: atCpu, word: 'CPU' }] : []),
    ],
    client: client?.rect ?? null,
    beneath: waysBeneath(scene, boxes),
    edges: scene.frames.flatMap(({ rect }) => edgesOf(rect)),
    cards: scene.boxes.flatMap(({ kind, rect, ports }) =>
      kind === 'device' || scene.drawing === 'functions' ? [rect] : ports.map((port) => port.rect),
    ),
  };
}

/** Of several ways with something pointed at: is it this one? */
export function isPointedAt(
  { entries, outputs }: Pick<MappingWay, 'entries' | 'outputs'>,
  { output, entry }: { readonly output: number | null; readonly entry: number | null },
): boolean {
  if (entry !== null) return entries.includes(entry);
  return output !== null && outputs.includes(output);
}

function isBarred({ fate, space }: MappingWay): boolean {
  return fate === 'refused' || fate === 'faults' || fate === 'unusable' || space === 'VADDR';
}

function endSign(
  { places, space }: MappingWay,
  { iommu, memory }: Pick<MappingRoute, 'iommu' | 'memory'>,
  cpu: Point | null,
): Point | null {
  if (space === 'VADDR') return cpu;
  const last = places.at(-1)?.kind;
  if (last === 'memory') return memory;
  return last === 'iommu' ? iommu : null;
}

const NOWHERE: Point = { x: 0, y: 0 };
const NO_ROUTE = {
  points: [],
  end: NOWHERE,
  angle: 0,
  iommu: null,
  memory: null,
  stations: [],
} as const;

function dot(at: Point): Rect {
  return { ...at, width: 0, height: 0 };
}

function withClient(boxes: ReadonlySet<string>, client: string | undefined): ReadonlySet<string> {
  return client === undefined ? boxes : new Set([...boxes, client]);
}

function pointsOf(points: readonly (Point | null)[]): readonly Point[] {
  const found = new Map<string, Point>();
  for (const at of points) if (at) found.set(`${at.x} ${at.y}`, at);
  return [...found.values()];
}
