import type { DrawnHeat } from '../../../layout/flows/heatOf.ts';
import type { GroupHull } from '../../../layout/groupHulls.ts';
import { linkWeight } from '../../../layout/linkWeight.ts';
import { TEXT_SIZES } from '../../../layout/metrics.ts';
import { type Scene, SIGN_KINDS, type SignKind } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import { heatEntries } from './heatEntries.ts';
import { type SvgLook, VERDICT_SIGNS } from './palette.ts';
import { type AcsMarks, acsText, acsWidth } from './svgAcs.ts';
import { behind } from './svgBoxes.ts';
import { hullLine } from './svgHulls.ts';
import { degradedSign } from './svgLinks.ts';
import type { SvgPair } from './svgPair.ts';
import { svgSign } from './svgSign.ts';
import { heldWidth } from './svgText.ts';
import { element, escapeXml } from './xml.ts';

interface Entry {
  readonly words: string;
  readonly width: number;
  readonly sign: (x: number, y: number) => string;
}

const ROW = 20;

interface Shown {
  readonly pair: SvgPair | null;
  readonly acs: AcsMarks;
  readonly hulls?: readonly GroupHull[];
  readonly heat?: DrawnHeat | null;
}

/** What the signs mean, of those that occur; from `x` on, wrapped to `width`. */
export function svgLegend(
  scene: Scene,
  shown: Shown,
  look: SvgLook,
  at: { readonly x: number; readonly y: number; readonly width: number },
): { readonly markup: string; readonly height: number } {
  const parts: string[] = [];
  let x = at.x;
  let y = at.y + 14;
  for (const { words, width, sign } of entries(scene, shown, look)) {
    const whole = width + 6 + textWidth(words, 'quiet');
    if (x > at.x && x + whole > at.x + at.width) {
      x = at.x;
      y += ROW;
    }
    const values = { x: x + width + 6, y, 'font-size': TEXT_SIZES.quiet, fill: look.quiet };
    const held = heldWidth(words, 'quiet');
    parts.push(sign(x, y - 4), element('text', { ...values, ...held }, escapeXml(words)));
    x += whole + 20;
  }
  return parts.length === 0
    ? { markup: '', height: 0 }
    : { markup: parts.join(''), height: y - at.y + 6 };
}

function entries(
  scene: Scene,
  { pair, acs, hulls = [], heat = null }: Shown,
  look: SvgLook,
): readonly Entry[] {
  const { links, boxes } = scene;
  const found: Entry[] = [];
  if (pair) {
    const { dash, words } = VERDICT_SIGNS[pair.verdict];
    const { stroke } = look.verdicts[pair.verdict];
    const round = pair.verdict === 'NOT_SUPPORTED' ? 'round' : undefined;
    const more = { 'stroke-dasharray': dash, 'stroke-linecap': round };
    found.push({ words, width: 40, sign: (x, y) => stretch(x, y, 40, stroke, 3, more) });
  }
  const real = links.filter(({ kind, isDown }) => kind === 'link' && !isDown);
  const lanes = new Set(real.flatMap((link) => (link.lanes === null ? [] : [link.lanes])));
  for (const count of [...lanes].sort((a, b) => a - b)) {
    const weight = linkWeight(count);
    found.push({
      words: `x${count}`,
      width: 20,
      sign: (x, y) => stretch(x, y, 20, look.link, weight),
    });
  }
  if (links.some((link) => link.isDegraded)) {
    found.push({
      words: 'below what both ends could do',
      width: 7,
      sign: (x, y) => degradedSign(x, y + 4, look),
    });
  }
  if (links.some((link) => link.isDown)) {
    const dots = { 'stroke-dasharray': '2 3' };
    found.push({
      words: 'link down',
      width: 20,
      sign: (x, y) => stretch(x, y, 20, look.link, 1.25, dots),
    });
  }
  if (links.some(({ kind, upper }) => kind === 'internal' && upper !== null)) {
    found.push({
      words: scene.drawing === 'functions' ? 'bus inside a part' : 'conventional bus',
      width: 20,
      sign: (x, y) => stretch(x, y, 20, look.outline, 1),
    });
  }
  if (boxes.some(({ marks }) => marks.length > 0)) {
    const size = { width: 8, height: 8, fill: look.outline };
    found.push({
      words: 'an integrated function',
      width: 8,
      sign: (x, y) => element('rect', { x, y: y - 4, ...size }),
    });
  }
  if (boxes.some(({ stack }) => stack !== undefined)) {
    const card = { width: 14, height: 9, fill: look.box, stroke: look.outline };
    found.push({
      words: 'devices that are alike, as one card',
      width: 22,
      sign: (x, y) => {
        const rect = { x, y: y - 4, width: 14, height: 9 };
        return behind(rect, look) + element('rect', { ...card, x, y: y - 4 });
      },
    });
  }
  const signs = new Set(
    [...boxes, ...scene.frames, ...scene.links].flatMap((each) =>
      (each.signs ?? []).map(({ kind }) => kind),
    ),
  );
  for (const kind of SIGN_KINDS.filter((each) => signs.has(each))) {
    const size = { width: 12, height: 12 };
    found.push({
      words: SIGN_MEANINGS[kind],
      width: 12,
      sign: (x, y) => svgSign({ kind, rect: { x, y: y - 6, ...size } }, look),
    });
  }
  if (hulls.length > 0) {
    const { stroke, 'stroke-width': width, ...dash } = hullLine(look);
    found.push({
      words: 'an IOMMU group with several members',
      width: 24,
      sign: (x, y) => stretch(x, y, 24, stroke, width, dash),
    });
  }
  if (heat && !pair) found.push(...heatEntries(heat, look));
  const marks = new Set(acs.values());
  const bits = ['RR', 'CR', 'EC'].filter((bit) =>
    [...marks].some((mark) => mark.split(' ').includes(bit)),
  );
  if (bits.length > 0) found.push(written(bits.join(' '), 'ACS bits that redirect'));
  if (marks.has('?')) found.push(written('?', 'ACS bits not shown'));
  return found;
}

const SIGN_MEANINGS: Readonly<Record<SignKind, string>> = {
  collapsed: 'collapsed: more below',
  pinned: 'pinned in its place',
  locked: 'locked against changes',
  note: 'a note',
};

/** A sign that is itself letters, as they stand beside a port. */
function written(sign: string, words: string): Entry {
  return {
    words,
    width: Math.ceil(acsWidth(sign)),
    sign: (x, y) => acsText(sign, { x, y: y + 4 }),
  };
}

function stretch(
  x: number,
  y: number,
  length: number,
  stroke: string,
  width: number,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const ends = { x1: x, y1: y, x2: x + length, y2: y };
  return element('line', { ...ends, stroke, 'stroke-width': width, ...more });
}
