import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { readDump } from './dump.testkit.ts';
import { bytesOf, goldenDump, wordsOf } from './goldenDumps.testkit.ts';
import { readLspci } from './readLspci.ts';

const SWITCH = 's43-sriov-switch-acs.612-none';

describe('readLspci', () => {
  it.each(['', 'hello\nworld', '-[0000:00]-+-00.0\n           \\-1f.5', '{"format":"peerlane"}'])(
    'refuses %j',
    (text) => {
      const result = readLspci(text);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error[0]?.severity).toBe('error');
    },
  );

  it('makes a captured machine, in order of addresses', () => {
    const { machine } = readDump(`
01:00.0 VGA compatible controller: NVIDIA Corporation GA102
00:1f.0 ISA bridge: Intel Corporation Device 5182
00:00.0 Host bridge: Intel Corporation Device 46d1`);
    expect(machine).toMatchObject({
      origin: 'captured',
      name: 'lspci dump',
      hostBridges: [{ id: 'host:0000:00' }],
      settings: { acsWords: 'as-is' },
    });
    expect(machine.functions.map(({ id }) => id)).toEqual([
      '0000:00:00.0',
      '0000:00:1f.0',
      '0000:01:00.0',
    ]);
  });

  it('takes the name of the machine from a prompt', () => {
    const { machine } = readDump('root@gpu-07:~# lspci\n00:00.0 Host bridge: Intel Corporation X');
    expect(machine.name).toBe('gpu-07');
  });

  it('leaves everything open that plain output does not show', () => {
    const { at, said } = readDump(`
00:00.0 Host bridge: Intel Corporation Device 46d1 (rev 02)
01:00.0 Non-Volatile memory controller: Samsung Electronics Co Ltd NVMe SSD Controller`);
    expect(at('01:00.0')).toMatchObject({
      parent: UNKNOWN,
      type: UNKNOWN,
      headerType: UNKNOWN,
      multifunction: UNKNOWN,
      classCode: 0x010800,
      revision: 0,
      bridge: UNKNOWN,
      pcie: UNKNOWN,
      acs: UNKNOWN,
      bars: UNKNOWN,
      numaNode: UNKNOWN,
      driver: UNKNOWN,
      iommuGroup: UNKNOWN,
    });
    expect(said('warning').join('\n')).toMatch(/without -v/);
  });

  it('reads what -v shows', () => {
    const { at, said } = readDump(`
00:00.0 Host bridge: Intel Corporation Device 46d1
	Flags: bus master, fast devsel, latency 0
	Kernel driver in use: skl_uncore

00:01.0 PCI bridge: Intel Corporation Device 1901 (rev 05) (prog-if 00 [Normal decode])
	Flags: bus master, fast devsel, latency 0, IRQ 122, NUMA node 0, IOMMU group 2
	Bus: primary=00, secondary=01, subordinate=01, sec-latency=0
	I/O behind bridge: 2000-2fff [size=4K] [16-bit]
	Memory behind bridge: bd000000-be0fffff [size=17M] [32-bit]
	Prefetchable memory behind bridge: [disabled] [64-bit]
	Capabilities: [a0] Express Root Port (Slot+), IntMsgNum 0
	Capabilities: [100] Virtual Channel
	Capabilities: [148] Access Control Services
	Kernel driver in use: pcieport

01:00.0 VGA compatible controller: NVIDIA Corporation Device 2204 (prog-if 00 [VGA controller])
	Flags: fast devsel, IRQ 11
	Memory at bd000000 (32-bit, non-prefetchable) [size=16M]
	Capabilities: [68] Express Legacy Endpoint, IntMsgNum 0
	Kernel modules: nouveau
`);
    expect(at('00:00.0')).toMatchObject({ type: 'conventional', pcie: null, acs: null });
    expect(at('00:01.0')).toMatchObject({
      type: 'root-port',
      headerType: 1,
      numaNode: 0,
      iommuGroup: '2',
      bridge: {
        primary: 0,
        secondary: 1,
        subordinate: 1,
        windows: [
          { kind: 'io', base: '0x2000', limit: '0x2fff' },
          { kind: 'memory', base: '0xbd000000', limit: '0xbe0fffff' },
        ],
      },
      acs: { capability: UNKNOWN, control: UNKNOWN, firmwareControl: UNKNOWN },
      ats: null,
      pcie: {
        version: UNKNOWN,
        slotImplemented: true,
        slotNumber: UNKNOWN,
        link: { capable: UNKNOWN },
      },
    });
    expect(at('01:00.0')).toMatchObject({
      parent: { kind: 'function', id: '0000:00:01.0' },
      type: 'legacy-endpoint',
      bridge: null,
      acs: null,
      driver: null,
      numaNode: null,
      iommuGroup: null,
      bars: [{ index: 0, address: '0xbd000000', size: 16 << 20 }],
    });
    expect(said('warning')).toEqual([]);
  });

  it('does not take for absent what only root may see', () => {
    const { at, said } = readDump(`
00:01.0 PCI bridge: Intel Corporation Device 1901 (prog-if 00 [Normal decode])
	Control: I/O+ Mem+ BusMaster+
	Status: Cap+ 66MHz- UDF-
	Bus: primary=00, secondary=01, subordinate=01, sec-latency=0
	Capabilities: <access denied>
	Kernel driver in use: pcieport`);
    expect(at('00:01.0')).toMatchObject({
      type: UNKNOWN,
      pcie: UNKNOWN,
      acs: UNKNOWN,
      driver: 'pcieport',
      bridge: { secondary: 1 },
    });
    expect(said('warning')[0]).toMatch(/without root/);
  });

  it('does not take for absent what the whole dump does not show', () => {
    const { at, said } = readDump(`
00:01.0 PCI bridge: Intel Corporation Device 1901
	Status: Cap+ 66MHz- UDF-
	Bus: primary=00, secondary=01, subordinate=01, sec-latency=0
	Capabilities: [a0] Express (v2) Root Port (Slot+), MSI 00

`);
    expect(at('00:01.0')).toMatchObject({ type: 'root-port', acs: UNKNOWN, sriov: UNKNOWN });
    expect(said('warning')[0]).toMatch(/has ACS is unknown/);
  });

  it('keeps what a function that does not answer is, and nothing else', () => {
    const { at, said } = readDump(`
01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GA102 [10de:2204] (rev ff) (prog-if ff)
	!!! Unknown header type 7f
	Kernel driver in use: nvidia
00: ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff
10: ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff`);
    expect(at('01:00.0')).toMatchObject({
      pciId: { vendor: 0x10de, device: 0x2204 },
      classCode: 0x030000,
      revision: UNKNOWN,
      headerType: UNKNOWN,
      pcie: UNKNOWN,
      acs: UNKNOWN,
      driver: 'nvidia',
    });
    expect(said('warning')).toEqual([expect.stringMatching(/^0000:01:00.0 did not answer/)]);
  });

  it('puts outputs of several runs together', () => {
    const dump = goldenDump(SWITCH);
    const together = readDump(`$ lspci -vvv\n${wordsOf(dump)}\n$ lspci -xxxx\n${bytesOf(dump)}`);
    const once = readDump(dump);
    expect(together.machine.functions).toEqual(once.machine.functions);
    expect(together.problems).toEqual([]);
  });

  it('lets the later run win, and says so', () => {
    const { at, problems } = readDump(`
00:01.0 PCI bridge: Intel Corporation Device 1901
	Flags: fast devsel
	Bus: primary=00, secondary=01, subordinate=01, sec-latency=0

00:01.0 PCI bridge: Intel Corporation Device 1901
	Flags: fast devsel
	Bus: primary=00, secondary=02, subordinate=02, sec-latency=0`);
    expect(at('00:01.0').bridge).toMatchObject({ secondary: 2 });
    expect(problems[0]).toMatchObject({
      severity: 'warning',
      line: 7,
      where: '0000:00:01.0',
      text: '0000:00:01.0: line 3 gives secondary bus 01, line 7 02, which is taken.',
    });
  });

  it.each([
    ['a bus number', /secondary=03/, 'secondary=07', /secondary bus 07, the hexadecimal dump 03/],
    [
      'a type',
      /Upstream Port, MSI/,
      'Endpoint, MSI',
      /type endpoint, the hexadecimal dump upstream/,
    ],
    ['a width', /Width x32/, 'Width x16', /width capability x16, the hexadecimal dump x32/],
    [
      'an ACS word',
      /ACSCtl:\tSrcValid-/,
      'ACSCtl:\tSrcValid+',
      /ACS control word 0001, the hexadecimal dump 0000/,
    ],
    ['an id', /\[104c:8232\]/, '[104c:8239]', /device id 8239, the hexadecimal dump 8232/],
    [
      'a region',
      /Memory at fea00000 \(32-bit/,
      'Memory at fea00000 (64-bit',
      /region 0 64-bit memory at 0xfea00000/,
    ],
  ])('checks words against bytes: %s', (_, pattern, replacement, message) => {
    const dump = goldenDump(SWITCH);
    const damaged = dump.replace(pattern, replacement);
    const { machine, problems } = readDump(damaged);
    const line = dump.slice(0, dump.search(pattern)).split('\n').length;
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', line, text: expect.stringMatching(message) }),
    ]);
    if (!/Memory/.test(replacement)) {
      expect(machine.functions).toEqual(readDump(dump).machine.functions);
    }
  });

  it('finds virtual functions without complaint about their bytes', () => {
    const { at, problems } = readDump(goldenDump(SWITCH));
    expect(at('03:00.1')).toMatchObject({
      physfn: '0000:03:00.0',
      parent: { kind: 'function', id: '0000:02:00.0' },
      pciId: { vendor: 0x1b36, device: 0x0010 },
      multifunction: false,
    });
    expect(problems).toEqual([]);
  });

  it('gives virtual functions the ids that their physical function names', () => {
    const { at } = readDump(bytesOf(goldenDump(SWITCH)));
    expect(at('03:00.1').pciId).toEqual({ vendor: 0x1b36, device: 0x0010 });
  });

  it('proves multifunction devices by their functions', () => {
    const { at } = readDump(`
00:1f.0 ISA bridge: Intel Corporation Device 5182
00:1f.3 Audio device: Intel Corporation Device 51c8
00:02.0 VGA compatible controller: Intel Corporation Device 46a6`);
    expect(['00:1f.0', '00:1f.3', '00:02.0'].map((address) => at(address).multifunction)).toEqual([
      true,
      true,
      UNKNOWN,
    ]);
  });

  it('makes slots of what ports and Linux say', () => {
    const { at, machine } = readDump(`
00:01.0 PCI bridge: Intel Corporation Device 1901
	Status: Cap+ 66MHz-
	Bus: primary=00, secondary=01, subordinate=01, sec-latency=0
	Capabilities: [a0] Express (v2) Root Port (Slot+), MSI 00
		SltCap:	AttnBtn- PwrCtrl- MRL-
			Slot #3, PowerLimit 75W; Interlock- NoCompl+

00:02.0 PCI bridge: Intel Corporation Device 1905
	Status: Cap+ 66MHz-
	Bus: primary=00, secondary=02, subordinate=02, sec-latency=0
	Capabilities: [a0] Express (v2) Root Port (Slot+), MSI 00
		SltCap:	AttnBtn- PwrCtrl- MRL-
			Slot #4, PowerLimit 75W; Interlock- NoCompl+

02:00.0 VGA compatible controller: NVIDIA Corporation Device 2204
	Physical Slot: PCIe 7
	Flags: fast devsel
02:00.1 Audio device: NVIDIA Corporation Device 1aef
	Physical Slot: PCIe 7
	Flags: fast devsel`);
    const common = { lanes: null, bifurcation: null, riser: null };
    expect(machine.slots).toEqual([
      { id: 'slot:PCIe 7:0000:00:02.0', label: 'PCIe 7', ports: ['0000:00:02.0'], ...common },
      { id: 'slot:3:0000:00:01.0', label: '3', ports: ['0000:00:01.0'], ...common },
    ]);
    expect(at('02:00.1').slot).toBe('slot:PCIe 7:0000:00:02.0');
    expect(at('00:01.0').slot).toBeNull();
  });

  it('takes kernel, command line and groups from what surrounds the dump', () => {
    const { machine, at } = readDump(`
$ uname -r
6.12.15-amd64
$ cat /proc/cmdline
BOOT_IMAGE=/vmlinuz root=/dev/sda1 iommu=pt
$ lspci
00:00.0 Host bridge: Intel Corporation Device 46d1
00:01.0 PCI bridge: Intel Corporation Device 1901
$ ls /sys/kernel/iommu_groups/7/devices
0000:00:01.0
[    1.234] pci 0000:00:00.0: Adding to iommu group 3`);
    expect(machine.settings.kernel).toBe('6.12.15-amd64');
    expect(machine.settings.cmdline).toMatch(/iommu=pt/);
    expect(at('00:00.0').iommuGroup).toBe('3');
  });

  it('reads the functions of a group listing, and their groups', () => {
    const { at, problems } = readDump(`
IOMMU Group 0:
	00:00.0 Host bridge [0600]: Intel Corporation Device [8086:46d1] (rev 02)
IOMMU Group 1:
	00:1f.0 ISA bridge [0601]: Intel Corporation Device [8086:5182]
	00:1f.3 Audio device [0403]: Intel Corporation Device [8086:51c8]`);
    expect(at('00:1f.3')).toMatchObject({
      iommuGroup: '1',
      pciId: { vendor: 0x8086, device: 0x51c8 },
    });
    expect(problems.some(({ text }) => /not understood/.test(text))).toBe(false);
  });

  it('says once what it could not use', () => {
    const { problems } = readDump(`
00:00.0 Host bridge: Intel Corporation Device 46d1

This is a letter.
It has two lines.`);
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'note',
        line: 3,
        text: '2 lines were not understood and ignored, first "This is a letter.".',
      }),
    );
  });

  it('lists no more problems than anybody reads', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `${(index % 200).toString(16).padStart(2, '0')}: 12 34 zz`,
    );
    const { problems } = readDump(`00:00.0 Host bridge: x\n${rows.join('\n')}`);
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.text).toMatch(/\d+ more problems are not listed/);
  });
});
