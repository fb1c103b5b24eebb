import { wrapText } from '../../../../layout/textWidth.ts';
import { FACES, SVG_LOOKS, type SvgLook, type SvgTheme } from '../palette.ts';
import { heldWidth } from '../svgText.ts';
import { attributes, element, escapeXml } from '../xml.ts';

/** What stands around a picture on a page. */
export interface SvgPageOptions {
  /** The list and who uses it. */
  readonly title: string;
  /** What came out, in a sentence. */
  readonly words: string;
  readonly theme: SvgTheme;
  readonly ground: 'paper' | 'transparent';
  /** Machine, kernel and conditions, client: a line each. */
  readonly footer: readonly string[];
}

/** What is drawn, from the origin on. */
export interface SvgBody {
  readonly markup: readonly string[];
  readonly width: number;
  readonly bottom: number;
}

const MARGIN = 24;

/** A standalone SVG for a page: the title above, the footer below, and the picture between. */
export function svgPage({ markup, width, bottom }: SvgBody, options: SvgPageOptions): string {
  const look = SVG_LOOKS[options.theme];
  const head = headOf(options, look, width);
  const footer = footerOf(options, look, { y: bottom + 12, width });
  const box = {
    x: -MARGIN,
    y: -head.height - MARGIN,
    width: width + 2 * MARGIN,
    height: Math.ceil(footer.bottom + head.height + 2 * MARGIN),
  };
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width: box.width,
    height: box.height,
    viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`,
    role: 'img',
    'aria-labelledby': 'title desc',
    'font-family': FACES.words,
    'font-size': 12,
    fill: look.ink,
  });
  return [
    `<svg${root}>`,
    element('title', { id: 'title' }, escapeXml(options.title)),
    element('desc', { id: 'desc' }, escapeXml(options.words)),
    options.ground === 'paper' ? element('rect', { ...box, fill: look.ground }) : '',
    head.markup,
    ...markup,
    footer.markup,
    '</svg>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function headOf({ title, words }: SvgPageOptions, look: SvgLook, width: number) {
  const lines = wrapText(words, 'caption', width, 3);
  const height = 24 + lines.length * 16 + 8;
  const parts = [
    element(
      'text',
      { x: 0, y: -height + 14, 'font-size': 16, 'font-weight': 600 },
      escapeXml(title),
    ),
    ...lines.map((line, at) =>
      element(
        'text',
        { x: 0, y: -height + 34 + at * 16, fill: look.quiet, ...heldWidth(line, 'caption') },
        escapeXml(line),
      ),
    ),
  ];
  return { markup: parts.join(''), height };
}

function footerOf(
  { footer }: SvgPageOptions,
  look: SvgLook,
  at: { readonly y: number; readonly width: number },
): { readonly markup: string; readonly bottom: number } {
  const line = { x1: 0, y1: at.y, x2: at.width, y2: at.y, stroke: look.hairline };
  const parts = [element('line', line)];
  let y = at.y;
  for (const text of footer.flatMap((each) => wrapText(each, 'caption', at.width, 4))) {
    y += 16;
    const values = { x: 0, y: y + 2, fill: look.quiet, ...heldWidth(text, 'caption') };
    parts.push(element('text', values, escapeXml(text)));
  }
  return { markup: parts.join(''), bottom: y + 4 };
}
