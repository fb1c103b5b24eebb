import { byteRate } from '../../base/byteRate.ts';
import { textWidth } from '../../layout/textWidth.ts';
import { grown } from '../rects.ts';
import { flowLook } from './flowLook.ts';
import { type DrawnFlow, type FlowsDrawing, MOST_LOOKED } from './flowsDrawing.ts';
import { type FlowTag, type FlowTagLine, TAG_LINE, TAG_PAD } from './flowTag.ts';

const AIR = 1.05;
/** More would lie over one another. */
export const MOST_TAGGED = 16;
/** So many letters of names stand in one line, then a count of the others. */
const MOST_LETTERS = 24;

/**
 * What flows get, in words where their data arrive: one tag there, and one for each that is looked at. Flows
 * that get the same share a line.
 */
export function flowTags(drawing: FlowsDrawing): readonly FlowTag[] {
  const { ways } = drawing;
  const looked = ways.filter(({ isLooked }) => isLooked);
  // Of a large group the links tell, and the panel has the list.
  if (looked.length > MOST_LOOKED) return [];
  const shown = ways.length > MOST_TAGGED ? looked : ways;
  // The one that is looked at has the best place.
  const ordered = shown.toSorted((a, b) => Number(b.isLooked) - Number(a.isLooked));
  const tags = together(ordered, (way) => [way.receiver, way.isLooked, whyOf(way)].join('\n'));
  return tags.flatMap((ended): readonly FlowTag[] => {
    const [way] = ended;
    if (!way) return [];
    const lines = together(ended, figureOf).flatMap(lineOf);
    const why = whyOf(way);
    const widths = lines.map(({ title }) => textWidth(title, 'title'));
    const widest = Math.max(...widths, why ? textWidth(why, 'caption') : 0);
    return [
      {
        key: way.key,
        lines,
        look: flowLook(way, drawing),
        why,
        at: way.at.width > 0 ? way.at : grown(way.at, 1),
        width: Math.ceil(AIR * widest + 2 * TAG_PAD),
        height: (lines.length + (why ? 1 : 0)) * TAG_LINE + TAG_PAD,
        sides: ['foot', 'below', 'right', 'above', 'left'],
      },
    ];
  });
}

/** In their order, those with the same key together. */
function together(
  ways: readonly DrawnFlow[],
  keyOf: (way: DrawnFlow) => string,
): readonly (readonly DrawnFlow[])[] {
  const found = new Map<string, DrawnFlow[]>();
  for (const way of ways) {
    const same = found.get(keyOf(way));
    if (same) same.push(way);
    else found.set(keyOf(way), [way]);
  }
  return [...found.values()];
}

function lineOf(same: readonly DrawnFlow[]): readonly FlowTagLine[] {
  const [way] = same;
  if (!way) return [];
  const names = [...new Set(same.map(({ flow }) => flow.title))];
  const each = names.length > 1 && !way.isRefused ? ' each' : '';
  return [{ way, title: `${listed(names)}: ${figureOf(way)}${each}` }];
}

function figureOf({ flow, stream, isRefused }: DrawnFlow): string {
  if (isRefused) return 'refused';
  const rate = stream.bytesPerSecond;
  if (rate === null) return 'rate not known';
  return `${flow.isUpperBound ? '≤ ' : ''}${byteRate(rate)}`;
}

function whyOf({ isLooked, flow, stream }: DrawnFlow): string | null {
  const held = stream.limit ?? flow.limit;
  return isLooked && held ? `held back by ${held.where}` : null;
}

/** `f0, f1, f2`; from many the first, and how many more. */
function listed(names: readonly string[]): string {
  const all = names.join(', ');
  if (all.length <= MOST_LETTERS || names.length < 2) return all;
  const first = names.findLastIndex(
    (_, at) => names.slice(0, at + 1).join(', ').length <= MOST_LETTERS,
  );
  const shown = Math.max(1, first + 1);
  return `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;
}
