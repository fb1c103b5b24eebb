import { describe, expect, test } from 'vitest';
import { blankMachine } from '../../model/blank.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { Settings } from '../../model/settings.ts';
import {
  type ConditionRequest,
  formatCpu,
  NO_REQUEST,
  requestOf,
  resolveConditions,
} from './conditions.ts';
import { eraById } from './eras.ts';

const withSettings = (machine: Machine, settings: Partial<Settings>): Machine => ({
  ...machine,
  settings: { ...machine.settings, ...settings },
});
const idsOf = (machine: Machine, request: Partial<ConditionRequest> = {}) =>
  resolveConditions(machine, request).assumed.map(({ id }) => id);

const ZEN = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 } as const;
const ARM = { arch: 'arm64', vendor: null, family: null } as const;

const q35 = new MachineBuilder().host('00:00.0', '8086:29c0').build();

test('what is asked for goes before what the input says', () => {
  const machine = { ...q35, settings: { ...q35.settings, kernel: '6.1.0' } };
  const given = resolveConditions(machine, { ...NO_REQUEST, kernel: eraById('5.15') });
  expect(given.kernel).toMatchObject({ source: 'given', value: { id: '5.15' } });
  const read = resolveConditions(machine, NO_REQUEST);
  expect(read.kernel).toMatchObject({ source: 'input', value: { id: '6.1' } });
});

