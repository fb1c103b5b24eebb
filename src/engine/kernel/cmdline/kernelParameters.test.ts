import { describe, expect, test } from 'vitest';
import { eraById } from '../eras.ts';
import { kernelParameters } from './kernelParameters.ts';

const read = (text: string, era = '7.1') => kernelParameters(text, eraById(era).features);
/** What is underlined, and how. */
const remarks = (text: string, era = '7.1') =>
  read(text, era).remarks.map(({ span, severity }) => [text.slice(span.start, span.end), severity]);

test('nothing said is nothing read', () => {
  expect(read('BOOT_IMAGE=/vmlinuz root=/dev/sda1 ro quiet')).toMatchObject({
    disableAcsRedir: null,
    configAcs: null,
    noats: false,
    iommu: [],
    defaultDomain: null,
    remarks: [],
  });
});

describe('pci=', () => {
  test.each([
    ['pci=disable_acs_redir=02:00.0;02:01.0', '02:00.0;02:01.0'],
    ['pci=noats,disable_acs_redir=pci:0:0', 'pci:0:0'],
    ['pci="disable_acs_redir=02:00.0" quiet', '02:00.0'],
    ['"pci=disable_acs_redir=02:00.0" quiet', '02:00.0'],
    ['pci=disable_acs_redir=02:00.0 pci=disable_acs_redir=02:01.0', '02:01.0'],
    ['pci=disable_acs_redir=02:00.0 pci=disable_acs_redir=', ''],
    ['pci=disable_acs_redir=02:00.0,02:01.0', '02:00.0'],
    ['quiet -- pci=disable_acs_redir=02:00.0', null],
  ])('%s names %j', (text, list) => {
    const { disableAcsRedir } = read(text);
    expect(disableAcsRedir?.text ?? null).toBe(list);
    if (disableAcsRedir) {
      expect(text.slice(disableAcsRedir.start, disableAcsRedir.end)).toBe(list);
    }
  });

  test.each([
    ['v4-2018', null, null],
    ['4.20', 'a', null],
    ['6.6', 'a', null],
    ['6.11', 'a', 'b'],
    ['6.12', 'a', 'b'],
  ])('Linux %s: what it knows of the two lists', (era, redir, config) => {
    const { disableAcsRedir, configAcs } = read('pci=disable_acs_redir=a,config_acs=b', era);
    expect([disableAcsRedir?.text ?? null, configAcs?.text ?? null]).toEqual([redir, config]);
  });

  test('a list that the kernel does not know is told, and ignored', () => {
    expect(remarks('pci=config_acs=1@02:00.0', '6.6')).toEqual([['config_acs=1@02:00.0', 'error']]);
    expect(remarks('pci=config_acs=1@02:00.0', '6.11')).toEqual([]);
  });

  test.each([
    ['pci=noats', true],
    ['pci=noaer,noats', true],
    ['pci=noats pci=noaer', true],
    ['pci=noat', false],
    ['noats', false],
  ])('%s: ATS is off: %s', (text, off) => {
    expect(read(text).noats).toBe(off);
  });
});

describe('words about the IOMMU', () => {
  test('add up in their order, over several parameters', () => {
    const { iommu, intelIommu, amdIommu } = read(
      'iommu=soft intel_iommu=on,sm_on amd_iommu=fullflush iommu=pt intel-iommu=off',
    );
    expect({ iommu, intelIommu, amdIommu }).toEqual({
      iommu: ['soft', 'pt'],
      intelIommu: ['on', 'sm_on', 'off'],
      amdIommu: ['fullflush'],
    });
  });

  test.each([
    ['iommu=pt', 'identity'],
    ['iommu=nopt', 'translated'],
    ['iommu.passthrough=1', 'identity'],
    ['iommu=pt iommu.passthrough=0', 'translated'],
    ['iommu.passthrough=0 iommu=pt', 'identity'],
    ['iommu=pt,nopt', 'translated'],
    ['iommu=usedac,pt', null],
    ['iommu.strict=1', null],
  ])('%s: domains are %s by default', (text, domain) => {
    expect(read(text).defaultDomain).toBe(domain);
  });

  test.each([
    ['iommu.passthrough=1', true],
    ['iommu.passthrough=y', true],
    ['iommu.passthrough=on', true],
    ['iommu.passthrough=0', false],
    ['iommu.passthrough=off', false],
    ['iommu.passthrough=1 iommu.passthrough=0', false],
    ['iommu.passthrough=perhaps', null],
    ['iommu.passthrough', null],
  ])('%s is read as %s', (text, value) => {
    expect(read(text).passthrough).toBe(value);
  });

  test('the kernel looks at how a word begins', () => {
    expect(read('intel_iommu=offline').intelIommu).toEqual(['off']);
    expect(remarks('intel_iommu=offline')).toEqual([['offline', 'warning']]);
    expect(read('iommu=passthrough').iommu).toEqual([]);
    expect(remarks('iommu=passthrough')).toEqual([['passthrough', 'error']]);
  });

  test.each([
    ['5.12', null],
    ['5.15', true],
  ])('Linux %s reads iommu.forcedac as %s', (era, value) => {
    expect(read('iommu.forcedac=1', era).forcedac).toBe(value);
    expect(remarks('iommu.forcedac=1', era)).toHaveLength(value === null ? 1 : 0);
  });
});

test.each([
  ['pci=noacs', 'noacs', 'error'],
  ['pcie_acs_override=downstream', 'pcie_acs_override=downstream', 'warning'],
  ['pci=disable_acs_redir', 'disable_acs_redir', 'error'],
  ['pci=config_acs=', '=', 'error'],
  ['pci=disable_acs_redir=02:00.0,02:01.0', '02:01.0', 'error'],
  ['pci=noatsplease', 'noatsplease', 'warning'],
  ['intel_iommu', 'intel_iommu', 'error'],
  ['iommu=usedac,pt', ',pt', 'error'],
  ['dyndbg="file p2pdma.c +p iommu=pt', '"', 'error'],
] as const)('%s: %s is a stretch to remark on', (text, stretch, severity) => {
  expect(remarks(text)).toEqual([[stretch, severity]]);
});

test('an earlier list of the same kind is told to be void', () => {
  const text = 'pci=disable_acs_redir=02:00.0 pci=noats,disable_acs_redir=02:01.0';
  expect(read(text).remarks.map(({ span }) => [span.start, span.end])).toEqual([[4, 21]]);
});
