import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology } from '../pci/topology.ts';
import { span } from './acsWords.testkit.ts';
import { matchDevice, readDeviceSelector } from './deviceSelector.ts';

const topology = buildTopology(
  new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:02.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03')
    .downstream('02:01.0', '04')
    .endpoint('03:00.0', {
      id: '15b3:1017',
      change: { subsystemId: { vendor: 0x15b3, device: 0x0020 } },
    })
    .endpoint('04:00.0', { id: '144d:a80a', change: { subsystemId: null } })
    .rootPort('0001:00:02.0', '01')
    .endpoint('0001:01:00.0', { change: { pciId: UNKNOWN } })
    .endpoint('0001:01:00.1', { orphan: true })
    .build(),
);

function match(text: string, address: string) {
  const { selector } = readDeviceSelector(span(text), 0);
  return matchDevice(selector, topology, topology.indexOf.get(id(address)) ?? -1);
}

const named = (text: string) =>
  topology.functions
    .filter(
      (_, index) =>
        matchDevice(readDeviceSelector(span(text), 0).selector, topology, index) === 'yes',
    )
    .map((fn) => fn.id.replace(/^0000:/, ''));

describe('paths', () => {
  test.each([
    ['00:02.0', ['00:02.0']],
    ['0000:00:02.0', ['00:02.0']],
    ['1:00:02.0', ['0001:00:02.0']],
    ['0x1:0x00:02.0', ['0001:00:02.0']],
    ['02:01.0', ['02:01.0']],
    // From a device downwards, by places on each bus:
    ['00:02.0/00.0', ['01:00.0']],
    ['00:02.0/00.0/01.0', ['02:01.0']],
    ['00:02.0/00.0/01.0/00.0', ['04:00.0']],
    ['01:00.0/00.0', ['02:00.0']],
    // Nothing there:
    ['00:02.0/01.0', []],
    ['00:03.0', []],
    ['00:02.0/00.0/01.0/00.0/00.0', []],
    // Numbers are cut to five and three bits:
    ['00:22.8', ['00:02.0']],
  ])('%s', (text, functions) => {
    expect(named(text)).toEqual(functions);
  });

  test.each([
    // A start that cannot be read is met by functions that fit all the way up to it.
    ['zz:02.0/00.0/01.0', '02:01.0', 'unreadable'],
    ['zz:02.0/00.0/01.0', '02:00.0', 'no'],
    ['zz:02.0/00.0/01.0', '00:02.0', 'no'],
    ['00:02.0/x/01.0', '02:01.0', 'unreadable'],
    ['00:02.0/x/01.0', '03:00.0', 'no'],
    ['00:02.0/', '00:02.0', 'unreadable'],
    ['00:02.0 ', '00:02.0', 'unreadable'],
    ['00:02', '00:02.0', 'unreadable'],
    ['', '00:02.0', 'unreadable'],
  ])('%j held against %s: %s', (text, address, answer) => {
    expect(match(text, address)).toBe(answer);
  });

  test('what is above a function is hidden: not to be told', () => {
    expect(match('00:02.0/00.1', '0001:01:00.1')).toBe('unknown');
    expect(match('00:02.0/00.2', '0001:01:00.1')).toBe('no');
  });
});

describe('ids', () => {
  test.each([
    ['pci:15b3:1017', ['03:00.0']],
    ['pci:15b3:0', ['03:00.0']],
    ['pci:0:a80a', ['04:00.0']],
    ['pci:15b3:1017:15b3:20', ['03:00.0']],
    ['pci:15b3:1017:15b3:21', []],
    ['pci:144d:a80a:0:0', ['04:00.0']],
    ['pci:144d:a80a:144d:0', []],
    ['pci:15B3:0x1017', ['03:00.0']],
  ])('%s', (text, functions) => {
    expect(named(text)).toEqual(functions);
  });

  test('0 stands for any, even where the id is hidden', () => {
    expect(match('pci:0:0', '0001:01:00.0')).toBe('yes');
    expect(match('pci:15b3:0', '0001:01:00.0')).toBe('unknown');
  });

  test.each(['pci:', 'pci:15b3', 'pci:x:y'])('%s cannot be read', (text) => {
    expect(match(text, '03:00.0')).toBe('unreadable');
  });
});

test('a path goes to the next semicolon, ids end where they cannot go on', () => {
  const list = { text: '00:02.0,x;pci:8086:1234,y', start: 10, end: 35 };
  const path = readDeviceSelector(list, 0);
  expect(path.selector.span).toEqual({ text: '00:02.0,x', start: 10, end: 19 });
  const ids = readDeviceSelector(list, 10);
  expect(ids.selector.span).toEqual({ text: 'pci:8086:1234', start: 20, end: 33 });
  expect(list.text[ids.end]).toBe(',');
});
