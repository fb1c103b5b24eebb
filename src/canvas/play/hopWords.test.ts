import { describe, expect, test } from 'vitest';
import { byIdOf, twoHosts } from '../twoHosts.testkit.ts';
import { actionWords, placeWords, toldHop } from './hopWords.ts';
import { hopOf, walkOf } from './walk.testkit.ts';

const machine = twoHosts();
const titles = new Map(machine.functions.map((fn) => [fn.id, `Device ${fn.id.slice(5)}`]));
const document = { machine, byId: byIdOf(machine), titles };

test.each([
  [hopOf('03:00.0', 'sent'), 'Write sent'],
  [hopOf('03:00.0', 'sent', { packet: 'completion' }), 'Completion sent'],
  [hopOf('02:00.0', 'peer'), 'Address hit'],
  [hopOf('02:00.0', 'redirected', { acs: 'RR' }), 'Redirected by ACS RR'],
  [hopOf('02:00.0', 'refused', { acs: 'SV' }), 'Refused by ACS SV'],
  [hopOf('iommu', 'refused'), 'Refused'],
  [hopOf('iommu', 'translated'), 'Translated'],
  [hopOf('root', 'unknown'), 'Not known'],
  [hopOf('root', 'unknown', { to: '00:01.0' }), 'Not promised'],
  [hopOf('04:00.0', 'delivered'), 'Delivered'],
  [hopOf('03:00.0', 'delivered', { packet: 'completion' }), 'Completed'],
])('%o: %s', (hop, words) => {
  expect(actionWords(hop)).toBe(words);
});

describe('places', () => {
  test.each([
    ['00:01.0', 'root port 00:01.0'],
    ['02:01.0', 'downstream port 02:01.0'],
    ['03:00.0', 'Device 03:00.0 03:00.0'],
    ['iommu', 'IOMMU'],
    ['root', 'root complex'],
  ])('%s is the %s', (at, words) => {
    expect(placeWords(hopOf(at, 'up').at, document)).toBe(words);
  });

  test('a root complex is named as its frame is', () => {
    const host = machine.hostBridges[0]?.id ?? 'unknown';
    expect(placeWords({ kind: 'root-complex', host }, document)).toBe(
      'root complex, Host bridge 0000:00',
    );
  });
});

test('who listens hears where, what, why, and how it ended', () => {
  const walk = walkOf([hopOf('02:00.0', 'redirected', { acs: 'RR' }), hopOf('iommu', 'refused')], {
    failure: 'DMAR fault.',
  });
  expect(toldHop(walk, 0, document)).toEqual({
    short: '1 of 2, downstream port 02:00.0: Redirected by ACS RR.',
    full: '1 of 2, downstream port 02:00.0: Redirected by ACS RR. What is decided at 02:00.0.',
    isWeighty: true,
  });
  expect(toldHop(walk, 1, document)?.full).toMatch(/: Refused\. .* DMAR fault\.$/);
  expect(toldHop(walk, 2, document)).toBeNull();
});
