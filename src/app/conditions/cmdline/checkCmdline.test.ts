import { expect, test } from 'vitest';
import { eraById } from '../../../engine/kernel/eras.ts';
import { acs, MachineBuilder } from '../../../model/machine.testkit.ts';
import { checkCmdline } from './checkCmdline.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01-04', { acs: acs(0x1d) })
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03', { acs: acs(0x1d) })
  .downstream('02:01.0', '04', { acs: acs(0x1d) })
  .endpoint('03:00.0', { id: '10de:2330' })
  .endpoint('04:00.0', { id: '15b3:101e' })
  .build();

const { features } = eraById('7.1');

/** What is underlined, and what is said about it. */
const marks = (text: string) =>
  checkCmdline(text, machine, features).map((problem) => [
    text.slice(problem.start, problem.end),
    problem.text,
  ]);
const underlined = (text: string) => marks(text).map(([stretch]) => stretch);

test.each([
  '',
  'BOOT_IMAGE=/vmlinuz root=/dev/sda1 ro quiet',
  'pci=disable_acs_redir=0000:02:00.0;0000:02:01.0',
  'pci=disable_acs_redir=02:00.0',
  'pci=disable_acs_redir=00:01.0/00.0/01.0',
  'pci=noats,disable_acs_redir=pci:1b36:0010',
  'pci=config_acs=10x@pci:0:0',
  'pci=config_acs=1111X01@0000:02:00.0;xx0xx@02:01.0,noats',
  'iommu=pt intel_iommu=on,sm_on amd_iommu=force_isolation iommu.passthrough=1 iommu.strict=off',
  'dyndbg="file p2pdma.c +p" iommu=nopt',
  'quiet -- iommu=nonsense',
  // The kernel reads on behind a semicolon only while there is something to read.
  'pci=disable_acs_redir=02:00.0;',
])('nothing is wrong with: %s', (text) => {
  expect(marks(text)).toEqual([]);
});

test.each([
  [
    'pci=disable_acs_redir=0000:0f:00.0',
    '0000:0f:00.0',
    'This machine has no function 0000:0f:00.0.',
  ],
  [
    'pci=disable_acs_redir=02:00.0;05:00.0',
    '05:00.0',
    'This machine has no function 0000:05:00.0.',
  ],
  ['pci=config_acs=1@1:02:00.0', '1:02:00.0', 'This machine has no function 0001:02:00.0.'],
  ['pci=disable_acs_redir=pci:10de:0', 'pci:10de:0', /has no ACS capability/],
  [
    'pci=disable_acs_redir=pci:8087:0',
    'pci:8087:0',
    'No function of this machine has the ids 8087:0.',
  ],
  ['pci=config_acs=1@00:01.0/01.0', '00:01.0/01.0', /^Below 0000:00:01.0 .* no function 01.0/],
  [
    'pci=disable_acs_redir=01:00.0',
    '01:00.0',
    '0000:01:00.0 has no ACS capability: there is nothing to change.',
  ],
])('%s: this machine has nothing of the kind', (text, stretch, words) => {
  const problems = checkCmdline(text, machine, features);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ severity: 'warning' });
  expect(underlined(text)).toEqual([stretch]);
  if (typeof words === 'string') expect(problems[0]?.text).toBe(words);
  else expect(problems[0]?.text).toMatch(words);
});

test.each([
  ['pci=disable_acs_redir=02:00', '02:00'],
  ['pci=disable_acs_redir=0000:02:00.0/3', '0000:02:00.0/3'],
  ['pci=disable_acs_redir=pci:10de', 'pci:10de'],
  ['pci=disable_acs_redir=', '='],
  ['pci=disable_acs_redir', 'disable_acs_redir'],
  ['pci=disable_acs_redir=02:00.0,02:01.0', '02:01.0'],
  ['pci=config_acs=02:00.0', '02:00.0'],
  ['pci=config_acs=12@02:00.0', '12'],
  ['pci=config_acs=11111111@02:00.0', '11111111'],
  ['pci=noacs', 'noacs'],
  ['iommu=passthrough', 'passthrough'],
  ['intel_iommu=on,smon', 'smon'],
  ['amd_iommu=on', 'on'],
  ['iommu.passthrough=yea iommu.strict=maybe', 'maybe'],
  ['ro iommu.strict= quiet', 'iommu.strict='],
])('%s: Linux does not understand %s', (text, stretch) => {
  expect(underlined(text)).toEqual([stretch]);
  expect(checkCmdline(text, machine, features)[0]).toMatchObject({ severity: 'error' });
});

test('a patch that mainline lacks is named as one', () => {
  expect(underlined('pcie_acs_override=downstream')).toEqual(['pcie_acs_override=downstream']);
});

test('a quotation mark that is never closed', () => {
  const text = 'dyndbg="file p2pdma.c +p iommu=pt';
  expect(underlined(text)).toEqual(['"']);
  expect(checkCmdline(text, machine, features)[0]?.start).toBe(7);
});

test('within quotation marks places still fit', () => {
  expect(underlined('"pci=config_acs=1@0f:00.0"')).toEqual(['0f:00.0']);
  expect(underlined('pci="disable_acs_redir=0f:00.0"')).toEqual(['0f:00.0']);
});

test('of two lists the later one counts', () => {
  const text = 'pci=disable_acs_redir=02:00.0 pci=noats,disable_acs_redir=02:01.0';
  const [problem, ...others] = checkCmdline(text, machine, features);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ start: 4, end: 21 });
});

test('problems come in order of place', () => {
  // With wrong flags the kernel stops: it never gets to the device behind them.
  const text = 'iommu=x pci=config_acs=9@zz,noacs "';
  const starts = checkCmdline(text, machine, features).map(({ start }) => start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(starts.map((start) => text[start])).toEqual(['x', '9', 'n', '"']);
});

test('the higher bits of a function number are lost: 9 is 1', () => {
  expect(marks('pci=disable_acs_redir=02:00.9')).toEqual([
    ['02:00.9', 'This machine has no function 0000:02:00.1.'],
  ]);
});

test('an older kernel knows less', () => {
  const old = eraById('6.6').features;
  const [problem] = checkCmdline('pci=config_acs=1@02:00.0', machine, old);
  expect(problem).toMatchObject({ start: 4, end: 24, severity: 'error' });
  expect(problem?.text).toContain('6.11');
});
