import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { unknownFunction } from '../../model/blank.ts';
import { acs, id } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS } from '../../model/registers.ts';
import {
  ACS_ROWS,
  asEdited,
  capabilityState,
  changedBits,
  controlState,
  makeKnownEdit,
  toggleEdit,
} from './acsBits.ts';

const { RR, EC } = ACS_BITS;
function port(place: number, words: PciFunction['acs']): PciFunction {
  const address = { domain: 0, bus: 2, device: place, function: 0 };
  return { ...unknownFunction(id(`02:0${place}.0`), address), acs: words };
}
const set = port(0, acs(0x1d));
const clear = port(1, acs(0));
const hidden = port(2, acs(0));
const dark: PciFunction = { ...hidden, acs: { ...acs(0), control: UNKNOWN } };
const none = port(3, null);
const nothing = port(4, UNKNOWN);

test('p2pdma looks at three of the seven', () => {
  expect(ACS_ROWS.map(({ bit }) => bit)).toEqual(['SV', 'TB', 'RR', 'CR', 'UF', 'EC', 'DT']);
  expect(ACS_ROWS.filter((row) => row.redirects).map(({ bit }) => bit)).toEqual(['RR', 'CR', 'EC']);
});

test.each([
  [[set], 'on'],
  [[clear], 'off'],
  [[set, clear], 'mixed'],
  [[dark], 'unknown'],
  [[dark, nothing], 'unknown'],
  [[dark, clear], 'mixed'],
  [[set, none], 'on'],
] as const)('several control words have one state', (functions, state) => {
  expect(controlState(functions, RR)).toBe(state);
});

test('pressing sets a bit on all that can, and clears it where all have it', () => {
  expect(toggleEdit([set], RR)).toMatchObject({ functions: [set.id], set: 0, clear: RR });
  expect(toggleEdit([set, clear, none], RR)).toMatchObject({
    functions: [clear.id],
    set: RR,
    clear: 0,
  });
  expect(toggleEdit([dark], RR)).toMatchObject({ functions: [dark.id], set: RR, clear: 0 });
  expect(toggleEdit([nothing], RR)).toMatchObject({ functions: [nothing.id], set: RR });
  expect(toggleEdit([none], RR)).toBeNull();
});

test('what the capability lacks cannot be set, but what is set in spite of it be cleared', () => {
  expect(capabilityState(set, EC)).toBe('no');
  expect(capabilityState(dark, RR)).toBe('yes');
  expect(capabilityState(nothing, RR)).toBe('unknown');
  expect(toggleEdit([set, clear], EC)).toBeNull();
  expect(toggleEdit([port(5, acs(EC)), clear], EC)).toMatchObject({ set: 0, clear: EC });
});

test('hidden words are made known as 0', () => {
  expect(makeKnownEdit([set, dark, nothing, none])).toEqual({
    kind: 'acs-control',
    functions: [dark.id, nothing.id],
    set: 0,
    clear: 0,
  });
});

test('what Linux or the user changed since the firmware', () => {
  expect(changedBits(set)).toBeNull();
  expect(changedBits(port(0, { ...acs(0x1d), firmwareControl: 0x11 }))).toBe(0x0c);
});

test('where a kernel boots from the firmware’s word, that one is switched', () => {
  const fn = port(0, { ...acs(0x1d), firmwareControl: 0x40 });
  expect(asEdited(fn, 'as-is').acs).toMatchObject({ control: 0x1d });
  expect(asEdited(fn, 'boot').acs).toMatchObject({ control: 0x40 });
  expect(asEdited(set, 'boot')).toBe(set);
});
