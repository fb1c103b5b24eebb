import type { DrawnHeat } from '../../layout/flows/heatOf.ts';
import type { GroupHull } from '../../layout/groupHulls.ts';
import { TEXT_SIZES } from '../../layout/metrics.ts';
import type { Scene, SceneBox } from '../../layout/scene.ts';
import { textWidth } from '../../layout/textWidth.ts';
import { holds } from './svg/holds.ts';
import { FACES, SVG_LOOKS, type SvgLook, type SvgTheme } from './svg/palette.ts';
import { type AcsMarks, svgAcs } from './svg/svgAcs.ts';
import { svgBox, svgFrame } from './svg/svgBoxes.ts';
import { svgHeat, svgHeatTexts } from './svg/svgHeat.ts';
import { svgHulls } from './svg/svgHulls.ts';
import { svgLegend } from './svg/svgLegend.ts';
import { svgLink, svgTie } from './svg/svgLinks.ts';
import { type SvgPair, svgPair } from './svg/svgPair.ts';
import { svgText } from './svg/svgText.ts';
import { attributes, element, escapeXml } from './svg/xml.ts';

export interface SvgOptions {
  /** The machine's name. */
  readonly title: string;
  /** Its colours are fixed in the picture, whatever the reader's system prefers. */
  readonly theme: SvgTheme;
  /** Transparent: for laying it upon paper of its own look. */
  readonly ground: 'paper' | 'transparent';
  /** Kernel, CPU, and what was assumed: a line each. Empty where nothing was judged. */
  readonly conditions: readonly string[];
  readonly pair: SvgPair | null;
  /** Of ports that redirect or may. */
  readonly acs: AcsMarks;
  /** Outlines round IOMMU groups. */
  readonly hulls?: readonly GroupHull[];
  /** What links carry; left out while a pair is shown, which has the picture to itself. */
  readonly heat?: DrawnHeat | null;
}

const LINE = 16;
const LEAST_WIDTH = 480;
/** What is not on the way of a pair steps back. */
const BACK = 0.35;

/** A drawing as a standalone SVG for a page: hairlines, text as text, legend and footer. */
export function writeSvg(scene: Scene, options: SvgOptions): string {
  const { bounds } = scene;
  const look = SVG_LOOKS[options.theme];
  const width = Math.max(bounds.width, LEAST_WIDTH);
  const inner = { x: bounds.x + 24, width: width - 48 };
  const bottom = bounds.y + bounds.height;
  const legend = svgLegend(scene, options, look, { ...inner, y: bottom });
  const footer = footerOf(options, look, { ...inner, y: bottom + legend.height + 12 });
  const height = bounds.height + legend.height + footer.height + 28;
  const description = options.pair?.words ?? describe(scene);
  const box = { x: bounds.x, y: bounds.y, width, height };
  const head = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`,
    role: 'img',
    'aria-labelledby': 'title desc',
    'font-family': FACES.words,
    'font-size': TEXT_SIZES.title,
    fill: look.ink,
  });
  return [
    `<svg${head}>`,
    element('title', { id: 'title' }, escapeXml(options.title)),
    element('desc', { id: 'desc' }, escapeXml(description)),
    options.ground === 'paper' ? element('rect', { ...box, fill: look.ground }) : '',
    ...drawing(scene, options, look),
    ...scene.texts.map((text) => svgText(text, look)),
    options.heat && !options.pair ? svgHeatTexts(options.heat, look) : '',
    svgHulls(options.hulls ?? [], look),
    options.pair ? svgPair(scene, options.pair, look) : '',
    legend.markup,
    footer.markup,
    '</svg>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Frames, links, boxes; with a pair, what is off its way behind what is on it. */
function drawing(scene: Scene, { pair, acs, heat }: SvgOptions, look: SvgLook): readonly string[] {
  // Where a flag says it, the mark would stand beneath.
  const flagged = new Set(pair?.redirecting);
  const marks = new Map([...acs].filter(([id]) => !flagged.has(id)));
  const boxOf = (box: SceneBox) => svgBox(box, look) + svgAcs(box, scene, marks);
  if (!pair) {
    const links = scene.links.map((link) =>
      svgLink({ ...link, texts: heat?.moved.get(link.key) ?? link.texts }, look),
    );
    const ties = scene.ties.map((tie) => svgTie(tie, look));
    return [
      ...scene.frames.map((frame) => svgFrame(frame, look)),
      ...ties,
      ...links,
      heat ? svgHeat(heat, look) : '',
      ...scene.boxes.map(boxOf),
    ];
  }
  const isOn = (box: SceneBox) => pair.way.boxes.has(box.key);
  const lit = scene.boxes.filter(isOn);
  // In their order: a socket's frame is the ground of those within it.
  const frames = scene.frames.map((frame) => {
    const isOnFrame = lit.some(({ rect }) => holds(frame.rect, rect));
    return isOnFrame
      ? svgFrame(frame, look)
      : element('g', { opacity: BACK }, svgFrame(frame, look));
  });
  const back = [
    ...scene.ties.map((tie) => svgTie(tie, look)),
    ...scene.links.filter(({ key }) => !pair.way.links.has(key)).map((link) => svgLink(link, look)),
    ...scene.boxes.filter((box) => !isOn(box)).map(boxOf),
  ];
  return [
    ...frames,
    element('g', { opacity: BACK }, back.join('\n')),
    ...scene.links
      .filter(({ key }) => pair.way.links.has(key))
      .map((link) => svgLink(link, look, true)),
    ...lit.map(boxOf),
  ];
}

function footerOf(
  options: SvgOptions,
  look: SvgLook,
  at: { readonly x: number; readonly y: number; readonly width: number },
): { readonly markup: string; readonly height: number } {
  const parts: string[] = [];
  let y = at.y;
  const end = at.x + at.width;
  parts.push(element('line', { x1: at.x, y1: y, x2: end, y2: y, stroke: look.hairline }));
  const say = (text: string, weight: number | undefined, fill: string) => {
    for (const line of wrapped(text, at.width)) {
      y += LINE;
      const values = { x: at.x, y: y + 2, 'font-size': 12, 'font-weight': weight, fill };
      parts.push(element('text', values, escapeXml(line)));
    }
  };
  say(options.title, 600, look.ink);
  const { pair } = options;
  if (pair) say(pair.words, 600, look.verdicts[pair.verdict].ink);
  for (const line of options.conditions) say(line, undefined, look.quiet);
  return { markup: parts.join(''), height: y - at.y + 4 };
}

/** Words in lines of a width. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.slice(0, 1000).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, 'caption') > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function describe(scene: Scene): string {
  const hosts = scene.frames.filter(({ kind }) => kind === 'host-bridge').length;
  const devices = scene.boxes.filter(({ kind }) => kind === 'device').length;
  const switches = scene.boxes.filter(({ kind }) => kind === 'switch').length;
  const parts = [
    [hosts, 'host bridge', 'host bridges'],
    [switches, 'switch', 'switches'],
    [devices, 'device', 'devices'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(', ');
}
