import { expect, test } from 'vitest';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { PartKind } from '../../catalogue/part.ts';
import { findCatalogueParts } from './partKinds.ts';
import { sketchLine } from './sketchLine.ts';

const find = (text: string, ...kinds: PartKind[]) =>
  findCatalogueParts(CATALOGUE, { text, kinds: new Set(kinds) });
const idsOf = (sections: ReturnType<typeof find>) =>
  sections.flatMap(({ parts }) => parts.map(({ id }) => id));

test('nothing asked shows all', () => {
  expect(idsOf(find(''))).toHaveLength(CATALOGUE.length);
});

test('all words must match, in name, alias, kind or note, whatever their case', () => {
  expect(idsOf(find('PEX 8747', 'switch'))).toContain('pex8747');
  expect(idsOf(find('generic gpu'))[0]).toBe('gpu');
  expect(find('no such part')).toEqual([]);
});

test('kinds narrow it down', () => {
  const sections = find('', 'gpu', 'slot');
  expect(sections.map(({ kind }) => kind)).toEqual(['gpu', 'slot']);
});

test('the line of a part is its kind and id', () => {
  const line = (kind: PartKind, id: string) => {
    const part = CATALOGUE.find((each) => each.kind === kind && each.id === id);
    return part && sketchLine(part);
  };
  expect(line('gpu', 'gpu')).toBe('gpu');
  expect(line('switch', 'pex8747')).toBe('switch pex8747');
  expect(line('slot', 'slot')).toBe('slot slot0: x16');
});
