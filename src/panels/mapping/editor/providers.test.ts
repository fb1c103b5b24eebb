import { expect, test } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { MachineBuilder } from '../../../model/machine.testkit.ts';
import { clientsOf } from './providers.ts';

const NVME = 0x010802;
const SYSTEM = 0x088000; // what VT-d's registers appear as on some machines
const USB = 0x0c0330;
const NIC = 0x020000;

test('a menu of clients begins with what lists are made for, and ends with what nobody drives', () => {
  const machine = new MachineBuilder()
    .endpoint('00:05.0', { change: { classCode: SYSTEM, driver: null } })
    .endpoint('00:06.0', { change: { classCode: USB, driver: 'xhci_hcd' } })
    .endpoint('00:07.0', { change: { classCode: NIC, driver: null } })
    .endpoint('00:08.0', { change: { classCode: NVME, driver: 'nvme' } })
    .endpoint('00:09.0', { change: { classCode: SYSTEM, driver: UNKNOWN } })
    .endpoint('00:0a.0', { change: { classCode: NIC, driver: UNKNOWN } })
    .build();
  expect(clientsOf(machine).map(({ id }) => id.slice(5))).toEqual([
    '00:08.0',
    '00:0a.0',
    '00:07.0',
    '00:06.0',
    '00:05.0',
    '00:09.0',
  ]);
});
