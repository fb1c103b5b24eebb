import { expect, test } from 'vitest';
import { TakenError } from './documentStore.ts';
import { isQuotaError, notSavedWords, savingTrouble } from './savingTrouble.ts';

test.each([
  ['by name, without a message', new DOMException('', 'QuotaExceededError')],
  ['by its old number', { name: 'Error', code: 22, message: '' }],
  ['as Firefox does', { name: 'NS_ERROR_DOM_QUOTA_REACHED', code: 1014, message: '' }],
])('a full storage that says so %s', (_, error) => {
  expect(isQuotaError(error)).toBe(true);
  expect(savingTrouble(error)).toContain('no room left');
  expect(savingTrouble(error)).toContain('save it to a file');
});

test.each([
  [new TakenError(), 'Another tab'],
  [new DOMException('', 'VersionError'), 'newer Peerlane'],
  [new DOMException('', 'BlockedError'), 'older Peerlane'],
  [new Error('disk on fire'), 'Error: disk on fire'],
  ['words', '(words)'],
  [undefined, 'did not keep the document.'],
])('%s', (error, words) => {
  expect(isQuotaError(error)).toBe(false);
  expect(savingTrouble(error)).toContain(words);
});

test('trouble is announced when it comes, not with every change', () => {
  const trouble = { kind: 'unsaved', why: 'The disk is full.' } as const;
  const waiting = { kind: 'unsaved', why: null } as const;
  expect(notSavedWords(waiting, trouble)).toBe('Not saved: The disk is full.');
  expect(notSavedWords(trouble, trouble)).toBeNull();
  expect(notSavedWords({ kind: 'saved' }, waiting)).toBeNull();
  expect(notSavedWords(trouble, { kind: 'saved' })).toBeNull();
});
