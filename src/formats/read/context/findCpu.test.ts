import { describe, expect, test } from 'vitest';
import { findCpu } from './findCpu.ts';
import { found, prepared } from './textLines.testkit.ts';

/** The values found, in order and without repetitions. */
const facts = (text: string) => [
  ...new Set(
    found(findCpu, text).map((one) => {
      if (one.kind === 'arch') return one.arch;
      if (one.kind === 'cpu-vendor') return one.vendor;
      return one.kind === 'cpu-family' ? one.family : one.kind;
    }),
  ),
];

describe('lscpu', () => {
  test('in English, with what stands around the facts', () => {
    const text = `
Architecture:           x86_64
  CPU op-mode(s):       32-bit, 64-bit
Vendor ID:              AuthenticAMD
  BIOS Vendor ID:       Advanced Micro Devices, Inc.
  Model name:           AMD EPYC 9575F 64-Core Processor
    BIOS CPU family:    107
    CPU family:         26
    Model:              2`;
    expect(facts(text)).toEqual(['x86', 'AuthenticAMD', 26]);
    expect(findCpu(prepared(text)).map(({ line }) => line)).toEqual([1, 2, 3, 3, 4, 5, 6, 7, 8]);
  });

  test('translated and in another order', () => {
    const text = 'Prozessorfamilie: 6\nCPU(s): 8\nAnbieterkennung: GenuineIntel';
    expect(facts(text)).toEqual([6, 'GenuineIntel', 'x86']);
    expect(facts('Famille de processeur : 25\nIdentifiant : AuthenticAMD')).toContain(25);
  });

  test.each(['HygonGenuine', 'CentaurHauls', 'Shanghai', 'Genuine  RDC'])('%s', (vendor) => {
    expect(facts(`Vendor ID:  ${vendor}  \nCPU family: 24`)).toContain(vendor);
  });

  test('on Arm the maker is no x86 vendor', () => {
    const text = 'Architecture: aarch64\nCPU(s): 128\nVendor ID: ARM\nModel name: Neoverse-N1';
    expect(facts(text)).toEqual(['arm64', 'ARM']);
  });
});

describe('/proc/cpuinfo', () => {
  test('x86', () => {
    const processor = 'processor\t: 0\nvendor_id\t: GenuineIntel\ncpu family\t: 6\nmodel\t: 143';
    expect(facts(`${processor}\n\n${processor}`)).toEqual(['GenuineIntel', 'x86', 6]);
  });

  test.each([
    ['processor\t: 0\nBogoMIPS\t: 50.00\nCPU implementer\t: 0x41\nCPU architecture: 8', 'arm64'],
    ['processor\t: 0\ncpu\t\t: POWER9, altivec supported\nclock\t\t: 3800.0MHz', 'powerpc'],
    ['processor\t: 0\nhart\t\t: 2\nisa\t\t: rv64imafdc', 'riscv'],
    ['processor\t: 0\nCPU Family\t\t: Loongson-64bit\nModel Name\t: Loongson-3A5000', 'loongarch'],
    ['vendor_id       : IBM/S390\n# processors    : 2\nbogomips per cpu: 3241.00', 's390'],
  ])('%s', (text, arch) => {
    expect(facts(text)).toEqual([arch]);
  });
});

describe("the kernel's log", () => {
  test.each([
    [
      '[    0.312350] smpboot: CPU0: AMD EPYC 9575F 64-Core Processor (family: 0x1a, model: 0x2, stepping: 0x1)',
      ['x86', 26, 'AuthenticAMD'],
    ],
    [
      'smpboot: CPU0: Intel(R) Core(TM) i7-6700 CPU @ 3.40GHz (fam: 06, model: 5e, stepping: 03)',
      ['x86', 6, 'GenuineIntel'],
    ],
    ['smpboot: CPU0: ZHAOXIN KaiXian KX-6000 (family: 0x7, model: 0x3b)', ['x86', 7]],
  ])('%s', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });
});

test.each([
  'Package: pciutils\nArchitecture: amd64\nVersion: 1:3.9.0-4',
  'address family: 2',
  'DMAR: IOMMU enabled',
])('“%s” describes no CPU', (text) => {
  expect(findCpu(prepared(text))).toEqual([]);
});
