import { linkWeight } from '../../../layout/linkWeight.ts';
import type { LitPath } from '../../../layout/litPath.ts';
import { TEXT_SIZES } from '../../../layout/metrics.ts';
import type { Point, Rect, Scene } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { holds } from './holds.ts';
import { PRINT, VERDICT_INKS, type Verdict } from './palette.ts';
import { corners } from './svgLinks.ts';
import { heldWidth } from './svgText.ts';
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
  const { turn, frames } = turnOf(scene, pair.path);
  if (turn) parts.push(line(turn, 3));
  for (const rect of frames) {
    const wide = { stroke, 'stroke-width': 2, 'stroke-dasharray': dash };
    parts.push(element('rect', { ...rect, rx: 4, fill: 'none', ...wide }));
  }
  for (const rect of portsOn(scene, pair.path)) parts.push(ring(rect, stroke));
  for (const [id, word] of [
    [pair.provider, 'provider'],
    [pair.client, 'client'],
  ] as const) {
    parts.push(end(scene, pair, id, word));
  }
  for (const id of pair.redirecting) parts.push(redirectFlag(scene, id));
  return parts.join('');
}

function portsOn(scene: Scene, path: LitPath): readonly Rect[] {
  if (scene.drawing === 'functions') return [];
  return scene.boxes.flatMap(({ kind, key, rect, ports }) =>
    kind === 'root-port' && path.boxes.has(key)
      ? [rect]
      : ports.filter((port) => path.ports.has(port.function)).map((port) => port.rect),
  );
}

/**
 * Where the way turns: inside a switch or a host up from the one port, over, and down to the other;
 * between two hosts only both frames are marked, for the way from the one to the other is not PCI
 * Express.
 */
function turnOf(
  scene: Scene,
  path: LitPath,
): { readonly turn: readonly Point[] | null; readonly frames: readonly Rect[] } {
  const isHost = path.turn === 'host';
  const legs = [path.up, path.down].map((leg) => leg.at(isHost ? -1 : -2));
  const [from, to] = legs.map((id) => (id === undefined ? undefined : scene.placeOf.get(id)));
  const none = { turn: null, frames: [] };
  if (!from || !to || scene.drawing === 'functions') return none;
  const turn = arch(from.rect, to.rect, scene.direction);
  if (!isHost) return from.box === to.box ? { turn, frames: [] } : none;
  const frames = scene.frames.filter(
    ({ kind, rect }) => kind === 'host-bridge' && (holds(rect, from.rect) || holds(rect, to.rect)),
  );
  const rects = frames.map(({ rect }) => rect);
  return { turn: rects.length === 1 ? turn : null, frames: rects };
}

/** From the inner edge of one port to that of another on the same side of a box. */
function arch(from: Rect, to: Rect, direction: Scene['direction']): readonly Point[] {
  if (direction === 'down') {
    const a = from.x + from.width / 2;
    const b = to.x + to.width / 2;
    const y = Math.min(from.y, to.y) - 4;
    return [
      { x: a, y: from.y },
      { x: a, y },
      { x: b, y },
      { x: b, y: to.y },
    ];
  }
  const a = from.y + from.height / 2;
  const b = to.y + to.height / 2;
  const x = Math.min(from.x, to.x) - 4;
  return [
    { x: from.x, y: a },
    { x, y: a },
    { x, y: b },
    { x: to.x, y: b },
  ];
}

function end(scene: Scene, pair: SvgPair, id: FunctionId, word: string): string {
  const place = scene.placeOf.get(id);
  if (!place) return '';
  const { stroke, ink } = VERDICT_INKS[pair.verdict];
  const { rect } = place;
  const isBoth = pair.provider === pair.client;
  const text = isBoth ? 'provider and client' : word;
  const width = Math.ceil(textWidth(text, 'count')) + 10;
  // Grown to the right, cards stand close: the tag goes where a card has least to say.
  const isDown = scene.direction === 'down';
  const x = isDown ? rect.x - 2 : rect.x + rect.width - width + 2;
  const y = isDown ? rect.y - 17 : rect.y + rect.height - 14;
  return (
    ring(rect, stroke) +
    element('rect', { x, y, width, height: 16, rx: 2, fill: ink }) +
    label(text, x + 5, y + 12, PRINT.ground)
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
  const isDown = scene.direction === 'down';
  const x = isDown ? rect.x + rect.width / 2 - width - 4 : rect.x + rect.width + 4;
  const y = isDown ? rect.y + rect.height + 3 : rect.y + rect.height / 2 + 3;
  const shape = `M${x} ${y}h${width}l-5 7.5l5 7.5h${-width}Z`;
  return (
    ring(rect, ink) +
    element('path', { d: shape, fill: PRINT.ground, stroke: ink, 'stroke-width': 1 }) +
    label(text, x + 4, y + 11.5, ink)
  );
}

function ring({ x, y, width, height }: Rect, stroke: string): string {
  const around = { x: x - 1, y: y - 1, width: width + 2, height: height + 2, rx: 3 };
  return element('rect', { ...around, fill: 'none', stroke, 'stroke-width': 2 });
}

function label(text: string, x: number, y: number, fill: string): string {
  const values = { x, y, 'font-size': TEXT_SIZES.count, 'font-weight': 600, fill };
  return element('text', { ...values, ...heldWidth(text, 'count') }, escapeXml(text));
}
