import { expect, test } from 'vitest';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology } from '../pci/topology.ts';
import { span } from './acsWords.testkit.ts';
import { firstMatch, readDeviceList, remarkOnUnread, remarksOnSelector } from './deviceList.ts';

const topology = buildTopology(
  new MachineBuilder()
    .rootPort('00:02.0', '01', { acs: acs(0), id: '8086:1901' })
    .rootPort('00:03.0', '02', { id: '8086:1905' })
    .endpoint('01:00.0')
    .build(),
);

const matches = (text: string) => {
  const list = readDeviceList(span(text));
  return topology.functions.map((_, index) => firstMatch(list, topology, index));
};

test.each([
  // functions: 00:02.0, 00:03.0, 01:00.0
  ['00:02.0', ['yes', 'no', 'no']],
  ['00:02.0;00:03.0', ['yes', 'yes', 'no']],
  ['00:02.0;', ['yes', 'no', 'no']],
  ['', ['no', 'no', 'no']],
  // Ids are the only ones that a comma can follow.
  ['pci:8086:1901,00:03.0', ['yes', 'yes', 'no']],
  ['00:02.0,00:03.0', ['unreadable', 'unreadable', 'unreadable']],
  // A mistake ends the list for all who get there; who is named before it has been served.
  ['00:02.0;oops;00:03.0', ['yes', 'unreadable', 'unreadable']],
  ['00:02.0;;00:03.0', ['yes', 'unreadable', 'unreadable']],
  // In a path the mistake is met only by those whom the rest of it fits.
  ['oops/00.0;00:02.0;00:03.0', ['yes', 'yes', 'unreadable']],
  // What is stuck to ids ends the list, and they count.
  ['pci:8086:1901!00:03.0', ['yes', 'no', 'no']],
])('%s', (text, answers) => {
  expect(matches(text)).toEqual(answers);
});

function remarks(text: string) {
  const list = readDeviceList(span(text));
  return [
    ...list.selectors.flatMap((selector) => remarksOnSelector(selector, topology)),
    ...remarkOnUnread(list),
  ].map(({ span: at, severity }) => [at.text, severity]);
}

test.each([
  ['00:02.0', []],
  ['00:02.0;oops', [['oops', 'error']]],
  ['pci:8086', [['pci:8086', 'error']]],
  ['00:07.0', [['00:07.0', 'warning']]],
  ['00:03.0', [['00:03.0', 'warning']]],
  ['pci:8086:1901!00:03.0', [['!00:03.0', 'error']]],
])('remarks on %s', (text, expected) => {
  expect(remarks(text)).toEqual(expected);
});
