import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const theme = readFileSync(new URL('../../app/theme.css', import.meta.url), 'utf8');

/** Light and dark value of a custom property. */
function hues(name: string): readonly string[] {
  return new RegExp(`${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(theme)?.slice(1) ?? ['', ''];
}

test.each([
  ['direct', '--bus'],
  ['via-host', '--thru'],
  ['refused', '--never'],
  ['unknown', '--unknown'],
])('the picture of %s has the hue of the theme', (picture, property) => {
  for (const [index, look] of ['light', 'dark'].entries()) {
    const svg = readFileSync(new URL(`./glyphs/${picture}-${look}.svg`, import.meta.url), 'utf8');
    expect(svg).toContain(`stroke="${hues(property)[index]}"`);
  }
});
