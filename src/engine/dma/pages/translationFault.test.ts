import { expect, test } from 'vitest';
import { translationFault } from './translationFault.ts';

test.each([
  ['intel', 'PTE Write access is not set'],
  ['amd', 'IO_PAGE_FAULT'],
  ['smmu', 'event 0x10'],
] as const)('%s logs %s', (hardware, words) => {
  expect(translationFault(hardware)).toContain(words);
});

test('what others log is not known', () => {
  expect(translationFault('virtio')).not.toContain('logs');
});
