import { intersects, spanned } from '../rects.ts';
import type { Direction, Rect, SceneLink } from '../scene.ts';
import { around, grown } from './extents.ts';
import type { Outlined } from './outlinedBoxes.ts';
import type { SceneParts } from './sceneParts.ts';
import { placeOfText } from './TakenPlaces.ts';

/** On either side of a link that is outlined. */
const BESIDE = 4;
/** A line that comes closer to another part than this would run along its border. */
const CLEAR = 8;
/** So much of their width together is above one another in boxes that are alike. */
const ALIKE = 0.75;

interface Lower {
  readonly whole: Outlined;
  readonly link: SceneLink;
}

/**
 * What is outlined of each group, joined: a box and several that hang from it by the rectangle that
 * reaches round those; a box and the one below it by what is between them; else by strips along the
 * links. None of it where other parts are in the way.
 *
 * @param outlined what is outlined of each box
 * @returns these, without what lies within others, and what joins them
 */
export function joined(
  { families, taken }: Pick<SceneParts, 'families' | 'taken'>,
  direction: Direction,
  outlined: readonly (readonly Outlined[])[],
): readonly Outlined[] {
  const joints: Outlined[] = [];
  const covered = new Set<Outlined>();
  const wholeOf = (box: number, group: number) =>
    outlined[box]?.find((one) => one.box !== null && one.group === group);
  for (const family of families) {
    for (const upper of outlined[family.upper] ?? []) {
      const { group } = upper;
      if (!upper.box) continue;
      const lowers = family.lowers.flatMap(({ box, link }): readonly Lower[] => {
        const whole = wholeOf(box, group);
        return whole ? [{ whole, link }] : [];
      });
      if (lowers.length === 0) continue;
      const isClear = (rect: Rect) =>
        taken.hasOnly(rect, (box) => wholeOf(box, group) !== undefined);
      const row = rowBelow(upper.rect, lowers, direction);
      if (row && isClear(row)) {
        joints.push({ group, rect: row, box: null });
        for (const { whole } of lowers) covered.add(whole);
        continue;
      }
      for (const rect of between(upper.rect, lowers, direction, isClear)) {
        joints.push({ group, rect, box: null });
      }
    }
  }
  return [...outlined.flat().filter((one) => !covered.has(one)), ...joints];
}

/** From a box on, as far as the several below it reach; `null` for a single one. */
function rowBelow(upper: Rect, lowers: readonly Lower[], direction: Direction): Rect | null {
  if (lowers.length < 2) return null;
  const row = around(lowers.map(({ whole }) => whole.rect));
  const isDown = direction === 'down';
  const [a, b] = isDown ? [upper, row] : [turned(upper), turned(row)];
  const top = a.y + a.height;
  if (b.y < top || b.x > a.x + a.width || b.x + b.width < a.x) return null;
  const rect = { x: b.x, y: top, width: b.width, height: b.y + b.height - top };
  return isDown ? rect : turned(rect);
}

function between(
  upper: Rect,
  lowers: readonly Lower[],
  direction: Direction,
  isClear: (rect: Rect) => boolean,
): readonly Rect[] {
  const [only] = lowers;
  if (only && lowers.length === 1) {
    const gap = gapBelow(upper, only.whole.rect, direction);
    const isCut = gap && only.link.texts.some((text) => cuts(gap, placeOfText(text)));
    if (gap && isClear(gap)) return isCut ? [] : [gap];
  }
  return lowers.flatMap(({ link: { points } }) => {
    const lines = points.slice(1).map((to, index) => spanned(points[index] ?? to, to));
    return lines.every((line) => isClear(grown(line, CLEAR)))
      ? lines.map((line) => grown(line, BESIDE))
      : [];
  });
}

/**
 * All that is between a box and the one below it: as far as either reaches across where they are
 * much alike, else as far as both do.
 */
function gapBelow(upper: Rect, lower: Rect, direction: Direction): Rect | null {
  if (direction === 'right') {
    const gap = gapBelow(turned(upper), turned(lower), 'down');
    return gap && turned(gap);
  }
  const top = upper.y + upper.height;
  const both = around([upper, lower]);
  const left = Math.max(upper.x, lower.x);
  const right = Math.min(upper.x + upper.width, lower.x + lower.width);
  if (lower.y <= top || right <= left) return null;
  const isAlike = right - left >= ALIKE * both.width;
  const across = isAlike ? both : { x: left, width: right - left };
  return { x: across.x, y: top, width: across.width, height: lower.y - top };
}

/** Whether a side of the rectangle would go through a text. */
function cuts(gap: Rect, text: Rect): boolean {
  return intersects(gap, text) && (text.x < gap.x || text.x + text.width > gap.x + gap.width);
}

function turned({ x, y, width, height }: Rect): Rect {
  return { x: y, y: x, width: height, height: width };
}
