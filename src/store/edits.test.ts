import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { analyze } from '../engine/analyze.ts';
import type { HostBridgeId } from '../model/ids.ts';
import { acs, id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { ACS_BITS } from '../model/registers.ts';
import { validate } from '../model/validate.ts';
import type { Edit } from './edit.ts';
import { applyEdit } from './edits.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '01-04', { acs: acs(0x1d) })
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03', { acs: acs(ACS_BITS.SV) })
  .downstream('02:01.0', '04', { acs: UNKNOWN })
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .rootPort('80:01.0', '81')
  .endpoint('81:00.0')
  .build();

const HOST = 'host:0:0' as HostBridgeId;
const HEADLESS = 'host:0:128' as HostBridgeId;

function edited(edit: Edit, before: Machine = machine): Machine {
  const result = applyEdit(before, edit, null);
  if (!result) throw new Error('it changed nothing');
  return result.machine;
}
const functionOf = ({ functions }: Machine, address: string) =>
  functions.find((fn) => fn.id === id(address));

const bits = (set: number, clear: number, ...addresses: string[]) =>
  ({ kind: 'acs-control', functions: addresses.map(id), set, clear }) as const;

test.each<readonly [Edit, string]>([
  [bits(ACS_BITS.RR, 0, '02:00.0'), 'set ACS RR on 0000:02:00.0'],
  [bits(ACS_BITS.RR | ACS_BITS.CR, 0, '02:00.0', '02:01.0'), 'set ACS RR CR on 2 functions'],
  [bits(ACS_BITS.UF, ACS_BITS.SV, '02:00.0'), 'set ACS UF, clear ACS SV on 0000:02:00.0'],
  [{ kind: 'kernel', kernel: '6.12' }, 'kernel 6.12'],
  [{ kind: 'cmdline', cmdline: 'iommu=pt' }, 'command line'],
  [
    { kind: 'cpu', cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 } },
    'CPU AuthenticAMD:0x19',
  ],
  [{ kind: 'iommu', iommu: 'intel', iommuMode: 'strict' }, 'IOMMU intel, strict'],
  [{ kind: 'iommu', iommu: 'none', iommuMode: null }, 'IOMMU none'],
  [
    { kind: 'host-identity', host: HOST, pciId: { vendor: 0x8086, device: 0x09a2 } },
    'host bridge 0000:00 as 8086:09a2',
  ],
  [{ kind: 'label', about: id('03:00.0'), label: 'scratch' }, 'call 0000:03:00.0 “scratch”'],
  [
    {
      kind: 'names',
      pattern: 'gpu{n}',
      names: [
        { about: id('03:00.0'), label: 'gpu0' },
        { about: HOST, label: 'gpu1' },
      ],
    },
    'name 2 parts gpu{n}',
  ],
  [{ kind: 'name', name: 'lab 3' }, 'call the machine “lab 3”'],
])('%j is called %s', (edit, title) => {
  const result = applyEdit(machine, edit, 'gesture');
  expect(result?.step).toMatchObject({ title, gesture: 'gesture' });
  expect(validate(result?.machine ?? machine)).toEqual([]);
});

test.each<readonly [string, Edit]>([
  ['bits as they are', bits(ACS_BITS.SV, ACS_BITS.RR, '02:00.0')],
  ['no function', bits(ACS_BITS.SV, 0)],
  ['settings that are not known either', { kind: 'kernel', kernel: UNKNOWN }],
  ['an empty kernel', { kind: 'kernel', kernel: ' ' }],
  [
    'the same ids',
    { kind: 'host-identity', host: HOST, pciId: { vendor: 0x8086, device: 0x2f00 } },
  ],
  ['no name for what has none', { kind: 'label', about: id('03:00.0'), label: '' }],
  ['the same name', { kind: 'name', name: 'test' }],
])('%s: no step', (_, edit) => {
  expect(applyEdit(machine, edit, null)).toBeNull();
});

test('bits are set and cleared, and nothing else is touched', () => {
  const after = edited(bits(ACS_BITS.RR, ACS_BITS.SV, '02:00.0'));
  expect(functionOf(after, '02:00.0')?.acs).toEqual(acs(ACS_BITS.RR));
  expect(functionOf(after, '03:00.0')).toBe(functionOf(machine, '03:00.0'));
});

test('a hidden word counts as 0 from then on; what else was hidden stays so', () => {
  const after = edited(bits(ACS_BITS.RR, 0, '02:01.0'));
  expect(functionOf(after, '02:01.0')?.acs).toEqual({
    capability: UNKNOWN,
    control: ACS_BITS.RR,
    firmwareControl: UNKNOWN,
    egressVector: UNKNOWN,
    dwordAt8: UNKNOWN,
  });
  expect(functionOf(edited(bits(0, ACS_BITS.RR, '02:01.0')), '02:01.0')?.acs).toMatchObject({
    control: 0,
  });
});

test('what has no ACS is refused, and what is not there', () => {
  expect(() => applyEdit(machine, bits(ACS_BITS.RR, 0, '03:00.0'), null)).toThrow('no ACS');
  expect(() => applyEdit(machine, bits(ACS_BITS.RR, 0, '05:00.0'), null)).toThrow('no function');
  const pciId = { vendor: 0x8086, device: 0x2f00 };
  const nowhere = { kind: 'host-identity', host: 'gone' as HostBridgeId, pciId } as const;
  expect(() => applyEdit(machine, nowhere, null)).toThrow('no host bridge');
});

