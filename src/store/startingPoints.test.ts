import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { comesWithPage, STARTING_POINTS, sourceOf, startingPoint } from './startingPoints.ts';
import { TEMPLATES } from './templates.ts';

test.each([...STARTING_POINTS, ...TEMPLATES])('$title lies among the data', ({ file }) => {
  expect(existsSync(new URL(`../../data/${file}`, import.meta.url))).toBe(true);
});

test('an origin tells examples, templates and what people bring apart', () => {
  expect(STARTING_POINTS.map(sourceOf)).toEqual(STARTING_POINTS.map(() => 'the example'));
  expect(sourceOf(TEMPLATES[3])).toBe('the template “JBOF with cascaded switches”');
  for (const point of [...STARTING_POINTS, ...TEMPLATES]) {
    expect(comesWithPage(sourceOf(point))).toBe(true);
  }
  for (const source of ['machine.txt', 'pasted text', null, undefined]) {
    expect(comesWithPage(source)).toBe(false);
  }
});

test('each is found by its id', async () => {
  for (const point of [...STARTING_POINTS, ...TEMPLATES]) {
    expect(await startingPoint(point.id)).toBe(point);
  }
});
