import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { eraById, isEraSupported, NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
import { RELEASED_ERAS, UNRELEASED_ERAS } from './eraChoices.ts';
import { kernelChoices } from './kernelChoices.ts';

test('every era in the menu can be judged by, the newest first', () => {
  expect(RELEASED_ERAS[0]).toBe(NEWEST_ACCEPTED_ERA);
  for (const era of [...RELEASED_ERAS, ...UNRELEASED_ERAS]) {
    expect(isEraSupported(eraById(era.id))).toBe(true);
  }
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
