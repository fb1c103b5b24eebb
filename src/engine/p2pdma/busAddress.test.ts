import { describe, expect, test } from 'vitest';
import { type Hex64, hex64 } from '../../base/hex.ts';
import { eraById } from '../kernel/eras.ts';
import { busAddress } from './busAddress.ts';

describe('the address that is programmed', () => {
  const cpu: Hex64 = hex64(0x40_1000_0000n);

  test.each([
    ['5.4', '0x8010000000'],
    ['5.15', '0x8010000000'],
    ['5.18', '0x10000000'],
    ['6.12', '0x10000000'],
  ])('on %s: %s', (era, programmed) => {
    const address = busAddress(cpu, -0x40_0000_0000n, eraById(era).features);
    expect(address).toEqual({ programmed, actual: '0x10000000' });
  });

  test('where bus and CPU agree, the sign does not matter', () => {
    for (const era of ['4.20', '5.15', '7.1']) {
      expect(busAddress(cpu, 0n, eraById(era).features).programmed).toBe(cpu);
    }
  });

  test('the example with an offset of -0x10000000, both signs', () => {
    const bar = hex64(0x38_0000_0000n);
    expect(busAddress(bar, -0x1000_0000n, eraById('6.0').features).programmed).toBe('0x37f0000000');
    expect(busAddress(bar, -0x1000_0000n, eraById('5.15').features).programmed).toBe(
      '0x3810000000',
    );
  });
});
