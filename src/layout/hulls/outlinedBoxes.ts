import type { Rect, SceneBox } from '../scene.ts';
import { grown } from './extents.ts';
import type { BoxPart } from './sceneParts.ts';

/** A rectangle that an outline goes round. */
export interface Outlined {
  /** Its index among the groups. */
  readonly group: number;
  readonly rect: Rect;
  /** The box that it stands for as a whole; `null` for a port, a mark or what joins boxes. */
  readonly box: SceneBox | null;
}

/**
 * How far from the part: of a box nearer than the words on a link that ends there. Two ports side by
 * side touch: of one group, they have one outline.
 */
const BESIDE = { box: 4, port: 2, mark: 2 } as const;

/**
 * What of the groups' members there is to outline in each box.
 *
 * @param groups the group's index of each function by its number; -1 where it is in none
 */
export function outlinedBoxes(
  parts: readonly BoxPart[],
  groups: Int32Array,
): readonly (readonly Outlined[])[] {
  return parts.map((part) => {
    const { box, functions, ports } = part;
    const group = groups[functions[0] ?? ports[0] ?? -1] ?? -1;
    const isOf = (number: number) => groups[number] === group;
    if (!functions.every(isOf) || !ports.every(isOf)) return shared(part, groups);
    return group < 0 ? NOTHING : [{ group, rect: grown(box.rect, BESIDE.box), box }];
  });
}

const NOTHING: readonly Outlined[] = [];

/** A box of several groups, or of which some functions are in none. */
function shared({ box, functions, ports }: BoxPart, groups: Int32Array): readonly Outlined[] {
  const found: Outlined[] = [];
  const hasMarks = box.marks.length > 0;
  const numberOf = new Map(box.functions.map((id, index) => [id, functions[index] ?? -1]));
  const small = [
    ...box.ports.map(({ rect }, index) => ({ rect, number: ports[index] ?? -1 })),
    ...box.marks.map((mark) => ({ rect: mark.rect, number: numberOf.get(mark.function) ?? -1 })),
  ];
  const beside = hasMarks ? BESIDE.mark : BESIDE.port;
  let within = 0;
  for (const group of new Set([...functions, ...ports].map((number) => groups[number] ?? -1))) {
    if (group < 0) continue;
    const own = small.filter(({ number }) => groups[number] === group);
    for (const { rect } of own) found.push({ group, rect: grown(rect, beside), box: null });
    const shown = new Set(own.map(({ number }) => number));
    // What has neither port nor mark can only be outlined as the box it is in.
    const isToldApart = functions.every((number) => groups[number] !== group || shown.has(number));
    if (hasMarks || isToldApart) continue;
    // Several groups on one card: one outline inside the other.
    const rect = grown(box.rect, Math.max(1, BESIDE.box - 2 * within));
    found.push({ group, rect, box });
    within++;
  }
  return found;
}