test('a host bridge gets new ids: the printed name and the doubt about the old ones go', () => {
  const named: Machine = {
    ...machine,
    functions: machine.functions.map((fn) =>
      fn.id === id('00:00.0')
        ? {
            ...fn,
            deviceIdFromName: true,
            names: { vendor: 'Intel', device: 'Old', className: 'Host bridge', subsystem: null },
          }
        : fn,
    ),
  };
  const pciId = { vendor: 0x8086, device: 0x3c00 };
  const after = edited({ kind: 'host-identity', host: HOST, pciId }, named);
  expect(functionOf(after, '00:00.0')).toMatchObject({
    pciId,
    deviceIdFromName: false,
    names: { vendor: null, device: null, className: 'Host bridge' },
  });
});

test('a root bus without 00.0 gets one, and Linux knows the host bridge by it', () => {
  const pciId = { vendor: 0x8086, device: 0x2030 };
  const after = edited({ kind: 'host-identity', host: HEADLESS, pciId });
  expect(after.functions.map((fn) => fn.id).slice(7)).toEqual(
    ['80:00.0', '80:01.0', '81:00.0'].map(id),
  );
  expect(functionOf(after, '80:00.0')).toMatchObject({
    parent: { kind: 'host', id: HEADLESS },
    classCode: 0x060000,
    headerType: 0,
    pciId,
  });
  expect(validate(after)).toEqual([]);
  expect(analyze(machine).conditions.assumed.map((each) => each.id)).toContain('first-device');
  expect(analyze(after).conditions.assumed.map((each) => each.id)).not.toContain('first-device');
  // Two hosts with ids of the list and the same rule: peers through both are judged anew.
  const across = (each: Machine) => analyze(each).pair(id('03:00.0'), id('81:00.0')).mapType;
  const listed = edited({ kind: 'host-identity', host: HOST, pciId }, after);
  expect([across(machine), across(listed)]).toEqual(['NOT_SUPPORTED', 'THRU_HOST_BRIDGE']);
});

test('words about the IOMMU end what the machine reported of its mode', () => {
  const reported = { ...machine, settings: { ...machine.settings, iommuMode: 'strict' as const } };
  const after = (cmdline: string) => edited({ kind: 'cmdline', cmdline }, reported).settings;
  expect(after('quiet pci=noats').iommuMode).toBe('strict');
  expect(after('iommu=pt').iommuMode).toBe(UNKNOWN);
  const back = { kind: 'cmdline', cmdline: UNKNOWN, iommuMode: 'strict' } as const;
  const changed = { ...machine, settings: after('iommu=pt') };
  expect(edited(back, changed).settings).toEqual(reported.settings);
});

test('where a kernel boots from the firmware’s words, those are set', () => {
  const booted = edited({ kind: 'acs-words', acsWords: 'boot' });
  const known: Machine = {
    ...booted,
    functions: booted.functions.map((fn) =>
      fn.id === id('02:00.0') && fn.acs !== null && fn.acs !== UNKNOWN
        ? { ...fn, acs: { ...fn.acs, firmwareControl: 0, control: 0x1d } }
        : fn,
    ),
  };
  const after = functionOf(edited(bits(ACS_BITS.RR, 0, '02:00.0'), known), '02:00.0');
  expect(after?.acs).toMatchObject({ firmwareControl: ACS_BITS.RR, control: 0x1d });
  // Nobody said what the firmware left: the word at hand is taken for it.
  const unsaid = functionOf(edited(bits(ACS_BITS.EC, 0, '02:00.0'), booted), '02:00.0');
  expect(unsaid?.acs).toMatchObject({ control: ACS_BITS.SV | ACS_BITS.EC });
});

test('memory for peers is published and withdrawn, of all functions that are named', () => {
  const memory = { bar: 0, offset: 0, size: 0x1000, published: true };
  const offering: Machine = {
    ...machine,
    functions: machine.functions.map((fn) =>
      fn.id === id('03:00.0') || fn.id === id('04:00.0') ? { ...fn, p2pMemory: [memory] } : fn,
    ),
  };
  const both = [id('03:00.0'), id('04:00.0')];
  const withdraw = { kind: 'publish', functions: both, isPublished: false } as const;
  const result = applyEdit(offering, withdraw, null);
  expect(result?.step.title).toBe('withdraw peer memory of 2 parts');
  const published = result?.machine.functions.flatMap(({ p2pMemory }) =>
    p2pMemory.map((each) => each.published),
  );
  expect(published).toEqual([false, false]);
  expect(applyEdit(result?.machine ?? machine, withdraw, null)).toBeNull();
  const one = { kind: 'publish', functions: [id('03:00.0')], isPublished: true } as const;
  const back = applyEdit(result?.machine ?? machine, one, null);
  expect(back?.step.title).toBe('publish peer memory of 0000:03:00.0');
  expect(functionOf(back?.machine ?? machine, '03:00.0')?.p2pMemory).toEqual([memory]);
});

test('several names are one step, and one that there is not is no edit', () => {
  const names = [
    { about: id('03:00.0'), label: ' gpu0 ' },
    { about: id('04:00.0'), label: 'gpu1' },
  ];
  const after = edited({ kind: 'names', pattern: 'gpu{n}', names });
  expect([functionOf(after, '03:00.0')?.label, functionOf(after, '04:00.0')?.label]).toEqual([
    'gpu0',
    'gpu1',
  ]);
  const missing = [{ about: id('05:00.0'), label: 'gpu2' }];
  expect(() => edited({ kind: 'names', pattern: 'gpu{n}', names: missing })).toThrow(RangeError);
});
