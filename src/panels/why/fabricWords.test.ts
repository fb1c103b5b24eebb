import { expect, test } from 'vitest';
import type { FabricWalk, Hop } from '../../engine/report.ts';
import { fateOf, hopWords } from './fabricWords.ts';

const hop = (change: Partial<Hop>): Hop => ({
  packet: 'write',
  at: { kind: 'iommu' },
  action: 'up',
  to: null,
  rule: 'route-address',
  text: '',
  acs: '',
  ...change,
});

function walk(operation: 'write' | 'read', change: Partial<FabricWalk>): FabricWalk {
  const end = { requester: 'a', completer: 'b' } as unknown as FabricWalk['question'];
  return {
    question: { ...end, operation, address: 'bus', relaxedOrdering: false },
    hops: [],
    outcome: 'completed',
    throughRoot: { request: false, completion: false },
    failure: null,
    assumed: [],
    ...change,
  };
}

test.each([
  ['write', {}, 'BUS_ADDR', /^Arrives directly\.$/],
  ['read', {}, 'BUS_ADDR', /and so do the data/],
  ['write', { throughRoot: { request: true, completion: false } }, 'THRU_HOST_BRIDGE', /through/],
  [
    'read',
    { throughRoot: { request: true, completion: false } },
    'THRU_HOST_BRIDGE',
    /data return directly/,
  ],
  [
    'read',
    { throughRoot: { request: false, completion: true } },
    'THRU_HOST_BRIDGE',
    /data return through/,
  ],
  ['write', { outcome: 'refused', failure: 'ACS violation' }, 'NOT_SUPPORTED', /ACS violation/],
  [
    'write',
    { outcome: 'unknown', hops: [hop({ action: 'delivered' })] },
    'unknown',
    /if the root complex/,
  ],
  ['write', { outcome: 'unknown', hops: [hop({ action: 'unknown' })] }, 'unknown', /nothing shows/],
] as const)('a %s with %j', (operation, change, kind, text) => {
  const fate = fateOf(walk(operation, change));
  expect(fate.kind).toBe(kind);
  expect(fate.text).toMatch(text);
});

test.each([
  [{ action: 'redirected', acs: 'RR' }, 'redirected by RR'],
  [{ action: 'redirected', acs: 'CR', packet: 'completion' }, 'data redirected by CR'],
  [{ action: 'unknown', acs: 'RR EC' }, 'RR EC would decide'],
  [{ action: 'unknown' }, 'not promised'],
  [{ action: 'up' }, 'up'],
] as const)('%j: %s', (change, words) => {
  expect(hopWords(hop(change))).toBe(words);
});
