import { linkWeight } from '../../../layout/linkWeight.ts';
import type { LitPath } from '../../../layout/litPath.ts';
import { TEXT_SIZES } from '../../../layout/metrics.ts';
import type { Point, Rect, Scene } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { PRINT, VERDICT_INKS, type Verdict } from './palette.ts';
import { corners } from './svgLinks.ts';
import { element, escapeXml } from './xml.ts';

/** One provider and one client, and what was found of them. */
export interface SvgPair {
  readonly provider: FunctionId;
  readonly client: FunctionId;
  readonly path: LitPath;
  readonly verdict: Verdict;
  /** Functions that redirect (ACS): each gets a flag. */
  readonly redirecting: readonly FunctionId[];
  /** The verdict in words, for the footer. */
  readonly words: string;
}

/** The way of a pair, drawn over the scene in the stroke of its verdict. */
export function svgPair(scene: Scene, pair: SvgPair): string {
  const { stroke, dash } = VERDICT_INKS[pair.verdict];
  const parts: string[] = [];
  const line = (points: readonly Point[], width: number) =>
    element('polyline', {
      points: corners(points),
      fill: 'none',
      stroke,
      'stroke-width': width,
      'stroke-dasharray': dash,
      'stroke-linejoin': 'round',
      'stroke-linecap': pair.verdict === 'NOT_SUPPORTED' ? 'round' : 'butt',
    });
  for (const link of scene.links) {
    if (!pair.path.links.has(link.key)) continue;
    const upwards = [...link.points].reverse();
    parts.push(line(upwards, Math.max(3, linkWeight(link.lanes))));
  }
  const turn = turnPoints(scene, pair.path);
  if (turn) parts.push(line(turn, 3));
  for (const [id, word] of [
    [pair.provider, 'provider'],
    [pair.client, 'client'],
  ] as const) {
    parts.push(end(scene, pair, id, word));
  }
  for (const id of pair.redirecting) parts.push(redirectFlag(scene, id));
  return parts.join('');
}

/** Inside a switch or a host: from the one port up, over, and down to the other. */
function turnPoints(scene: Scene, path: LitPath): readonly Point[] | null {
  const isHost = path.turn === 'host';
  const legs = [path.up, path.down].map((leg) => leg.at(isHost ? -1 : -2));
  const [from, to] = legs.map((id) => (id === undefined ? undefined : scene.placeOf.get(id)));
  if (!from || !to || scene.drawing === 'functions') return null;
  // In one box, or in one frame: elsewhere a straight line would cross what is none of its business.
  const isInOne = isHost
    ? scene.frames.some(
        ({ kind, rect }) =>
          kind === 'host-bridge' && holds(rect, from.rect) && holds(rect, to.rect),
      )
    : from.box === to.box;
  if (!isInOne) return null;
  if (scene.direction === 'down') {
    const [a, b] = [from.rect, to.rect].map((rect) => rect.x + rect.width / 2);
    if (a === undefined || b === undefined) return null;
    const y = Math.min(from.rect.y, to.rect.y) - 4;
    return [
      { x: a, y: from.rect.y + from.rect.height },
      { x: a, y },
      { x: b, y },
      { x: b, y: to.rect.y + to.rect.height },
    ];
  }
  const [a, b] = [from.rect, to.rect].map((rect) => rect.y + rect.height / 2);
  if (a === undefined || b === undefined) return null;
  const x = Math.min(from.rect.x, to.rect.x) - 4;
  return [
    { x: from.rect.x + from.rect.width, y: a },
    { x, y: a },
    { x, y: b },
    { x: to.rect.x + to.rect.width, y: b },
  ];
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function end(scene: Scene, pair: SvgPair, id: FunctionId, word: string): string {
  const place = scene.placeOf.get(id);
  if (!place) return '';
  const { stroke, ink } = VERDICT_INKS[pair.verdict];
  const { rect } = place;
  const isBoth = pair.provider === pair.client;
  const text = isBoth ? 'provider and client' : word;
  const width = Math.ceil(textWidth(text, 'count')) + 10;
  const ring = { x: rect.x - 1, y: rect.y - 1, width: rect.width + 2, height: rect.height + 2 };
  return (
    element('rect', { ...ring, rx: 4, fill: 'none', stroke, 'stroke-width': 2 }) +
    element('rect', { x: rect.x - 2, y: rect.y - 17, width, height: 16, rx: 2, fill: ink }) +
    label(text, rect.x + 3, rect.y - 5, PRINT.ground)
  );
}

/** A pennant at the port: here requests are sent up instead of across. */
function redirectFlag(scene: Scene, id: FunctionId): string {
  const place = scene.placeOf.get(id);
  if (!place) return '';
  const { rect } = place;
  const text = 'ACS redirect';
  const width = Math.ceil(textWidth(text, 'count')) + 12;
  const { ink } = VERDICT_INKS.NOT_SUPPORTED;
  const ring = element('rect', { ...rect, rx: 1, fill: 'none', stroke: ink, 'stroke-width': 2 });
  const isDown = scene.direction === 'down';
  const x = isDown ? rect.x + rect.width / 2 - width - 4 : rect.x + rect.width + 4;
  const y = isDown ? rect.y + rect.height + 3 : rect.y + rect.height / 2 + 3;
  const shape = `M${x} ${y}h${width}l-5 7.5l5 7.5h${-width}Z`;
  return (
    ring +
    element('path', { d: shape, fill: PRINT.ground, stroke: ink, 'stroke-width': 1 }) +
    label(text, x + 4, y + 11.5, ink)
  );
}

function label(text: string, x: number, y: number, fill: string): string {
  const values = { x, y, 'font-size': TEXT_SIZES.count, 'font-weight': 600, fill };
  return element('text', values, escapeXml(text));
}
