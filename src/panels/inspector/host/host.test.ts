import { expect, test } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { eraById } from '../../../engine/kernel/eras.ts';
import { MachineBuilder } from '../../../model/machine.testkit.ts';
import type { Machine } from '../../../model/machine.ts';
import type { Cpu } from '../../../model/settings.ts';
import { hostListing, listChoices, listingSentence } from './hostListing.ts';
import { idTrouble, parseId } from './parseId.ts';

const INTEL: Cpu = { arch: 'x86', vendor: 'GenuineIntel', family: 6 };
const ZEN: Cpu = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 };

function listing(machine: Machine, kernel = '6.12', cpu = INTEL) {
  const [host] = machine.hostBridges;
  if (!host) throw new Error('no host bridge');
  const era = eraById(kernel);
  const found = hostListing(machine, host, {
    kernel: { value: era, source: 'given' },
    cpu: { value: cpu, source: 'given' },
  });
  return { ...found, sentence: listingSentence(found, era) };
}

const headed = (ids: string) => new MachineBuilder().host('00:00.0', ids).build();

test('known by function 00.0', () => {
  const listed = listing(headed('8086:09a2'));
  expect(listed).toMatchObject({ verdict: 'listed', isHeadless: false, isListMoot: false });
  expect(listed.sentence).toMatch(/^On the list of Linux 6\.12 .*Ice Lake-SP/);
  expect(listing(headed('8086:3c00'))).toMatchObject({ verdict: 'listed-same-host' });
  expect(listing(headed('8086:29c0')).sentence).toMatch(/^Not on the list/);
  expect(listing(headed('8086:09a2'), '5.15').verdict).toBe('not-listed');
  expect(listing(headed('8086:09a2'), '4.20').sentence).toMatch(/has no list/);
});

test('known by a root port since 5.19, by nothing before', () => {
  const machine = new MachineBuilder().rootPort('00:03.0', '01', { id: '8086:2032' }).build();
  expect(listing(machine)).toMatchObject({ verdict: 'listed', isHeadless: true });
  expect(listing(machine, '5.15')).toMatchObject({ verdict: 'nobody', isHeadless: true });
  expect(listing(machine, '5.15').sentence).toMatch(/begins with 0000:00:03\.0, which Linux 5\.15/);
});

test('hidden ids leave it open; a trusted CPU makes it moot', () => {
  const machine = headed('8086:09a2');
  const [first] = machine.functions;
  const hidden: Machine = { ...machine, functions: first ? [{ ...first, pciId: UNKNOWN }] : [] };
  expect(listing(hidden).sentence).toMatch(/is open: the input hides the ids of 0000:00:00\.0/);
  expect(listing(headed('1022:14a4'), '6.12', ZEN).isListMoot).toBe(true);
  expect(listing({ ...machine, functions: [] }).sentence).toMatch(/^Nothing is shown/);
});

test('choices are the rows of that kernel', () => {
  const texts = listChoices(eraById('5.4')).map(({ text }) => text);
  expect(texts).toHaveLength(5);
  expect(texts.filter((text) => text.endsWith('same host bridge only'))).toHaveLength(4);
});

test.each([
  ['09a2', 0x09a2, null],
  ['0x8086', 0x8086, null],
  [' 1B21 ', 0x1b21, null],
  ['', null, null],
  ['12345', null, /one to four/],
  ['80g6', null, /one to four/],
  ['ffff', 0xffff, /No vendor/],
])('“%s” as a vendor id', (text, id, trouble) => {
  expect(parseId(text)).toBe(id);
  const said = idTrouble(text, 'vendor');
  if (trouble === null) expect(said).toBeNull();
  else expect(said).toMatch(trouble);
});
