import type { Check } from '../../engine/check/check.ts';
import type { Rect } from '../../layout/scene.ts';
import type { PartId } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';
import { partOfFunction } from '../state/partOfFunction.ts';
import { rectOfPart } from '../state/rectOfPart.ts';

/** Findings on one part, as a sign on its corner. */
export interface CheckSign {
  /** The part that shows it: of what is hidden, the box that hides it. */
  readonly part: PartId;
  readonly severity: 'error' | 'warning';
  readonly rect: Rect;
  /** What the findings are about: the part, or what it hides. */
  readonly about: readonly PartId[];
  /** `1 error, 2 warnings`. */
  readonly words: string;
}

interface Count {
  readonly rect: Rect;
  readonly about: Set<PartId>;
  errors: number;
  warnings: number;
}

const SIZE = 14;

/**
 * One sign for each part that a finding is about first, on its left edge at the lower corner, where no
 * line ends and no word stands; where ports are below, halfway up. What is merely remarked has none.
 */
export function checkSigns(drawn: Drawn, checks: readonly Check[]): readonly CheckSign[] {
  const counts = new Map<PartId, Count>();
  for (const { severity, parts } of checks) {
    const [about] = parts;
    if (severity === 'note' || about === undefined) continue;
    const part = partOfFunction(drawn, about);
    const rect = rectOfPart(drawn, about);
    if (part === null || !rect) continue;
    const count = counts.get(part) ?? { rect, about: new Set(), errors: 0, warnings: 0 };
    counts.set(part, count);
    count.about.add(about);
    if (severity === 'error') count.errors++;
    else count.warnings++;
  }
  return [...counts].map(([part, { rect, about, errors, warnings }]) => ({
    part,
    about: [...about],
    severity: errors > 0 ? 'error' : 'warning',
    rect: placed(rect, hasPortsBelow(drawn, part)),
    words: [...counted(errors, 'error'), ...counted(warnings, 'warning')].join(', '),
  }));
}

/** Ports on the lower edge have words below them, also beyond the corner. */
function hasPortsBelow({ scene, tree }: Drawn, part: PartId): boolean {
  const what = tree.parts.get(part)?.what;
  const hasPorts = what?.kind === 'frame' || (what?.kind === 'box' && what.box.ports.length > 0);
  return hasPorts && scene.direction === 'down';
}

function placed({ x, y, height }: Rect, isInMiddle: boolean): Rect {
  const middle = y + (isInMiddle ? height / 2 : height);
  return { x: x - SIZE / 2, y: middle - SIZE / 2, width: SIZE, height: SIZE };
}

function counted(count: number, word: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`];
}
