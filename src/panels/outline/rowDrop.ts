import type { DropPlace } from '../../build/carried.ts';
import { problemWords } from '../../store/problemWords.ts';
import type { Carry, PartId } from '../../store/state.ts';
import type { RowDrop } from './OutlineLine.tsx';

/**
 * What a line has to say to what is carried: those that take it are lit, and the one that is aimed at
 * says what would be done there, or why not.
 */
export function rowDrop(
  { targets, aim }: Pick<Carry, 'targets' | 'aim'>,
  legal: ReadonlySet<DropPlace>,
  part: PartId,
): RowDrop | null {
  if (targets === null) return null;
  const isAimed = aim === part;
  if (!isAimed) return legal.has(part) ? { kind: 'legal', isAimed, words: null } : null;
  const target = targets.at(part);
  switch (target.kind) {
    case 'legal':
      return { kind: 'legal', isAimed, words: target.drop.words };
    case 'refused':
      return { kind: 'refused', isAimed, words: problemWords(target.problem) };
    case 'home':
      return null;
  }
}
