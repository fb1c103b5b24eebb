import { hatchPath } from '../../../../layout/mapping/mappingPaths.ts';
import type { MappingScene } from '../../../../layout/mapping/mappingScene.ts';
import { ADDRESS_SPACES } from '../../../../layout/mapping/mappingShown.ts';
import { SPACE_WORDS } from '../../../../layout/mapping/mappingWords.ts';
import { TEXT_SIZES } from '../../../../layout/metrics.ts';
import { textWidth, wrapText } from '../../../../layout/textWidth.ts';
import { SVG_LOOKS, type SvgLook } from '../palette.ts';
import { heldWidth } from '../svgText.ts';
import { element, escapeXml } from '../xml.ts';
import { SPACE_LOOKS, type SpaceLook } from './spaceLooks.ts';
import { svgMapping, svgTag } from './svgMapping.ts';
import { type SvgPageOptions, svgPage } from './svgPage.ts';

export interface MappingPanelSvg {
  /** What sets this one apart from those beside it; not written where it is the only one. */
  readonly title: string;
  /** What came out of this one, in a line below its title. */
  readonly words?: string;
  readonly scene: MappingScene;
}

export interface MappingSvgOptions extends SvgPageOptions {
  /** How many stand in a row, of several; absent: two. */
  readonly perRow?: number;
}

const BETWEEN = 32;

/**
 * What became of a scatterlist as a standalone SVG for a page; several side by side, in rows:
 * hairlines, text as text, legend and footer.
 */
export function mappingSvg(panels: readonly MappingPanelSvg[], options: MappingSvgOptions): string {
  const look = SVG_LOOKS[options.theme];
  const spaces = SPACE_LOOKS[options.theme];
  const isOne = panels.length === 1;
  const perRow = isOne ? 1 : Math.min(options.perRow ?? 2, panels.length);
  const widest = Math.max(...panels.map(({ scene }) => scene.width), 0);
  const width = perRow * widest + (perRow - 1) * BETWEEN;
  let y = isOne ? 0 : 10;
  const drawn: string[] = [];
  for (let at = 0; at < panels.length; at += perRow) {
    const row = panels.slice(at, at + perRow);
    const heads = row.map((panel) => panelHead(panel, look, widest));
    const top = Math.max(...heads.map(({ height }) => height));
    row.forEach(({ scene }, index) => {
      const x = index * (widest + BETWEEN);
      const markup = svgMapping(scene, look, spaces);
      // Where it is the only one it lies at the origin: nothing is moved.
      if (isOne) drawn.push(markup);
      else {
        drawn.push(element('g', { transform: `translate(${x} ${y})` }, heads[index]?.markup ?? ''));
        drawn.push(element('g', { transform: `translate(${x} ${y + top})` }, markup));
      }
    });
    const tallest = Math.max(...row.map(({ scene }) => scene.height));
    y += tallest + (isOne ? 0 : top + BETWEEN);
  }
  const legend = legendOf(panels, look, spaces, { y: y + 8, width });
  return svgPage({ markup: [...drawn, legend.markup], width, bottom: legend.bottom }, options);
}

/** What sets a panel apart, and what came out of it. */
function panelHead({ title, words = '' }: MappingPanelSvg, look: SvgLook, width: number) {
  const titles = wrapText(title, 'title', width * 0.9, 2);
  const lines = words === '' ? [] : wrapText(words, 'caption', width, 2);
  const parts = [
    ...titles.map((line, at) =>
      element('text', { y: 12 + at * 18, 'font-size': 14, 'font-weight': 600 }, escapeXml(line)),
    ),
    ...lines.map((line, at) => {
      const y = titles.length * 18 + 12 + at * 16;
      return element('text', { y, fill: look.quiet }, escapeXml(line));
    }),
  ];
  const height = titles.length * 18 + lines.length * 16 + (lines.length > 0 ? 12 : 6);
  return { markup: parts.join(''), height };
}

interface LegendEntry {
  readonly words: string;
  readonly sign: (x: number, y: number) => string;
}

/** The tags that occur, each with its letter, tint and meaning; hatching, if there is any. */
function legendOf(
  panels: readonly MappingPanelSvg[],
  look: SvgLook,
  spaces: SpaceLook,
  at: { readonly y: number; readonly width: number },
): { readonly markup: string; readonly bottom: number } {
  const used = new Set(panels.flatMap(({ scene }) => scene.tags.map(({ space }) => space)));
  const entries: LegendEntry[] = ADDRESS_SPACES.filter((space) => used.has(space)).map((space) => ({
    words: `${SPACE_WORDS[space].words}: ${SPACE_WORDS[space].meaning}`,
    sign: (x, y) => {
      const rect = { x, y: y - 12, width: 24, height: 16, rx: 2 };
      const frame = element('rect', {
        ...rect,
        fill: spaces.tints[space],
        stroke: spaces.lines[space],
      });
      const tag = { x: x + 4, y: y - 12, width: 16, height: 16 };
      return frame + svgTag({ rect: tag, letter: SPACE_WORDS[space].letter }, look);
    },
  }));
  if (panels.some(({ scene }) => scene.hatches.length > 0)) {
    entries.push({
      words: 'mapped or taken, and no part of the list',
      sign: (x, y) => {
        const rect = { x, y: y - 12, width: 24, height: 16 };
        const frame = element('rect', { ...rect, fill: 'none', stroke: look.outline });
        const d = hatchPath(rect);
        return (
          frame + element('path', { d, fill: 'none', stroke: look.outline, 'stroke-width': 0.5 })
        );
      },
    });
  }
  let x = 0;
  let y = at.y + 14;
  const parts: string[] = [];
  for (const { words, sign } of entries) {
    const whole = 32 + textWidth(words, 'quiet');
    if (x > 0 && x + whole > at.width) {
      x = 0;
      y += 22;
    }
    const values = { x: x + 32, y, 'font-size': TEXT_SIZES.quiet, fill: look.quiet };
    parts.push(
      sign(x, y),
      element('text', { ...values, ...heldWidth(words, 'quiet') }, escapeXml(words)),
    );
    x += whole + 24;
  }
  return { markup: parts.join(''), bottom: entries.length === 0 ? at.y : y + 6 };
}
