import { byteRate } from '../../base/byteRate.ts';
import type { FunctionId } from '../../model/ids.ts';
import { acsSpots, lettersAt } from '../acsSpots.ts';
import { intersects, spanned } from '../rects.ts';
import type { Point, Rect, Scene, SceneLink, SceneText } from '../scene.ts';
import { textRect } from '../textRect.ts';
import { isFull, isOversubscribed } from './heatScale.ts';
import type { HeatBand, HiddenHeat, LinkHeat } from './linkHeat.ts';

/** Figures of one link: a line for each direction that carries something. */
export interface HeatLabel {
  readonly link: string;
  readonly texts: readonly SceneText[];
  readonly isFull: boolean;
}

const ARROWS = { up: '↑', down: '↓' } as const;
const LINE = 12;
const AIR = 4;
/** As wide as two ACS bits. */
const LETTERS = 34;
/** Above the end of a line: as its own words. */
const ABOVE = 6;

type Figures = Pick<HeatBand, 'direction' | 'bytesPerSecond' | 'isFull' | 'demand' | 'count'>;

/** `↓ 27.9 GB/s`, `↓ 54.6 GB/s 100 % ×2.0`: what one direction of a link carries. */
export function bandWords(band: Figures): string {
  const { direction, bytesPerSecond, count } = band;
  const several = count > 1 ? ` in ${count}` : '';
  const full = band.isFull ? ` ${fullWords(band)}` : '';
  return `${ARROWS[direction]} ${byteRate(bytesPerSecond)}${several}${full}`;
}

/** The same where there is less room: of what is full it is enough to say so. */
function shortWords(band: Figures): string {
  return band.isFull ? `${ARROWS[band.direction]} ${fullWords(band)}` : bandWords(band);
}

function fullWords({ demand }: Figures): string {
  return isOversubscribed(demand) ? `100 % ×${demand.toFixed(1)}` : '100 %';
}

/** Figures beside links, where there is room for them. */
export function heatLabels(
  scene: Scene,
  { bands, hidden }: Pick<LinkHeat, 'bands' | 'hidden'>,
  marks: ReadonlyMap<FunctionId, string>,
): readonly HeatLabel[] {
  const byLink = bandsByLink(bands);
  const drawn = new Map(scene.links.map((link) => [link.key, link]));
  const taken = [
    ...scene.boxes.flatMap(({ rect, ports }) => [rect, ...ports.map((port) => port.rect)]),
    ...scene.links.flatMap(({ points, texts, key }) => [
      ...strokes(points, extentOf(byLink.get(key) ?? [])),
      ...texts.map(textRect),
    ]),
    ...lettersOf(scene, marks),
    ...[...scene.frames, ...scene.ties].flatMap(({ texts }) => texts.map(textRect)),
  ];
  const near = new Near(taken);
  const figures = [...byLink].flatMap(([key, own]): readonly HeatLabel[] => {
    const link = drawn.get(key);
    if (!link) return [];
    // What comes back for what goes one way is no figure of its own.
    const told = own.filter(({ bytesPerSecond }) => bytesPerSecond > 0);
    if (told.length === 0) return [];
    const wordings = [told.map(bandWords), told.map(shortWords)];
    for (const texts of wordings.flatMap((words) => [...candidates(link, own, words)])) {
      const rects = texts.map(textRect);
      if (rects.some((rect) => near.has(rect))) continue;
      for (const rect of rects) near.add(rect);
      return [{ link: key, texts, isFull: own.some((band) => band.isFull) }];
    }
    return [];
  });
  return [...figures, ...hidden.flatMap((each) => hiddenLabel(each, near))];
}

/** What ACS bits beside ports cover. */
function lettersOf(scene: Scene, marks: ReadonlyMap<FunctionId, string>): readonly Rect[] {
  if (marks.size === 0) return [];
  return scene.boxes
    .flatMap((box) => acsSpots(box, scene))
    .flatMap((spot) => {
      const mark = marks.get(spot.function);
      return mark === undefined || mark === '' ? [] : [lettersAt(spot, mark)];
    });
}

