import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { eraById } from '../kernel/eras.ts';
import { allowListOf } from './allowList.ts';
import { hostBridgeWhitelist } from './hostBridgeWhitelist.ts';

const rows = allowListOf(eraById('7.1'));
const known = (vendor: number, device: number) => ({
  device: 0,
  id: { vendor, device },
  assumed: [],
});

test.each([
  ['listed, two hosts', known(0x8086, 0x2030), false, 'yes', 'listed'],
  ['same host asked and given', known(0x8086, 0x3c00), true, 'yes', 'listed'],
  ['same host asked, two given', known(0x8086, 0x3c00), false, 'no', 'needs-same-host'],
  ['any device of a vendor', known(0x1ae0, 0x0099), false, 'yes', 'listed'],
  ['not listed', known(0x8086, 0x29c0), true, 'no', 'not-listed'],
  ['nobody stands for it', { ...known(0, 0), id: null }, true, 'no', 'no-identity'],
  [
    'vendor on no row, device hidden',
    { ...known(0x1022, 0), id: { vendor: 0x1022, device: UNKNOWN } },
    true,
    'no',
    'not-listed',
  ],
  [
    'vendor on some rows, device hidden',
    { ...known(0x8086, 0), id: { vendor: 0x8086, device: UNKNOWN } },
    true,
    'unknown',
    'identity-unknown',
  ],
  [
    'any device of a vendor, device hidden',
    { ...known(0x1ae0, 0), id: { vendor: 0x1ae0, device: UNKNOWN } },
    true,
    'yes',
    'listed',
  ],
  ['ids hidden', { ...known(0, 0), id: UNKNOWN }, true, 'unknown', 'identity-unknown'],
] as const)('%s', (_, identity, sameHost, answer, why) => {
  expect(hostBridgeWhitelist(identity, rows, sameHost)).toMatchObject({ answer, why });
});
