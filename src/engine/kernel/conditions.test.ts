import { expect, test } from 'vitest';
import { blankMachine } from '../../model/blank.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import { formatCpu, NO_REQUEST, resolveConditions } from './conditions.ts';
import { eraById } from './eras.ts';

const q35 = new MachineBuilder().host('00:00.0', '8086:29c0').build();

test('what is asked for goes before what the input says', () => {
  const machine = { ...q35, settings: { ...q35.settings, kernel: '6.1.0' } };
  const given = resolveConditions(machine, { ...NO_REQUEST, kernel: eraById('5.15') });
  expect(given.kernel).toMatchObject({ source: 'given', value: { id: '5.15' } });
  const read = resolveConditions(machine, NO_REQUEST);
  expect(read.kernel).toMatchObject({ source: 'input', value: { id: '6.1' } });
});

test('nothing known: the newest kernel and an Intel CPU, both told', () => {
  const { kernel, cpu, assumed } = resolveConditions(q35, NO_REQUEST);
  expect(kernel).toMatchObject({ source: 'default', value: { id: '7.1' } });
  expect(formatCpu(cpu.value)).toBe('GenuineIntel:6');
  expect(assumed.map((assumption) => assumption.id)).toEqual(['kernel', 'cpu']);
});

test('a kernel that is not judged yet is not passed off as another in silence', () => {
  const machine = { ...q35, settings: { ...q35.settings, kernel: '4.15.0-213-generic' } };
  const { kernel, assumed } = resolveConditions(machine, NO_REQUEST);
  expect(kernel).toMatchObject({ source: 'default', value: { id: '7.1' } });
  expect(assumed[0]?.text).toContain('4.15.0-213-generic');
});

test('an AMD data fabric gives the CPU away', () => {
  const machine = new MachineBuilder()
    .host('00:00.0', '1022:14a4')
    .endpoint('00:18.3', { id: '1022:14b0' })
    .build();
  const { cpu, assumed } = resolveConditions(machine, NO_REQUEST);
  expect(cpu).toMatchObject({ source: 'inferred' });
  expect(formatCpu(cpu.value)).toBe('AuthenticAMD:0x19');
  expect(assumed.find((assumption) => assumption.id === 'cpu')?.text).toContain('0000:00:18.3');
});

test('the same parts under the vendor id of Hygon conclude nothing', () => {
  const machine = new MachineBuilder()
    .host('00:00.0', '1d94:1450')
    .endpoint('00:18.3', { id: '1d94:1463' })
    .build();
  expect(resolveConditions(machine, NO_REQUEST).cpu.source).toBe('default');
});

test('what rests on the input being whole is told, bus by bus', () => {
  const part = new MachineBuilder().rootPort('00:1c.0', '03').endpoint('03:00.0').build();
  const told = (machine: typeof part) =>
    resolveConditions(machine, NO_REQUEST).assumed.find(({ id }) => id === 'first-device')?.text;
  expect(told(part)).toContain('bus 0000:00');
  expect(told(q35)).toBeUndefined();
});

test('a root bus that was only concluded is told', () => {
  const machine = {
    ...q35,
    hostBridges: q35.hostBridges.map((host) => ({ ...host, isGuess: true })),
  };
  const ids = resolveConditions(machine, NO_REQUEST).assumed.map(({ id }) => id);
  expect(ids).toContain('root-bus');
});

test('a drawn document says that boot-time ACS is not applied yet', () => {
  const ids = resolveConditions(blankMachine('drawn', 'x'), NO_REQUEST).assumed.map(({ id }) => id);
  expect(ids).toEqual(['kernel', 'cpu', 'acs-words']);
});

test.each([
  [{ arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 }, 'AuthenticAMD:0x19'],
  [{ arch: 'arm64', vendor: null, family: null }, 'arm64'],
] as const)('%o is written %s', (cpu, text) => {
  expect(formatCpu(cpu)).toBe(text);
});
