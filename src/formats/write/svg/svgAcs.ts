import { ACS_SIZE, acsSpots } from '../../../layout/acsSpots.ts';
import { TEXT_SIZES } from '../../../layout/metrics.ts';
import type { Scene, SceneBox } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { type Attributes, element, escapeXml } from './xml.ts';

/** What is written beside ports about ACS: the bits that redirect, or `?` where they are hidden. */
export type AcsMarks = ReadonlyMap<FunctionId, string>;

/** The marks of a box's ports. */
export function svgAcs(box: SceneBox, scene: Scene, marks: AcsMarks): string {
  return acsSpots(box, scene)
    .map(({ function: id, x, y, anchor }) => {
      const mark = marks.get(id) ?? '';
      if (mark === '') return '';
      return acsText(mark, { x, y, 'text-anchor': anchor === 'start' ? undefined : anchor });
    })
    .join('');
}

/** More than a blank is wide between bits, so that they are not read as one word. */
const BETWEEN = 1.5;

/** A mark is as wide in whatever face the reader has. */
export function acsWidth(mark: string): number {
  const blanks = mark.split(' ').length - 1;
  return (textWidth(mark, 'count') * ACS_SIZE) / TEXT_SIZES.count + BETWEEN * blanks;
}

export function acsText(mark: string, where: Attributes): string {
  const held = { textLength: acsWidth(mark), lengthAdjust: 'spacingAndGlyphs' };
  const type = { 'font-size': ACS_SIZE, 'font-weight': 600, 'word-spacing': BETWEEN };
  return element('text', { ...where, ...type, ...held }, escapeXml(mark));
}
