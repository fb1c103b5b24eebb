import { type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import type { Change } from '../../../build/change.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { generationName } from '../../../model/linkState.ts';
import type { LinkState } from '../../../model/registers.ts';

/** The two figures of a link. */
export type LinkFigure = 'gts' | 'width';

/** Generations 1 to 7; links of 12 and 32 lanes have not been built for a long time. */
const USUAL: Readonly<Record<LinkFigure, readonly number[]>> = {
  gts: [2.5, 5, 8, 16, 32, 64, 128],
  width: [1, 2, 4, 8, 16],
};

/** What to choose from: the usual figures up to `most`, and the present one whatever it is. */
export function linkChoices(
  figure: LinkFigure,
  now: OrUnknown<number>,
  most: number = Number.POSITIVE_INFINITY,
): readonly number[] {
  const choices = USUAL[figure].filter((value) => value <= most);
  if (now === UNKNOWN || choices.includes(now)) return choices;
  return [...choices, now].sort((a, b) => a - b);
}

export function figureWords(figure: LinkFigure, value: number): string {
  if (figure === 'gts') return generationName(value);
  return value === 0 ? 'down' : `x${value}`;
}

/** The most that a figure can be between two ends; of an end that does not say, nothing follows. */
export function mostOf(figure: LinkFigure, ends: readonly (OrUnknown<LinkState> | null)[]): number {
  const known = ends.flatMap((end) =>
    end === null || end === UNKNOWN || end[figure] === UNKNOWN ? [] : [end[figure]],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...known);
}

/** Sets one figure of what an end can do, or of what both ends trained to; the other stays. */
export function linkChange(
  port: FunctionId,
  which: 'capable' | 'current',
  figure: LinkFigure,
  value: number,
): Change {
  const state: LinkState = { gts: UNKNOWN, width: UNKNOWN, [figure]: value };
  return { kind: 'link', port, capable: null, current: null, [which]: state };
}
