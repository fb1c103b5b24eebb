import type {
  FlowReport,
  StreamReport,
  ThroughputReport,
} from '../../engine/flows/throughputReport.ts';
import { portAcsMark } from '../../engine/portAcsMark.ts';
import { type DrawnHeat, heatOf } from '../../layout/flows/heatOf.ts';
import type { HeatBand } from '../../layout/flows/linkHeat.ts';
import { type MappingRoute, mappingRoutes } from '../../layout/mappingRoutes.ts';
import { rectAt } from '../../layout/rects.ts';
import type { Rect, Scene } from '../../layout/scene.ts';
import { textRect } from '../../layout/textRect.ts';
import type { WalkPlace } from '../../layout/walkRoute.ts';
import type { FlowId } from '../../model/ids.ts';
import { waysBeneath } from '../mapping/waysBeneath.ts';
import type { HeatPaint } from '../overview/overviewHeat.ts';
import { dataPlaces, type PlacedDocument } from './dataPlaces.ts';

/** What links carry. */
export interface SheetHeat extends DrawnHeat {
  /** As few lines as there are looks. */
  readonly paints: readonly HeatPaint[];
}

/** One way of a flow as it is drawn. */
export interface DrawnFlow extends MappingRoute {
  readonly flow: FlowReport;
  readonly stream: StreamReport;
  /** What receives the data. */
  readonly at: Rect;
  /** The same by its name: ways that end there may have their words in common. */
  readonly receiver: string;
  readonly isLooked: boolean;
  readonly isRefused: boolean;
}

export interface FlowsDrawing {
  readonly ways: readonly DrawnFlow[];
  /** One of them is looked at: the others step back. */
  readonly hasLooked: boolean;
  /** What ways run beneath: words on the machine, and the boxes of ports. */
  readonly beneath: readonly Rect[];
  /** What words should not hide. */
  readonly cards: readonly Rect[];
}

/** Beside a flow that is looked at, so many others are drawn. */
const MOST_BESIDE = 12;
const LANE = 7;
/** Thin ones all run within the bands of their links, those that are looked at within so much. */
const WITHIN = 8;
const WITHIN_LOOKED = 32;
/** Those of a large group leave their links' shades to be seen. */
const WITHIN_GROUP = 4;
/** More that are looked at, as those of a large group, are thin too, and have no words of their own. */
export const MOST_LOOKED = 6;

export function sheetHeat(
  scene: Scene,
  { links }: Pick<ThroughputReport, 'links'>,
  byId: PlacedDocument['byId'],
): SheetHeat {
  const acs = new Map([...byId].map(([id, fn]) => [id, portAcsMark(fn)]));
  const heat = heatOf(scene, links, acs);
  const paints = new Map<string, HeatPaint & { lines: HeatBand['points'][] }>();
  for (const { step, width, points, isFull } of heat.bands) {
    const rounded = Math.round(width * 2) / 2;
    const key = `${step} ${rounded} ${isFull}`;
    const paint = paints.get(key);
    if (paint) paint.lines.push(points);
    else paints.set(key, { key, step, width: rounded, isFull, lines: [points] });
  }
  return {
    ...heat,
    // The fullest last: above the others.
    paints: [...paints.values()].sort((a, b) => a.step - b.step),
  };
}

/** The flows that somebody looks at: one, or the members of a group. */
export function lookedIds(
  { flows }: Pick<ThroughputReport, 'flows'>,
  looked: FlowId | null,
): ReadonlySet<FlowId> {
  if (looked === null) return new Set();
  return new Set(
    flows.filter(({ id, group }) => id === looked || group === looked).map(({ id }) => id),
  );
}

/** @param looked the flow or group that the panel shows, if one was chosen */
export function flowsDrawing(
  scene: Scene,
  document: PlacedDocument,
  report: Pick<ThroughputReport, 'flows'>,
  looked: FlowId | null,
): FlowsDrawing {
  const ids = lookedIds(report, looked);
  const isMany = report.flows.length > MOST_BESIDE;
  const shown = report.flows.filter(({ id }) => ids.size === 0 || ids.has(id) || !isMany);
  const streams = shown.flatMap((flow) =>
    flow.streams.map((stream, index) => ({
      key: `${flow.id} ${index}`,
      flow,
      stream,
      places: dataPlaces(stream, document),
    })),
  );
  const routes = new Map<string, MappingRoute>();
  const passed = new Set<string>();
  for (const isLooked of [true, false]) {
    const own = streams.filter(({ flow }) => ids.has(flow.id) === isLooked);
    const within = !isLooked ? WITHIN : own.length > MOST_LOOKED ? WITHIN_GROUP : WITHIN_LOOKED;
    const lane = Math.min(LANE, within / Math.max(1, own.length));
    const found = mappingRoutes(scene, document.byId, own, lane);
    for (const route of found.routes) routes.set(route.key, route);
    for (const box of found.boxes) passed.add(box);
  }
  const ways = streams.flatMap(({ key, flow, stream, places }): readonly DrawnFlow[] => {
    const route = routes.get(key);
    if (!route || route.points.length === 0) return [];
    const last = places.at(-1);
    const card = last?.kind === 'function' ? scene.placeOf.get(last.id)?.rect : undefined;
    return [
      {
        ...route,
        flow,
        stream,
        at: card ?? rectAt(route.end, 0, 0),
        receiver: receiverOf(last),
        isLooked: ids.has(flow.id),
        isRefused: (stream.limit ?? flow.limit)?.kind === 'refused',
      },
    ];
  });
  return {
    ways,
    hasLooked: ids.size > 0,
    // Words of links make room for what these carry.
    beneath: waysBeneath({ ...scene, links: [] }, passed),
    cards: [
      ...[...scene.boxes, ...scene.frames].flatMap(({ texts }) => texts.map(textRect)),
      ...scene.boxes.map(({ rect }) => rect),
      ...scene.boxes.flatMap(({ ports }) => ports.map(({ rect }) => rect)),
    ],
  };
}

/** What flows end at, as far as the drawing tells it apart. */
function receiverOf(last: WalkPlace | undefined): string {
  if (last === undefined) return '';
  if (last.kind === 'function') return last.id;
  return last.kind === 'iommu' ? last.kind : `${last.kind} ${last.host}`;
}
