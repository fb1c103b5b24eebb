import { expect, test } from 'vitest';
import type { FlowId } from '../../model/ids.ts';
import { nextComputed } from './nextWanted.ts';

const flows = Array.from({ length: 9 }, (_, at) => `f${at}` as FlowId);

test('of many flows only those are computed that are asked for and are there', () => {
  expect(nextComputed(['f7', 'f1', 'gone'] as FlowId[], flows)).toEqual(['f1', 'f7']);
  expect(nextComputed([], flows)).toEqual([]);
  expect(nextComputed('all', flows)).toBe('all');
});

test('of few flows all are', () => {
  expect(nextComputed([], flows.slice(1))).toBe('all');
});