test('nothing known: the newest kernel, an Intel CPU and no IOMMU, all told', () => {
  const { kernel, cpu, iommu, assumed } = resolveConditions(q35, NO_REQUEST);
  expect(kernel).toMatchObject({ source: 'default', value: { id: '7.1' } });
  expect(formatCpu(cpu.value)).toBe('GenuineIntel:6');
  expect(iommu).toEqual({
    value: { hardware: 'none', mode: 'none', requestsAcs: false },
    source: 'default',
  });
  expect(assumed.map((assumption) => assumption.id)).toEqual(['kernel', 'cpu', 'iommu']);
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

describe('ACS words', () => {
  test('of a captured machine stand, of a drawn one are booted', () => {
    const words = (origin: 'captured' | 'drawn') =>
      resolveConditions(blankMachine(origin, 'x'), NO_REQUEST).acsWords;
    expect(words('captured')).toEqual({ value: 'as-is', source: 'input' });
    expect(words('drawn')).toEqual({ value: 'boot', source: 'input' });
  });

  test('a capture booted again takes its words for the firmware’s, and says so', () => {
    const booted = withSettings(q35, { acsWords: 'boot' });
    expect(idsOf(booted)).toContain('acs-words');
    expect(idsOf(booted, { acsWords: 'boot' })).not.toContain('acs-words');
    expect(idsOf(blankMachine('drawn', 'x'))).not.toContain('acs-words');
  });
});

describe('the command line', () => {
  test('is read as the kernel of the era does', () => {
    const machine = withSettings(q35, { cmdline: 'pci=config_acs=1@0:0.0', kernel: '6.6' });
    expect(resolveConditions(machine, NO_REQUEST).cmdline).toMatchObject({
      source: 'input',
      value: { configAcs: null, remarks: [{ severity: 'error' }] },
    });
    const later = resolveConditions(machine, { kernel: eraById('6.12') });
    expect(later.cmdline.value.configAcs?.text).toBe('1@0:0.0');
  });

  test('that is asked for takes the place of the whole one', () => {
    const machine = withSettings(q35, { cmdline: 'iommu=pt', iommu: 'intel' });
    const { cmdline, iommu } = resolveConditions(machine, { cmdline: 'quiet' });
    expect(cmdline).toMatchObject({ source: 'given', value: { text: 'quiet' } });
    expect(iommu.value.mode).toBe('lazy');
  });
});

describe('the IOMMU', () => {
  const grouped = {
    ...q35,
    functions: q35.functions.map((fn) => ({ ...fn, iommuGroup: '0' })),
  };
  const amdIommu = new MachineBuilder()
    .host('00:00.0', '1022:14a4')
    .endpoint('00:00.2', { id: '1022:14b5', change: { classCode: 0x080600 } })
    .build();

  test.each([
    ['groups on Intel', grouped, {}, 'intel', 'the IOMMU groups shown'],
    ['groups on AMD', withSettings(grouped, { cpu: ZEN }), {}, 'amd', 'the IOMMU groups shown'],
    ['groups on ARM', withSettings(grouped, { cpu: ARM }), {}, 'smmu', 'the IOMMU groups shown'],
    ['a function that is one', amdIommu, {}, 'amd', '0000:00:00.2'],
    ['a mode', withSettings(q35, { iommuMode: 'strict' }), {}, 'intel', 'the mode'],
  ] as const)('is concluded from %s', (_what, machine, request, hardware, words) => {
    const { iommu, assumed } = resolveConditions(machine, request);
    expect(iommu).toMatchObject({ source: 'inferred', value: { hardware, requestsAcs: true } });
    expect(assumed.find(({ id }) => id === 'iommu')?.text).toContain(words);
  });

  test('that is not there is no assumption', () => {
    for (const settings of [{ iommu: 'none' }, { iommuMode: null }] as const) {
      const machine = withSettings(grouped, settings);
      expect(resolveConditions(machine, NO_REQUEST).iommu).toMatchObject({
        source: 'input',
        value: { hardware: 'none' },
      });
      expect(idsOf(machine)).not.toContain('iommu');
    }
  });

  test('is used as the machine reported, until somebody asks', () => {
    const machine = withSettings(q35, {
      iommu: 'intel',
      iommuMode: 'passthrough',
      cmdline: 'quiet',
    });
    const use = (request = {}) => resolveConditions(machine, request).iommu.value;
    expect(use()).toMatchObject({ mode: 'passthrough', isReported: true });
    expect(use({ cmdline: 'iommu.strict=1' })).toEqual({
      hardware: 'intel',
      mode: 'strict',
      requestsAcs: true,
    });
    expect(use({ iommu: 'amd' })).toMatchObject({ hardware: 'amd', mode: 'lazy' });
    expect(use({ iommuMode: 'off' })).toMatchObject({ mode: 'off', requestsAcs: false });
  });

  test('VT-d that nobody switched on is told to be taken as on', () => {
    expect(idsOf(withSettings(q35, { iommu: 'intel' }))).toContain('iommu-use');
    const on = { iommu: 'intel', cmdline: 'intel_iommu=on' } as const;
    expect(idsOf(withSettings(q35, on))).not.toContain('iommu-use');
    expect(idsOf(withSettings(grouped, { iommu: 'intel' }))).not.toContain('iommu-use');
    expect(idsOf(q35, { iommu: 'intel' })).not.toContain('iommu-use');
  });
});

test('the request made from conditions leads to them again', () => {
  const reported = withSettings(q35, { iommu: 'intel', iommuMode: 'strict', cmdline: 'iommu=pt' });
  const asked = { iommu: 'amd', cmdline: 'amd_iommu=off', acsWords: 'boot' } as const;
  for (const [machine, request] of [
    [reported, {}],
    [q35, asked],
    [q35, {}],
  ] as const) {
    const first = resolveConditions(machine, request);
    const again = resolveConditions(blankMachine('drawn', 'other'), requestOf(first));
    for (const name of ['kernel', 'cpu', 'cmdline', 'iommu', 'acsWords'] as const) {
      expect(again[name].value).toEqual(first[name].value);
    }
  }
});

test.each([
  [{ arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 }, 'AuthenticAMD:0x19'],
  [{ arch: 'arm64', vendor: null, family: null }, 'arm64'],
] as const)('%o is written %s', (cpu, text) => {
  expect(formatCpu(cpu)).toBe(text);
});
