import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology } from '../pci/topology.ts';
import { clearsAcsP2pFlags } from './clearsAcsP2pFlags.ts';

const topology = buildTopology(
  new MachineBuilder()
    .rootPort('00:02.0', '01-05')
    .upstream('01:00.0', '02-05')
    .downstream('02:00.0', '03-05')
    .upstream('03:00.0', '04-05')
    .downstream('04:00.0', '05')
    .endpoint('05:00.0')
    .rootPort('00:03.0', '06')
    .endpoint('06:00.0')
    .endpoint('07:00.0', { orphan: true, change: { headerType: UNKNOWN } })
    .build(),
);

// What it is, where it is, versions 2 and 3, version 4.
test.each([
  ['root port', '00:02.0', 'no', 'yes'],
  ['upstream port of the first switch', '01:00.0', 'no', 'yes'],
  ['its downstream port', '02:00.0', 'yes', 'yes'],
  ['upstream port of the second', '03:00.0', 'yes', 'yes'],
  ['endpoint behind both', '05:00.0', 'yes', 'no'],
  ['endpoint below a root port', '06:00.0', 'no', 'no'],
  ['nothing shown', '07:00.0', 'unknown', 'unknown'],
] as const)('%s', (_, address, v3, v4) => {
  const index = topology.indexOf.get(id(address)) ?? -1;
  expect(clearsAcsP2pFlags('request-then-clear-behind-switches', topology, index)).toBe(v3);
  expect(clearsAcsP2pFlags('request-then-clear-on-bridges', topology, index)).toBe(v4);
  expect(clearsAcsP2pFlags('request', topology, index)).toBe('no');
});
