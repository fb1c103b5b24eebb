import { expect, test } from 'vitest';
import { DEVICE_KINDS } from '../../model/deviceKind.ts';
import { defaultKinds, KIND_ORDER } from './kinds.ts';

test('every kind has its place', () => {
  expect([...KIND_ORDER].sort()).toEqual([...DEVICE_KINDS].sort());
});

test('a matrix begins with what can be a peer', () => {
  expect([...defaultKinds(['usb', 'nvme', 'gpu', 'bridge'], false)]).toEqual(['gpu', 'nvme']);
  expect([...defaultKinds(['usb', 'nvme', 'bridge'], true)]).toEqual(['nvme', 'bridge']);
});

test('where there is none, with everything', () => {
  expect([...defaultKinds(['usb', 'audio'], false)]).toEqual(['usb', 'audio']);
});
