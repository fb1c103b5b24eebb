import { TEXT_SIZES } from '../../../layout/metrics.ts';
import type { PairWay } from '../../../layout/pairWay.ts';
import { placeTags, type TagRequest } from '../../../layout/placeTags.ts';
import { spanned } from '../../../layout/rects.ts';
import type { Point, Rect, Scene, SceneText } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { type SvgLook, VERDICT_SIGNS, type Verdict } from './palette.ts';
import { corners } from './svgLinks.ts';
import { heldWidth, svgText } from './svgText.ts';
import { element, escapeXml } from './xml.ts';

/** One provider and one client, and what was found of them. */
export interface SvgPair {
  readonly provider: FunctionId;
  readonly client: FunctionId;
  readonly way: PairWay;
  readonly verdict: Verdict;
  /** Functions that redirect (ACS): each gets a flag. */
  readonly redirecting: readonly FunctionId[];
  /** The verdict in words, for the footer. */
  readonly words: string;
}

/** The way of a pair, drawn over the scene in the stroke of its verdict. */
export function svgPair(scene: Scene, pair: SvgPair, look: SvgLook): string {
  const { stroke } = look.verdicts[pair.verdict];
  const { dash } = VERDICT_SIGNS[pair.verdict];
  const { route, stations } = pair.way;
  const line = (points: readonly Point[]) =>
    element('polyline', {
      points: corners(points),
      fill: 'none',
      stroke,
      'stroke-width': 3,
      'stroke-dasharray': dash,
      'stroke-linejoin': 'round',
      'stroke-linecap': pair.verdict === 'NOT_SUPPORTED' ? 'round' : 'butt',
    });
  const lines = [...route.pieces, route.joint].filter((points) => points.length > 0);
  const ends = [pair.provider, pair.client].map((id) => scene.placeOf.get(id)?.rect);
  return [
    ...lines.map(line),
    namesOver(scene, pair, look),
    ...stations.filter((rect) => !ends.includes(rect)).map((rect) => ring(rect, stroke)),
    end(scene, pair, pair.provider, 'provider', look),
    end(scene, pair, pair.client, 'client', look),
    ...pair.redirecting.map((id) => redirectFlag(scene, id, look)),
    verdictTag(scene, pair, look),
  ].join('');
}

/** Names of switches and captions of frames again where lines may cross them, with a rim of paper. */
function namesOver(scene: Scene, { way }: SvgPair, look: SvgLook): string {
  const switches = scene.boxes.filter(({ kind, key }) => kind === 'switch' && way.boxes.has(key));
  const frames = scene.frames.filter(({ key }) => way.frames.has(key));
  const texts = [...switches, ...frames].flatMap((each) =>
    each.texts.map((text) => svgText(text, look)),
  );
  if (texts.length === 0) return '';
  const rim = { stroke: look.ground, 'stroke-width': 4, 'stroke-linejoin': 'round' };
  return element('g', { 'aria-hidden': 'true', 'paint-order': 'stroke', ...rim }, texts.join(''));
}

/** The verdict in a word where the way turns round. */
function verdictTag(scene: Scene, { way, verdict }: SvgPair, look: SvgLook): string {
  const { short } = VERDICT_SIGNS[verdict];
  const { stroke, ink } = look.verdicts[verdict];
  const { turn, pieces, joint } = way.route;
  const tag: TagRequest = {
    key: 'verdict',
    at: { ...turn, width: 0, height: 0 },
    width: Math.ceil(textWidth(short, 'count')) + 12,
    height: 16,
    sides: ['above', 'below', 'right', 'left'],
  };
  const lines = [...pieces, joint].flatMap((points) =>
    points.slice(1).map((at, index) => spanned(points[index] ?? at, at)),
  );
  const words = scene.boxes
    .filter(({ key }) => way.boxes.has(key))
    .flatMap(({ texts }) => texts.map(textRect));
  const [place] = placeTags([tag], 1, [...way.stations, ...lines, ...words], scene.bounds);
  if (!place) return '';
  const x = place.from.x + place.dx;
  const y = place.from.y + place.dy;
  const size = { width: tag.width, height: tag.height, rx: 3 };
  return (
    element('rect', { x, y, ...size, fill: look.ground, stroke, 'stroke-width': 1.5 }) +
    label(short, x + 6, y + 12, ink)
  );
}

function textRect({ text, role, x, y, anchor }: SceneText): Rect {
  const width = textWidth(text, role);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - TEXT_SIZES[role], width, height: TEXT_SIZES[role] + 2 };
}

function end(scene: Scene, pair: SvgPair, id: FunctionId, word: string, look: SvgLook): string {
  const place = scene.placeOf.get(id);
  if (!place) return '';
  const { stroke, ink } = look.verdicts[pair.verdict];
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
    label(text, x + 5, y + 12, look.ground)
  );
}

/** A pennant at the port: here requests are sent up instead of across. */
function redirectFlag(scene: Scene, id: FunctionId, look: SvgLook): string {
  const place = scene.placeOf.get(id);
  if (!place) return '';
  const { rect } = place;
  const text = 'ACS redirect';
  const width = Math.ceil(textWidth(text, 'count')) + 12;
  const { ink } = look.verdicts.NOT_SUPPORTED;
  const isDown = scene.direction === 'down';
  const x = isDown ? rect.x + rect.width / 2 - width - 4 : rect.x + rect.width + 4;
  const y = isDown ? rect.y + rect.height + 3 : rect.y + rect.height / 2 + 3;
  const shape = `M${x} ${y}h${width}l-5 7.5l5 7.5h${-width}Z`;
  return (
    ring(rect, ink) +
    element('path', { d: shape, fill: look.ground, stroke: ink, 'stroke-width': 1 }) +
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
