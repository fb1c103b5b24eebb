import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { REQ_ACS_FLAGS } from './acsMasks.ts';
import { registersEnable } from './registersEnable.ts';

const EC = 0x20;

test.each([
  [0x5f, 0x1d, REQ_ACS_FLAGS, 'yes'],
  [0x5f, 0x11, REQ_ACS_FLAGS, 'no'],
  // Bits that are not there to be set count as kept (s07, s56) …
  [0x03, 0x01, REQ_ACS_FLAGS, 'yes'],
  [0x00, 0x00, REQ_ACS_FLAGS, 'yes'],
  // … except egress control.
  [0x5f, 0x1d, EC, 'no'],
  [0x7f, 0x3d, EC, 'yes'],
  [UNKNOWN, 0x1d, REQ_ACS_FLAGS, 'yes'],
  [UNKNOWN, 0x00, REQ_ACS_FLAGS, 'unknown'],
  [UNKNOWN, 0x00, EC, 'no'],
  [0x5f, UNKNOWN, REQ_ACS_FLAGS, 'unknown'],
  [0x00, UNKNOWN, REQ_ACS_FLAGS, 'yes'],
  [0x00, UNKNOWN, EC, 'unknown'],
  [0x5f, 0x00, 0, 'yes'],
] as const)('capability %s, control %s, asked for %i: %s', (capability, control, want, answer) => {
  expect(registersEnable(capability, control, want)).toBe(answer);
});
