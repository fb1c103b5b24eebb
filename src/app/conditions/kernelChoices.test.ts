import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { ERAS, eraById, NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
import { ERA_GROUPS, eraWords } from './eraChoices.ts';
import { kernelChoices } from './kernelChoices.ts';

test('the menu has every era once, the newest first', () => {
  const all = ERA_GROUPS.flatMap(({ eras }) => eras);
  expect(all[0]).toBe(NEWEST_ACCEPTED_ERA);
  expect(new Set(all)).toEqual(new Set(ERAS));
  expect(all).toHaveLength(ERAS.length);
});

test('each era says how it is known', () => {
  expect(eraWords(eraById('6.12'))).toMatch(/^Linux 6\.12 \(6\.12\.117\) · .*run$/);
  expect(eraWords(eraById('6.0'))).toBe('Linux 6.0 · from source');
  expect(eraWords(eraById('rfc-2017'))).toBe('RFC 2017: p2pmem, same switch · from lists');
});

test('the kernel of the input comes first, unknown stays a choice', () => {
  const choices = kernelChoices('6.12.15-amd64', '6.12.15-amd64');
  expect(choices).toMatchObject({
    fromInput: { kernel: '6.12.15-amd64', words: '6.12.15-amd64, from the input' },
    other: null,
    chosen: '6.12.15-amd64',
  });
  expect(choices.assumed).toMatch(/^Linux .*, assumed$/);
});

test('an era that was chosen is no other kernel', () => {
  expect(kernelChoices('5.4', '6.12.15-amd64')).toMatchObject({ other: null, chosen: '5.4' });
  expect(kernelChoices('5.4', '5.4').fromInput).toBeNull();
});

test('a kernel from elsewhere is shown as what it is', () => {
  expect(kernelChoices('6.1.0-18', UNKNOWN)).toMatchObject({
    fromInput: null,
    other: { kernel: '6.1.0-18', words: '6.1.0-18' },
  });
});

test('a kernel that cannot be judged says by what it is judged', () => {
  expect(kernelChoices('3.10.0', '3.10.0').fromInput?.words).toBe(
    `3.10.0 (judged as ${NEWEST_ACCEPTED_ERA.title}), from the input`,
  );
});
