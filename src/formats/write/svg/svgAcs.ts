import { ACS_SIZE, acsSpots } from '../../../layout/acsSpots.ts';
import type { Scene, SceneBox } from '../../../layout/scene.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { element, escapeXml } from './xml.ts';

/** What is written beside ports about ACS: the bits that redirect, or `?` where they are hidden. */
export type AcsMarks = ReadonlyMap<FunctionId, string>;

/** How the marks of ACS are written. */
export const ACS_TYPE = { 'font-size': ACS_SIZE, 'font-weight': 600, 'word-spacing': 1.5 } as const;

/** The marks of a box's ports. */
export function svgAcs(box: SceneBox, scene: Scene, marks: AcsMarks): string {
  return acsSpots(box, scene)
    .map(({ function: id, x, y, anchor }) => {
      const mark = marks.get(id) ?? '';
      if (mark === '') return '';
      const where = { x, y, 'text-anchor': anchor === 'start' ? undefined : anchor };
      return element('text', { ...where, ...ACS_TYPE }, escapeXml(mark));
    })
    .join('');
}
