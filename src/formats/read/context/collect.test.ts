import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLLECT_COMMAND } from './collect.ts';
import { readContext } from './readContext.ts';
import { textLines } from './textLines.testkit.ts';

/** What the tools print on a machine that has things to hide. */
const PRINTED: Readonly<Record<string, string>> = {
  uname: 'Linux 6.12.15-amd64 x86_64',
  lscpu: 'Architecture: x86_64\nVendor ID: AuthenticAMD\nCPU family: 25',
  find: '/sys/kernel/iommu_groups/3/devices/0000:03:00.0',
  dmesg: [
    '[    0.0] Linux version 6.12.15-amd64 (me@secret-host)',
    '[    0.0] Kernel command line: root=/dev/mapper/secret--vg-root iommu=pt',
    '[    0.1] usb 1-1: SerialNumber: secret',
    '[    0.2] iommu: Default domain type: Passthrough (set via kernel command line)',
    '[    0.3] AMD-Vi: Extended features (0x58f77ef22294a5a, 0x0): PPR X2APIC',
  ].join('\n'),
  lspci: [
    '0000:03:00.0 Ethernet controller [0200]: Mellanox Technologies MT27800 [15b3:1017]',
    '\tCapabilities: [48] Vital Product Data',
    '\t\tProduct Name: ConnectX-5',
    '\t\tRead-only fields:',
    '\t\t\t[PN] Part number: MCX515A',
    '\t\t\t[SN] Serial number: secret',
    '\t\tEnd',
    '\tCapabilities: [148 v1] Device Serial Number 11-22-33-44-55-66-77-88',
    '00: b3 15 17 10 06 04 10 00 00 00 00 02 10 00 00 00',
    '140: 01 02 03 04 05 06 07 08 03 00 41 15 88 77 66 55',
    '150: 44 33 22 11 0e 00 c1 17 00 00 00 00 00 00 00 00',
    '',
    '0000:04:00.0 PCI bridge [0604]: Mellanox Technologies Switch [15b3:1976]',
    '140: 88 77 66 55 44 33 22 11 88 77 66 55 44 33 22 11',
  ].join('\n'),
};

let folder: string;
let output: string;

/** Puts our own tools before the system's. `sudo` runs what it is given. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'peerlane-collect-'));
  for (const [name, printed] of Object.entries(PRINTED)) {
    writeFileSync(join(folder, `${name}.txt`), `${printed}\n`);
    writeFileSync(join(folder, name), `#!/bin/sh\ncat "${folder}/${name}.txt"\n`);
  }
  writeFileSync(join(folder, 'sudo'), '#!/bin/sh\n"$@"\n');
  for (const name of [...Object.keys(PRINTED), 'sudo']) chmodSync(join(folder, name), 0o755);
  const env = { PATH: `${folder}:${process.env.PATH}` };
  output = execFileSync('sh', ['-c', COLLECT_COMMAND], { env, encoding: 'utf8' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('is one line that a POSIX shell can read', () => {
  expect(COLLECT_COMMAND).not.toContain('\n');
  execFileSync('sh', ['-n', '-c', COLLECT_COMMAND]);
});

describe('its output', () => {
  test('gives away neither host nor serial numbers', () => {
    expect(output).not.toContain('secret');
    expect(output).toContain('[148 v1] Device Serial Number 00-00-00-00-00-00-00-00');
    expect(output).toContain('140: 01 02 03 04 05 06 07 08 03 00 41 15 00 00 00 00');
    expect(output).toContain('150: 00 00 00 00 0e 00 c1 17 00');
  });

  test('keeps every other byte', () => {
    expect(output).toContain('00: b3 15 17 10 06 04 10 00 00 00 00 02 10 00 00 00');
    expect(output).toContain('140: 88 77 66 55 44 33 22 11 88 77 66 55 44 33 22 11');
  });

  test('is understood', () => {
    const before = output.slice(0, output.indexOf('0000:03:00.0 Ethernet'));
    const facts = readContext(textLines(before));
    expect(facts.settings).toMatchObject({
      kernel: '6.12.15-amd64',
      cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 25 },
      iommu: 'amd',
      iommuMode: 'passthrough',
    });
    expect([...facts.groups]).toEqual([['0000:03:00.0', '3']]);
  });
});