/** Of links that no line shows: below the box that stands for them, or above it. */
function hiddenLabel(
  { box, rect, count, utilisation }: HiddenHeat,
  near: Near,
): readonly HeatLabel[] {
  const links = count === 1 ? 'link' : 'links';
  const text = `${count} busy ${links} inside, up to ${Math.round(utilisation * 100)} %`;
  for (const y of [rect.y + rect.height + LINE, rect.y - AIR]) {
    const words: SceneText = { role: 'link', text, x: rect.x, y, anchor: 'start' };
    if (near.has(textRect(words))) continue;
    near.add(textRect(words));
    return [{ link: box, texts: [words], isFull: isFull(utilisation) }];
  }
  return [];
}

/** The bands of each drawn link. */
export function bandsByLink(
  bands: readonly HeatBand[],
): ReadonlyMap<HeatBand['link'], readonly HeatBand[]> {
  const byLink = new Map<HeatBand['link'], HeatBand[]>();
  for (const band of bands) {
    const own = byLink.get(band.link);
    if (own) own.push(band);
    else byLink.set(band.link, [band]);
  }
  return byLink;
}

/** How far bands reach to either side of a link's middle. */
function extentOf(bands: readonly HeatBand[]): number {
  return Math.max(0, ...bands.map(({ width }) => width + 1));
}

/** Places beside a link's last piece, best first: on the side that has no words of its own. */
function* candidates(
  link: SceneLink,
  bands: readonly HeatBand[],
  words: readonly string[],
): Generator<readonly SceneText[]> {
  const end = link.points.at(-1);
  const before = link.points.at(-2);
  if (!end || !before) return;
  const reach = extentOf(bands) + AIR;
  const rows = words.length - 1;
  const put = (x: number, y: number, anchor: SceneText['anchor']) =>
    words.map((text, index): SceneText => ({ role: 'link', text, x, y: y + index * LINE, anchor }));
  if (end.x === before.x) {
    const isWordsRight = link.texts.some(({ anchor }) => anchor === 'start');
    const sides = isWordsRight ? (['end', 'start'] as const) : (['start', 'end'] as const);
    const length = Math.abs(end.y - before.y);
    const foot = end.y - ABOVE - rows * LINE;
    const heights = [foot, end.y - length / 2 - (rows * LINE) / 2 + 4, foot - 14];
    // Where letters of the port are in the way, beside those.
    for (const off of [reach, reach + LETTERS]) {
      for (const y of heights) {
        for (const anchor of sides) yield put(end.x + (anchor === 'end' ? -off : off), y, anchor);
      }
    }
    return;
  }
  for (const x of [end.x - ABOVE, end.x - ABOVE - 24]) {
    yield put(x, end.y + reach + 8, 'end');
    yield put(x, end.y - reach - 2 - rows * LINE, 'end');
  }
}

/** A link's words, moved clear of what it carries. */
export function clearOfHeat(
  { points, texts }: Pick<SceneLink, 'points' | 'texts'>,
  bands: readonly Pick<HeatBand, 'width'>[],
): readonly SceneText[] {
  const reach = Math.max(0, ...bands.map(({ width }) => width + 1)) - 2;
  const [before, end] = points.slice(-2);
  if (reach <= 0 || !before || !end) return texts;
  const isUpright = before.x === end.x;
  return texts.map((text) => {
    if (!isUpright) return { ...text, y: text.y - reach };
    return { ...text, x: text.x + (text.anchor === 'end' ? -reach : reach) };
  });
}

function strokes(points: readonly Point[], by: number): readonly Rect[] {
  return points.slice(1).map((at, index) => {
    const { x, y, width, height } = spanned(points[index] ?? at, at);
    return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
  });
}

/** What is taken, by columns of the drawing, so that a machine of many links is no square of them. */
class Near {
  readonly #columns = new Map<number, Rect[]>();

  constructor(rects: readonly Rect[]) {
    for (const rect of rects) this.add(rect);
  }

  add(rect: Rect): void {
    for (const column of columnsOf(rect)) {
      const own = this.#columns.get(column);
      if (own) own.push(rect);
      else this.#columns.set(column, [rect]);
    }
  }

  has(rect: Rect): boolean {
    return columnsOf(rect).some((column) =>
      this.#columns.get(column)?.some((each) => intersects(each, rect)),
    );
  }
}

const COLUMN = 256;

function columnsOf({ x, width }: Rect): readonly number[] {
  const first = Math.floor(x / COLUMN);
  const last = Math.floor((x + width) / COLUMN);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
