import { expect, test } from 'vitest';
import type { DropTarget } from '../../build/carried.ts';
import type { FunctionId } from '../../model/ids.ts';
import { rowDrop } from './rowDrop.ts';

const [free, full, own] = ['free', 'full', 'own'] as [FunctionId, FunctionId, FunctionId];
const drop = { title: 'move gpu0 to free', words: 'below free', changes: [] };
const problem = { severity: 'error', text: 'full has no port left.', hint: 'Choose another.' };
const answers: Readonly<Record<string, DropTarget>> = {
  free: { kind: 'legal', drop },
  full: { kind: 'refused', problem: problem as never },
  own: { kind: 'home' },
};
const targets = {
  legal: [free],
  at: (place: string) => answers[place] ?? { kind: 'home' as const },
};
const said = (part: FunctionId, aim: FunctionId | null) =>
  rowDrop({ targets, aim }, new Set(targets.legal), part);

test('lines that take it are lit; others say nothing until the hand is on them', () => {
  expect(said(free, null)).toEqual({ kind: 'legal', isAimed: false, words: null });
  expect(said(full, null)).toBeNull();
});

test('the line below the hand says what would be done, or why not', () => {
  expect(said(free, free)).toMatchObject({ isAimed: true, words: 'below free' });
  expect(said(full, full)).toMatchObject({
    kind: 'refused',
    words: 'full has no port left. Choose another.',
  });
  expect(said(own, own)).toBeNull();
});

test('until places are known nothing is lit', () => {
  expect(rowDrop({ targets: null, aim: free }, new Set(), free)).toBeNull();
});
