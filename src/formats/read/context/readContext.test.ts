import { describe, expect, test } from 'vitest';
import { readContext } from './readContext.ts';
import { textLines } from './textLines.testkit.ts';

const read = (text: string) => readContext(textLines(text));
const mode = (text: string) => {
  const { iommu, iommuMode } = read(text).settings;
  return [iommu, iommuMode];
};
const warnings = (text: string) =>
  read(text).problems.filter(({ severity }) => severity === 'warning');

test('a whole paste', () => {
  const facts = read(`
Hello, here is what you asked for.
$ uname -a
Linux box 6.12.15-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.12.15-1 (2025-02-18) x86_64 GNU/Linux
$ cat /proc/cmdline
BOOT_IMAGE=/boot/vmlinuz-6.12.15-amd64 root=UUID=0c1d ro quiet iommu=pt
$ lscpu
Vendor ID:               AuthenticAMD
CPU family:              25
$ sudo dmesg | grep -i iommu
[    0.383809] iommu: Default domain type: Passthrough (set via kernel command line)
[    0.424257] pci 0000:00:00.2: AMD-Vi: Found IOMMU cap 0x40
[    0.684279] pci 0000:00:01.0: Adding to iommu group 0`);
  expect(facts.settings).toEqual({
    kernel: '6.12.15-amd64',
    cmdline: 'BOOT_IMAGE=/boot/vmlinuz-6.12.15-amd64 root=UUID=0c1d ro quiet iommu=pt',
    cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 25 },
    iommu: 'amd',
    iommuMode: 'passthrough',
  });
  expect([...facts.groups]).toEqual([['0000:00:01.0', '0']]);
  expect([...facts.understood].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(facts.problems.every(({ severity }) => severity === 'note')).toBe(true);
});

test('nothing in, nothing out', () => {
  const facts = read('Dear list,\n\nmy machine is slow.\n');
  expect(facts).toEqual({
    settings: {},
    groups: new Map(),
    groupLines: new Map(),
    kernelVerdicts: [],
    problems: [],
    understood: new Set(),
  });
});

describe('kernel', () => {
  test('the boot image only for want of better', () => {
    const cmdline = 'BOOT_IMAGE=/boot/vmlinuz-6.1.0-18-amd64 root=/dev/sda1 ro';
    expect(read(cmdline).settings.kernel).toBe('6.1.0-18-amd64');
    expect(read(cmdline).problems[0]?.text).toContain('taken to be');
    expect(read(`${cmdline}\n6.12.15-amd64`).settings.kernel).toBe('6.12.15-amd64');
    expect(warnings(`${cmdline}\n6.12.15-amd64`)).toEqual([]);
  });

  test('of two, the first, and a warning with both lines', () => {
    const text = '6.1.0-18-amd64\n\nLinux version 6.12.15 (x@y)';
    expect(read(text).settings.kernel).toBe('6.1.0-18-amd64');
    expect(warnings(text)).toMatchObject([{ line: 3, text: expect.stringContaining('(line 1, ') }]);
  });
});

describe('CPU', () => {
  test('vendor without family is not enough', () => {
    const facts = read('Architecture: x86_64\nCPU(s): 4\nVendor ID: GenuineIntel');
    expect(facts.settings).toEqual({});
    expect(facts.problems[0]?.hint).toContain('--cpu GenuineIntel:');
  });

  test('elsewhere the architecture is all', () => {
    expect(read('Linux 6.8.0 aarch64').settings.cpu).toEqual({
      arch: 'arm64',
      vendor: null,
      family: null,
    });
  });

  test('of two, the first', () => {
    const text =
      'Vendor ID: GenuineIntel\nCPU family: 6\n\nVendor ID: AuthenticAMD\nCPU family: 25';
    expect(read(text).settings.cpu).toEqual({ arch: 'x86', vendor: 'GenuineIntel', family: 6 });
    expect(warnings(text)).toHaveLength(2);
  });
});

