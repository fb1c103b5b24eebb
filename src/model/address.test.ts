import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAddresses, devfn, formatAddress, parseAddress } from './address.ts';

const addresses = fc.record({
  domain: fc.nat(0xffff_ffff),
  bus: fc.nat(0xff),
  device: fc.nat(0x1f),
  function: fc.nat(7),
});

test('an address survives being written and read', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(parseAddress(formatAddress(address))).toEqual(address);
    }),
  );
});

test.each([
  ['03:00.0', '0000:03:00.0'],
  ['10000:e1:1f.7', '10000:e1:1f.7'],
  ['0000:AB:00.0', '0000:ab:00.0'],
])('%s is %s', (text, written) => {
  const address = parseAddress(text);
  expect(address && formatAddress(address)).toBe(written);
});

test.each(['', '03:00', '03:20.0', '03:00.8', 'xx:00.0', '0000:03:00.0 ;', '123456789:00:00.0'])(
  '%j is no address',
  (text) => {
    expect(parseAddress(text)).toBeNull();
  },
);

test('enumeration goes by domain, bus, device, function', () => {
  const order = ['0001:00:00.0', '0000:01:00.0', '0000:00:1f.3', '0000:00:1f.0'];
  const sorted = order
    .map((text) => parseAddress(text))
    .filter((address) => address !== null)
    .sort(compareAddresses)
    .map(formatAddress);
  expect(sorted).toEqual([...order].reverse());
  expect(devfn({ domain: 0, bus: 0, device: 0x1f, function: 3 })).toBe(0xfb);
});
