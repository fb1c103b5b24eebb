import { expect, test } from 'vitest';
import { MachineBuilder } from '../../../model/machine.testkit.ts';
import { fieldsOf, fieldTrouble, fixedOf, fixedWords, placeTrouble } from './addressFields.ts';

test.each([
  ['bus', 'ff', null],
  ['bus', '0x40', null],
  ['bus', '', null],
  ['bus', '100', 'Bus numbers are hexadecimal, from 00 to ff.'],
  ['device', '1f', null],
  ['device', '20', 'Device numbers are hexadecimal, from 00 to 1f.'],
  ['function', '7', null],
  ['function', '8', 'Function numbers are hexadecimal, from 0 to 7.'],
  ['function', 'x', 'Function numbers are hexadecimal, from 0 to 7.'],
] as const)('%s %j', (which, text, trouble) => {
  expect(fieldTrouble(which, text)).toBe(trouble);
});

test('fields say what is set, and nothing of the rest', () => {
  const fixed = { bus: null, device: 5, function: 0 };
  const fields = fieldsOf(fixed);
  expect(fields).toEqual({ bus: '', device: '05', function: '0' });
  expect(fixedOf(fields)).toEqual(fixed);
  expect(fixedWords(fixed)).toBe('device 05, function 0');
  expect(fieldsOf(null)).toEqual({ bus: '', device: '', function: '' });
  expect(fixedOf(fieldsOf(null))).toBeNull();
  expect(fixedOf({ ...fields, bus: 'zz' })).toBeNull();
});

test('one device at the end of a link; many on a root bus and inside a switch', () => {
  const { functions } = new MachineBuilder()
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03')
    .endpoint('03:00.0')
    .build();
  const [root, up, down, device] = functions;
  if (!root || !up || !down || !device) throw new Error('four functions');
  const fifth = { bus: null, device: 5, function: null };
  expect(placeTrouble(fifth, root, null)).toBeNull();
  expect(placeTrouble(fifth, down, up)).toBeNull();
  expect(placeTrouble(fifth, up, root)).toMatch(/^At the end of a link/);
  expect(placeTrouble(fifth, device, down)).toMatch(/number 00\.$/);
  expect(placeTrouble({ ...fifth, device: 0 }, device, down)).toBeNull();
  expect(placeTrouble({ ...fifth, device: null }, device, down)).toBeNull();
});
