import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { eraById } from '../kernel/eras.ts';
import { allowListOf } from '../p2pdma/allowList.ts';
import { hostBridgeWhitelist } from '../p2pdma/hostBridgeWhitelist.ts';
import { under } from './ask.testkit.ts';
import { twoHostBridges } from './claimMachines.testkit.ts';

/* Seed 001: Williams and Logan, April 2017. The steps are in docs/claims.md. */

const DRIVE = id('01:00.0');
const SAME_BRIDGE = id('02:00.0');
const OTHER_BRIDGE = id('81:00.0');

describe('1-10: P2P limited to one host bridge gives one place to catch the rest', () => {
  const analysis = under(twoHostBridges(), '7.1');

  test('rows of the list that ask for one host bridge are that limit, in one rule', () => {
    expect(analysis.pair(DRIVE, SAME_BRIDGE)).toMatchObject({
      mapType: 'THRU_HOST_BRIDGE',
      rule: 'host-bridge-listed',
    });
    expect(analysis.pair(DRIVE, OTHER_BRIDGE)).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      rule: 'host-bridge-not-shared',
    });
  });

  test('the rule asks for the host bridges only, not for the pair', () => {
    const identity = {
      device: 0,
      id: { vendor: 0x8086, device: 0x3c00 },
      assumed: [],
    } as const;
    const rows = allowListOf(eraById('7.1'));
    expect(hostBridgeWhitelist(identity, rows, true).why).toBe('listed');
    expect(hostBridgeWhitelist(identity, rows, false).why).toBe('needs-same-host');
  });

  test('before the list, each pair was looked at by itself, and no root complex passed', () => {
    const before = under(twoHostBridges(), '4.20');
    for (const client of [SAME_BRIDGE, OTHER_BRIDGE]) {
      expect(before.pair(DRIVE, client)).toMatchObject({
        mapType: 'NOT_SUPPORTED',
        rule: 'no-common-bridge',
      });
    }
  });

  test('other rows, and AMD’s CPUs, do not keep to one host bridge', () => {
    const zen = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 } as const;
    expect(under(twoHostBridges(), '7.1', { cpu: zen }).pair(DRIVE, OTHER_BRIDGE).mapType).toBe(
      'THRU_HOST_BRIDGE',
    );
  });
});
