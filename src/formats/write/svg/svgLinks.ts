import { linkWeight } from '../../../layout/linkWeight.ts';
import type { Point, SceneLink, SceneTie } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import type { SvgLook } from './palette.ts';
import { titled } from './svgBoxes.ts';
import { svgSign } from './svgSign.ts';
import { svgText } from './svgText.ts';
import { element } from './xml.ts';

/** A link as wide as its lanes; a bus inside a box as a hairline; one that is down as dots. */
export function svgLink(link: SceneLink, look: SvgLook, isLit = false): string {
  const isLink = link.kind === 'link';
  const stroke = isLink ? look.link : look.outline;
  const line = element('polyline', {
    points: corners(link.points),
    fill: 'none',
    // The stroke of a verdict lies upon it, and is to be read through its gaps.
    stroke: isLit ? look.hairline : stroke,
    'stroke-width': isLink ? linkWeight(link.isDown ? null : link.lanes) : 1,
    'stroke-dasharray': link.isDown ? '2 3' : undefined,
    'stroke-linejoin': 'round',
  });
  const texts = link.texts.map((text) =>
    svgText(text, look, link.isDegraded && text.role === 'link' ? look.ink : undefined),
  );
  const signs = (link.signs ?? []).map((sign) => svgSign(sign, look));
  return titled(
    link.title,
    line + texts.join('') + signs.join('') + (link.isDegraded ? degradedMark(link, look) : ''),
  );
}

/** A line beside the tree: thin, and dashed where nothing is computed for it. */
export function svgTie(tie: SceneTie, look: SvgLook): string {
  const line = element('polyline', {
    points: corners(tie.points),
    fill: 'none',
    stroke: look.link,
    'stroke-width': 1.25,
    'stroke-dasharray': tie.isModelled ? undefined : '6 3 1.5 3',
  });
  return titled(tie.title, line + tie.texts.map((text) => svgText(text, look)).join(''));
}

export function corners(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

/** A small triangle standing on its tip, behind the words: less than it could be. */
function degradedMark({ texts }: SceneLink, look: SvgLook): string {
  const text = texts.find(({ role }) => role === 'link');
  if (!text) return '';
  const width = textWidth(text.text, 'link');
  const x = text.anchor === 'end' ? text.x - width - 11 : text.x + width + 3;
  return degradedSign(x, text.y, look);
}

export function degradedSign(x: number, y: number, look: SvgLook): string {
  return element('path', { d: `M${x} ${y - 7}h7l-3.5 6.5Z`, fill: look.ink });
}
