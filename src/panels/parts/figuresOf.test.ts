import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { figuresOf } from './figuresOf.ts';
import { partCaption } from './partCaption.ts';
import { KIND_WORDS } from './partKinds.ts';

describe.each(CATALOGUE.map((part) => [part.kind, part.id, part] as const))(
  '%s %s',
  (_k, _i, part) => {
    const groups = figuresOf(part);

    test('each figure is in words and has a source, or is unknown', () => {
      expect(groups.length).toBeGreaterThan(0);
      for (const { name, values, source } of groups.flatMap(({ rows }) => rows)) {
        expect(name).toMatch(/^\S/);
        if (source === null) expect(values).toEqual([]);
        else expect(source.title).not.toBe('');
        for (const value of values) {
          expect(value, name).not.toBe('');
          expect(value, name).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    });

    test('no name comes twice in a group', () => {
      for (const { rows } of groups) {
        const names = rows.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }
      const titles = groups.map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    });

    test('it is listed under its kind, with a caption', () => {
      expect(KIND_WORDS.map(([kind]) => kind)).toContain(part.kind);
      expect(partCaption(part)).not.toMatch(/undefined|NaN|unknown/);
    });
  },
);
