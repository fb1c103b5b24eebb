import type { FunctionId } from '../../model/ids.ts';
import type { Point, Rect, Scene, SceneLink } from '../scene.ts';
import { besideLine } from './besideLine.ts';
import { heatStep, heatWidth, isFull } from './heatScale.ts';

/** What one direction of a link carries. */
export interface LoadOneWay {
  /** Payload. */
  readonly bytesPerSecond: number;
  /** 1 is full. */
  readonly utilisation: number;
  /** What is offered, of what fits. */
  readonly demand: number;
}

/** What a link carries; `up` is towards the root. */
export interface LinkLoad {
  readonly upper: FunctionId;
  readonly lower: FunctionId;
  readonly up: LoadOneWay;
  readonly down: LoadOneWay;
}

export type LoadDirection = 'up' | 'down';

/** One direction of a drawn link, as a band beside the middle of its line. */
export interface HeatBand extends LoadOneWay {
  readonly key: string;
  /** Key of the drawn link. */
  readonly link: FunctionId;
  readonly direction: LoadDirection;
  /** From the upper end to the lower, whichever way the bytes go. */
  readonly points: readonly Point[];
  readonly width: number;
  /** Shade, from 0 on. */
  readonly step: number;
  readonly isFull: boolean;
  /** So many links are drawn as this one: the bytes are of all, the use is that of the fullest. */
  readonly count: number;
}

/** Links that no line shows, since a box stands for what is at both ends. */
export interface HiddenHeat {
  readonly box: string;
  readonly rect: Rect;
  /** So many of them carry something. */
  readonly count: number;
  /** Of the fullest. */
  readonly utilisation: number;
}

export interface LinkHeat {
  readonly bands: readonly HeatBand[];
  readonly hidden: readonly HiddenHeat[];
  /** The drawn link of each load, in their order; `null`: none is drawn. */
  readonly links: readonly (SceneLink | null)[];
}

/** Between the two directions of a link. */
const MIDDLE = 1;

/** What links carry, as bands on a drawing. Links that carry nothing have none. */
export function linkHeat(scene: Scene, loads: readonly LinkLoad[]): LinkHeat {
  const drawn = new Map<FunctionId, SceneLink>();
  for (const link of scene.links) {
    if (link.kind === 'link' && !drawn.has(link.key)) drawn.set(link.key, link);
  }
  const rects = new Map(scene.boxes.map(({ key, rect }) => [key, rect]));
  const hidden = new Map<string, { count: number; utilisation: number }>();
  const links = loads.map((load): SceneLink | null => {
    const box = boxAround(scene, load);
    if (box === null) return drawn.get(scene.linkOf.get(load.lower) ?? load.lower) ?? null;
    const most = Math.max(load.up.utilisation, load.down.utilisation);
    if (most > 0) {
      const before = hidden.get(box) ?? { count: 0, utilisation: 0 };
      hidden.set(box, {
        count: before.count + 1,
        utilisation: Math.max(before.utilisation, most),
      });
    }
    return null;
  });
  const sums = new Map<SceneLink, LinkLoad[]>();
  loads.forEach((load, index) => {
    const link = links[index];
    if (!link) return;
    const before = sums.get(link);
    if (before) before.push(load);
    else sums.set(link, [load]);
  });
  const bands = [...sums].flatMap(([link, all]) =>
    (['up', 'down'] as const).flatMap((direction) => bandOf(link, direction, all)),
  );
  return {
    bands,
    links,
    hidden: [...hidden].flatMap(([box, sum]) => {
      const rect = rects.get(box);
      return rect ? [{ box, rect, ...sum }] : [];
    }),
  };
}

/** The box that stands for both ends of a link. */
function boxAround({ placeOf }: Scene, { upper, lower }: LinkLoad): string | null {
  const above = placeOf.get(upper)?.box;
  return above !== undefined && above === placeOf.get(lower)?.box ? above : null;
}

function bandOf(
  { key, points }: SceneLink,
  direction: LoadDirection,
  loads: readonly LinkLoad[],
): readonly HeatBand[] {
  const ways = loads.map((load) => load[direction]).filter(({ utilisation }) => utilisation > 0);
  if (ways.length === 0) return [];
  const bytesPerSecond = ways.reduce((sum, way) => sum + way.bytesPerSecond, 0);
  const utilisation = Math.max(...ways.map((way) => way.utilisation));
  const width = heatWidth(bytesPerSecond);
  // Lines of links run down: what goes down keeps to its right, and what comes up to its own.
  const by = (width / 2 + MIDDLE / 2) * (direction === 'down' ? 1 : -1);
  return [
    {
      key: `${key} ${direction}`,
      link: key,
      direction,
      points: besideLine(points, by),
      width,
      step: heatStep(utilisation),
      isFull: isFull(utilisation),
      bytesPerSecond,
      utilisation,
      demand: Math.max(...ways.map((way) => way.demand)),
      count: ways.length,
    },
  ];
}