describe('IOMMU', () => {
  const VTD = '[0.1] DMAR: Intel(R) Virtualization Technology for Directed I/O\n';
  const TABLE = '[0.1] ACPI: DMAR 0x000000002FFE2482 000070 (v01 BOCHS)\n';
  const LAZY = '[0.2] iommu: DMA domain TLB invalidation policy: lazy mode\n';
  const line = (cmdline: string) => `[0.0] Kernel command line: ro ${cmdline}\n`;

  test.each([
    ['lazy, as logged', VTD + LAZY, 'intel', 'lazy'],
    [
      'pass-through, as logged',
      `${VTD}[0.2] iommu: Default domain type: Passthrough`,
      'intel',
      'passthrough',
    ],
    [
      'translated, without a policy',
      `${VTD}[0.2] iommu: Default domain type: Translated`,
      'intel',
      undefined,
    ],
    [
      'forced to be strict after all',
      `${VTD}${LAZY}[0.3] DMAR: IOMMU batching disallowed due to virtualization`,
      'intel',
      'strict',
    ],
    ['a table only: VT-d may be off', TABLE + LAZY, 'intel', undefined],
    ['a table, and asked for', line('intel_iommu=on') + TABLE + LAZY, 'intel', 'lazy'],
    ['no hardware: the policy is idle', LAZY, undefined, undefined],
    [
      'no hardware: parameters prove nothing',
      line('iommu=pt intel_iommu=on'),
      undefined,
      undefined,
    ],
    ['pass-through by parameter', line('iommu=pt') + VTD, 'intel', 'passthrough'],
    ['strict by parameter', line('iommu.strict=1') + VTD, 'intel', 'strict'],
    ['the log before the parameter', line('iommu.strict=1') + VTD + LAZY, 'intel', 'lazy'],
    ['off, as logged', `${TABLE}[0.2] DMAR: IOMMU disabled`, 'intel', 'off'],
    ['off by parameter', line('intel_iommu=off') + TABLE, 'intel', 'off'],
    ['off for all of x86', line('iommu=off') + TABLE, 'intel', 'off'],
    ['another maker’s parameter', line('amd_iommu=off') + VTD + LAZY, 'intel', 'lazy'],
    [
      'AMD, lazy in the old words',
      '[0.1] AMD-Vi: Lazy IO/TLB flushing enabled\n[0.2] iommu: Default domain type: Translated',
      'amd',
      'lazy',
    ],
    [
      'AMD, with the parameter of Intel',
      '[0.1] DMAR: IOMMU enabled\n[0.2] AMD-Vi: Found IOMMU cap 0x40',
      'amd',
      undefined,
    ],
    [
      'SMMU: iommu=pt is not for it',
      `${line('iommu=pt')}[0.1] arm-smmu-v3 arm-smmu-v3.0.auto: ias 44-bit`,
      'smmu',
      undefined,
    ],
  ])('%s', (_, text, iommu, iommuMode) => {
    expect(mode(text)).toEqual([iommu, iommuMode]);
  });

  test('“IOMMU enabled” counts on Intel or with no CPU known', () => {
    const text = '[0.1] DMAR: IOMMU enabled';
    expect(read(text).settings.iommu).toBe('intel');
    expect(read(`${text}\n\nVendor ID: AuthenticAMD\nCPU family: 25`).settings.iommu).toBe(
      undefined,
    );
  });

  test('off and in use at once', () => {
    const text = `${TABLE}[0.2] DMAR: IOMMU disabled\n[0.3] pci 0000:00:01.0: Adding to iommu group 0`;
    expect(mode(text)).toEqual(['intel', undefined]);
    expect(warnings(text)).toHaveLength(1);
  });

  test('two kinds', () => {
    const text = `${VTD}[0.2] AMD-Vi: Found IOMMU cap 0x40`;
    expect(read(text).settings.iommu).toBe('intel');
    expect(warnings(text)).toHaveLength(1);
  });
});

describe('groups', () => {
  test('two boots in one paste', () => {
    const text =
      '[1.0] pci 0000:00:01.0: Adding to iommu group 1\n[1.0] pci 0000:00:01.0: Adding to iommu group 2';
    expect(read(text).groups.get('0000:00:01.0')).toBe('1');
    expect(warnings(text)).toMatchObject([{ line: 2, where: '0000:00:01.0' }]);
  });
});

describe('what the kernel said of peers', () => {
  const refusal = (n: number) =>
    `[${n}.0] nvme 0000:04:00.0: cannot be used for peer-to-peer DMA as the client and provider (0000:${n}:00.0) do not share an upstream bridge or whitelisted host bridge`;

  test('verdicts, each once', () => {
    expect(read(`${refusal(10)}\n${refusal(10)}\n${refusal(11)}`).kernelVerdicts).toEqual([
      { client: '0000:04:00.0', provider: '0000:10:00.0', verdict: 'refused', line: 1 },
      { client: '0000:04:00.0', provider: '0000:11:00.0', verdict: 'refused', line: 3 },
    ]);
  });

  test('a flood is cut short', () => {
    const lines = Array.from({ length: 60 }, (_, at) => refusal(at + 10));
    const { problems, kernelVerdicts } = read(lines.join('\n'));
    expect(kernelVerdicts).toHaveLength(60);
    expect(problems).toHaveLength(26);
    expect(problems.at(-1)?.text).toContain('35 more');
  });

  test('pcie_acs_override on the command line', () => {
    expect(warnings('root=/dev/sda1 ro pcie_acs_override=downstream')).toHaveLength(1);
  });
});

test('a release at the end of a long paste is found', () => {
  const line = '[    1.234567] usb 1-1: new high-speed USB device number 2 using xhci_hcd';
  const text = Array.from({ length: 50_000 }, () => line).join('\n');
  expect(read(`${text}\n6.12.15-amd64`).settings.kernel).toBe('6.12.15-amd64');
});
