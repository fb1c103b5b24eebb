import type { SceneSign } from '../../../layout/scene.ts';
import { SIGN_GLYPHS, SIGN_WORDS } from '../../../layout/signGlyphs.ts';
import type { SvgLook } from './palette.ts';
import { svgGlyph } from './svgGlyph.ts';
import { element } from './xml.ts';

const ON_CORNER: ReadonlySet<SceneSign['kind']> = new Set(['pinned', 'locked']);

/** What the user did with a part; on a corner with a ground of its own. */
export function svgSign({ kind, rect }: Pick<SceneSign, 'kind' | 'rect'>, look: SvgLook): string {
  const ground = { rx: 3, fill: look.box, stroke: look.outline, 'stroke-width': 0.75 };
  const title = element('title', {}, SIGN_WORDS[kind]);
  if (!ON_CORNER.has(kind))
    return element('g', {}, title + svgGlyph(SIGN_GLYPHS[kind], rect, look.ink));
  const { x, y, width } = rect;
  const inner = { x: x + 1.5, y: y + 1.5, width: width - 3, height: width - 3 };
  const sign = svgGlyph(SIGN_GLYPHS[kind], inner, look.ink);
  return element('g', {}, title + element('rect', { ...rect, ...ground }) + sign);
}
