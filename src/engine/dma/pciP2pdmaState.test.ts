import { expect, test } from 'vitest';
import { pciP2pdmaState } from './pciP2pdmaState.ts';

test.each([
  ['BUS_ADDR', 'bus'],
  ['THRU_HOST_BRIDGE', 'host'],
  ['NOT_SUPPORTED', 'refused'],
  [null, 'refused'],
] as const)('%s: %s', (mapType, way) => {
  const memory = { provider: null, mapType, busOffset: 0 };
  const ways = (['each-entry', 'first-page', 'never'] as const).map((peers) =>
    pciP2pdmaState(memory, { peers }),
  );
  expect(ways).toEqual([way, 'ram', 'ram']);
});
