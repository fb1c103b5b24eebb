import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '../formats/write/svg/contrast.testkit.ts';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');

/** `--name: light-dark(#rrggbb, #rrggbb)` as written in the sheet. */
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function colour(name: string, theme: 'light' | 'dark'): string {
  const pair = pairs.get(name);
  if (!pair) throw new Error(`theme.css has no --${name}`);
  return pair[theme];
}

const grounds = ['paper', 'panel', 'field'];
const meanings = ['bus', 'thru', 'never', 'unknown'];
const washes = [...meanings.map((meaning) => `${meaning}-wash`), 'accent-wash'];
const spaces = ['iova', 'bus', 'physical', 'virtual', 'bounce'].map((space) => `space-${space}`);

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const ratio = (front: string, back: string) =>
    contrast(colour(front, theme), colour(back, theme));

  test.each(['ink', 'ink-quiet', 'accent', ...meanings.map((meaning) => `${meaning}-ink`)])(
    '%s is readable on every ground',
    (front) => {
      for (const back of grounds) expect(ratio(front, back), back).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('ink is readable on every tint, each meaning on its own', () => {
    for (const back of [...washes, ...spaces]) {
      expect(ratio('ink', back), back).toBeGreaterThanOrEqual(7);
    }
    for (const meaning of meanings) {
      expect(ratio(`${meaning}-ink`, `${meaning}-wash`), meaning).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(['outline', ...meanings, ...spaces.map((space) => `${space}-line`)])(
    '%s can be seen as a stroke',
    (front) => {
      for (const back of grounds) expect(ratio(front, back), back).toBeGreaterThanOrEqual(3);
    },
  );
});
