import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../../model/machine.testkit.ts';
import type { Machine } from '../../../model/machine.ts';
import { analyze } from '../../analyze.ts';
import type { ConditionRequest } from '../../kernel/conditions.ts';
import { eraById } from '../../kernel/eras.ts';
import type { Fix } from './fix.ts';
import { smallestFixes } from './smallestFixes.ts';

const INTEL = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;

/** Two cards below one switch; what the firmware set in its ports. */
function machine(firmware: number): Machine {
  return new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: acs(firmware) })
    .downstream('02:01.0', '04', { acs: acs(firmware) })
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .build();
}

function fixesOf(before: Machine, era: string, request: Partial<ConditionRequest> = {}) {
  const analysis = analyze(before, {
    kernel: eraById(era),
    cpu: INTEL,
    iommu: 'intel',
    ...request,
  });
  return smallestFixes(analysis, analysis.pair(id('03:00.0'), id('04:00.0')));
}

const booted = (era: string, firmware: number, request: Partial<ConditionRequest> = {}) =>
  fixesOf(machine(firmware), era, { acsWords: 'boot', ...request });

const of = (fixes: readonly Fix[], kind: Fix['kind']) => fixes.find((fix) => fix.kind === kind);

const PORTS = '0000:02:00.0;0000:02:01.0';

describe('parameters, booted with', () => {
  test.each([
    ['4.20', 0, 'BUS_ADDR'],
    ['6.1', 0, 'BUS_ADDR'],
    ['6.1', 0x0c, 'BUS_ADDR'],
    ['6.11', 0, 'BUS_ADDR'], // the fault shows only where the firmware redirects …
    ['6.11', 0x0c, undefined], // … which it then brings back
    ['6.12', 0x0c, 'BUS_ADDR'],
    ['7.1', 0, 'BUS_ADDR'],
  ])('%s, firmware’s word %i: disable_acs_redir leads to %s', (era, firmware, after) => {
    const fix = of(booted(era, firmware), 'disable-acs-redir');
    expect(fix?.verdictAfter).toBe(after);
    if (fix) expect(fix.cmdline).toBe(`pci=disable_acs_redir=${PORTS}`);
  });

  test.each([
    ['6.1', 0, undefined],
    ['6.11', 0, `pci=config_acs=0x00xx@${PORTS}`],
    ['6.11', 0x0c, undefined],
    ['6.12', 0, 'pci=config_acs=0100x1@0000:02:00.0;0100x1@0000:02:01.0'],
    ['6.12', 0x0c, 'pci=config_acs=0100x1@0000:02:00.0;0100x1@0000:02:01.0'],
  ])('%s, firmware’s word %i: config_acs as %s', (era, firmware, cmdline) => {
    const fix = of(booted(era, firmware), 'config-acs');
    expect(fix?.cmdline).toBe(cmdline);
    if (fix) expect(fix.verdictAfter).toBe('BUS_ADDR');
  });

  test('what is on the command line already stays', () => {
    const cmdline = 'quiet pci=disable_acs_redir=0000:00:01.0';
    const fix = of(booted('6.12', 0, { cmdline }), 'disable-acs-redir');
    expect(fix?.change).toEqual({
      kind: 'cmdline',
      cmdline: `quiet pci=disable_acs_redir=0000:00:01.0;${PORTS}`,
    });
  });

  test('words as they stand are changed by no command line', () => {
    const fixes = fixesOf(machine(0x1d), '6.12');
    expect(of(fixes, 'disable-acs-redir')).toBeUndefined();
    expect(of(fixes, 'iommu-off')).toBeUndefined();
    const off = of(fixes, 'acs-redirect-off');
    expect(off?.text).toMatch(/from the next boot on/);
    expect(off?.change?.kind).toBe('acs-control');
  });

  test('6.11 to 6.12.116: no word of a parameter that would work', () => {
    const off = of(fixesOf(machine(0x1d), '6.11'), 'acs-redirect-off');
    expect(off?.cmdline).toBeUndefined();
    expect(off?.text).toMatch(/brings back RR, CR and EC as the firmware had set them/);
  });

  test('7.0 without an IOMMU applies them only where a driver is bound', () => {
    const off = of(fixesOf(machine(0x1d), '7.0', { iommu: 'none' }), 'acs-redirect-off');
    expect(off?.text).toMatch(/only where a driver is bound: not on 0000:02:00.0, 0000:02:01.0/);
    const driven = {
      ...machine(0x1d),
      functions: machine(0x1d).functions.map((fn) => ({ ...fn, driver: 'pcieport' })),
    };
    expect(of(fixesOf(driven, '7.0', { iommu: 'none' }), 'acs-redirect-off')?.text).not.toMatch(
      /driver/,
    );
  });
});

describe('the IOMMU off', () => {
  test('leaves the firmware’s words', () => {
    expect(of(booted('6.12', 0), 'iommu-off')).toMatchObject({
      verdictAfter: 'BUS_ADDR',
      change: { kind: 'cmdline', cmdline: 'iommu=off' },
    });
    expect(of(booted('6.12', 0x0c), 'iommu-off')).toBeUndefined();
  });

  test('a mode that the machine reported is changed as such', () => {
    const before = machine(0);
    const settings = { ...before.settings, iommu: 'intel', iommuMode: 'lazy' } as const;
    const analysis = analyze(
      { ...before, settings },
      { kernel: eraById('6.12'), acsWords: 'boot' },
    );
    const fixes = smallestFixes(analysis, analysis.pair(id('03:00.0'), id('04:00.0')));
    expect(of(fixes, 'iommu-off')?.change).toEqual({
      kind: 'iommu',
      iommu: 'intel',
      iommuMode: 'off',
    });
  });
});

test('the firmware’s words can be mended only where no kernel sets them again', () => {
  expect(of(booted('6.12', 0x0c), 'acs-redirect-off')).toBeUndefined();
  const off = of(booted('6.12', 0x0c, { iommu: 'none' }), 'acs-redirect-off');
  expect(off).toMatchObject({ verdictAfter: 'BUS_ADDR' });
  expect(off?.text).toMatch(/firmware/);
});

test('an open verdict has no fixes', () => {
  const before = machine(0);
  const functions = before.functions.map((fn) =>
    fn.type === 'downstream' ? { ...fn, acs: UNKNOWN } : fn,
  );
  expect(fixesOf({ ...before, functions }, '6.12')).toEqual([]);
});
