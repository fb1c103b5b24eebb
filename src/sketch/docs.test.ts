import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attributesOf } from './attributes.ts';
import { NODE_KINDS } from './kinds.ts';
import { readSketch } from './readSketch.ts';
import { STATEMENTS } from './statements.ts';

const page = readFileSync(new URL('../../docs/sketch.md', import.meta.url), 'utf8');

describe('the page of the format', () => {
  test('its example is read without a problem', () => {
    const [, example = ''] = /```\n([\s\S]*?)```/.exec(page) ?? [];
    expect(example).toContain('machine "demo target"');
    expect(readSketch(example, null).problems).toEqual([]);
  });

  test.each([...NODE_KINDS])('says what %s is', (kind) => {
    expect(page).toMatch(new RegExp(`\`${kind}[\` ]`));
  });

  test.each(STATEMENTS.map(({ word }) => word))('says what %s is', (word) => {
    expect(page).toMatch(new RegExp(`\`${word}[ ]`));
  });

  test('has every attribute', () => {
    const missing = NODE_KINDS.flatMap((kind) => [...attributesOf(kind).values()]).filter(
      ({ name, form }) => {
        const word = form === 'value' ? `${name}=` : form === 'suffix' ? `${name}N` : name;
        return !page.includes(`\`${word}\``) && !page.includes(`\`${word}`);
      },
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
