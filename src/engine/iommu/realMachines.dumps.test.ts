import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lookUpIds } from '../../formats/read/lookUpIds.ts';
import { readLspci } from '../../formats/read/lspci/readLspci.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { parsePciNames } from '../../model/pciNames.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { groupsOf, memberLists } from './groups.testkit.ts';

/*
 * Machines of other people, whose kernels said which groups they made, against what the rules make
 * of the same dumps. What the kernel said is taken out of the dumps before.
 */

const DUMPS = new URL('../../../../shared/dumps/', import.meta.url);
const isThere = existsSync(DUMPS);
const title = isThere
  ? 'machines of others'
  : `machines of others (SKIPPED: ${DUMPS.pathname} is absent)`;

interface Case {
  readonly folder: string;
  /** Below the folder with all dumps. */
  readonly dump: string;
  readonly iommu: 'intel' | 'amd';
  readonly kernel: string;
  /** Groups of the kernel that the rules do not make, each with the unknown that hides it. */
  readonly unlike?: readonly (readonly [group: string, why: string])[];
  /** The dump shows some of the machine's functions only. */
  readonly shows?: string;
}

/** Kernels by the dates and texts of the mails; groups do not differ between the eras in question. */
const CASES: readonly Case[] = [
  {
    folder: 'iommu-amdgpu-workstation-dmesg',
    dump: 'lspci.txt',
    iommu: 'amd',
    kernel: '5.10',
  },
  {
    folder: 'iommu-asmedia-asm1812-pcie-switch-causes-system-to-fre-de4387p1a',
    dump: 'lspci.txt',
    iommu: 'intel',
    kernel: '6.1',
    shows: 'the switch and what is below it, not the root port',
  },
  {
    folder: 'iommu-bug-219984-new-bisected-high-power-usage-since-p-2358e1p1a',
    dump: 'lspci.txt',
    iommu: 'intel',
    kernel: '6.12',
  },
  {
    // Root ports 00:1c.x keep their ACS control word at +8, which the dump does not show: by the time
    // groups are given, the kernel has set it.
    folder: 'iommu-bug-pcie-hotplug-behind-pex8748-bridge-window-al-bf2046p1a',
    dump: 'lspci.txt',
    iommu: 'intel',
    kernel: '6.12',
  },
  {
    folder: 'iommu-bug-report-delayed-wake-from-suspend-with-genesy-e6f2d1p1a',
    dump: 'lspci.txt',
    iommu: 'intel',
    kernel: '6.12',
  },
  {
    folder: 'iommu-patch-v1-pci-aspm-save-restore-l1ss-capability-f-4a969cp1a',
    dump: 'lspci.txt',
    iommu: 'intel',
    kernel: '6.6',
  },
  {
    folder: 'iommu-patch-v1-pci-aspm-save-restore-l1ss-capability-f-9a12a8p1a',
    dump: 'lspci.txt',
    iommu: 'intel',
    kernel: '6.6',
  },
  {
    // `lspci -v`: capabilities are named and no word is shown.
    folder: 'tree+groups-bar-resize-amd',
    dump: 'lspci-v.txt',
    iommu: 'intel',
    kernel: '5.15',
  },
  {
    folder: 'iommu-x99-acs-quirk-on-off',
    dump: 'rootports-lspci-vvvv-xxxx.txt',
    iommu: 'intel',
    kernel: '5.8',
    shows: 'three root ports; the rest of the machine is in lists of names only',
  },
  {
    folder: 'sysfs-iommu-ghw415',
    dump: '../../sysfs/ghw-linux-amd64-415ee03b8c4d1c4f07ae2e9d8b3d3d6d.expected.hex.txt',
    iommu: 'intel',
    kernel: '5.15',
    unlike: [
      ['0000:00:07.0', 'no configuration space: whether the port has ACS is not shown'],
      ['0000:00:07.2', 'no configuration space: whether the port has ACS is not shown'],
      ['0000:00:14.0 0000:00:14.2', 'no configuration space: 14.3 is not known to be an RCiEP'],
      ['0000:00:14.3', 'no configuration space: it is not known to be an RCiEP'],
    ],
  },
];

function readMachine(path: string): Machine {
  const text = readFileSync(new URL(path, DUMPS), 'utf8').replaceAll(/,? *IOMMU group:? \d+/g, '');
  const report = readLspci(text);
  if (!report.ok) throw new Error(`not read: ${JSON.stringify(report.error)}`);
  const names = readFileSync(new URL('../../../data/pci-ids.txt', import.meta.url), 'utf8');
  return lookUpIds(report.value.machine, parsePciNames(names)).machine;
}

function reported(folder: string): readonly (readonly string[])[] {
  const file = new URL(`paired/${folder}/expect.json`, DUMPS);
  const { expect: said } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.values(said.iommu_groups ?? said.with_intel_pch_quirk);
}

const written = (lists: readonly (readonly string[])[]) =>
  lists.map((each) => each.toSorted().join(' ')).toSorted();

describe.skipIf(!isThere)(title, () => {
  test.each(CASES)('$folder', ({ folder, dump, iommu, kernel, unlike = [], shows }) => {
    const machine = readMachine(`paired/${folder}/${dump}`);
    expect(machine.functions.every((fn) => fn.iommuGroup === 'unknown')).toBe(true);
    const shown = new Set<string>(machine.functions.map((fn) => fn.id));
    const kernels = written(reported(folder).map((group) => group.filter((id) => shown.has(id))));
    const expected = kernels.filter((group) => group !== '');
    if (!shows) expect(expected).toEqual(written(reported(folder)));

    const inUse = analyze(machine, { kernel: eraById(kernel), iommu }).groups();
    const derived = written(
      inUse.groups.map((group) => group.members.map((each) => each.function)),
    );
    const missing = expected.filter((group) => !derived.includes(group));
    expect(missing).toEqual(unlike.map(([group]) => group));
    if (unlike.length === 0) expect(derived).toEqual(expected);

    // Without a word on the IOMMU the answer is hypothetical, and the same.
    const unsaid = analyze(machine, { kernel: eraById(kernel), iommu: 'none' }).groups();
    expect(unsaid.hypothetical).toBe(true);
    expect(unsaid.groups).toEqual(inUse.groups);
  });
});

/*
 * Huawei D05, arm64 with SMMU: a mail of 2019 gives the tree (`lspci -tv`, not read as an input) and
 * says that no port has ACS. The groups are those of the boot in which everything was probed in
 * order; the other boot of that mail is a fault of its kernel's.
 */
test('Huawei D05: without ACS, a root port and all below it share a group', () => {
  const machine = new MachineBuilder()
    .rootPort('0002:f8:00.0', 'f9')
    .endpoint('0002:f9:00.0', { change: { multifunction: true } })
    .endpoint('0002:f9:00.1')
    .rootPort('0004:88:00.0', '89')
    .rootPort('000a:10:00.0', '11')
    .endpoint('000a:11:00.0', { change: { multifunction: true } })
    .endpoint('000a:11:00.1')
    .endpoint('000a:11:00.2', { physfn: '000a:11:00.0' })
    .endpoint('000a:11:00.3', { physfn: '000a:11:00.1' })
    .rootPort('000d:30:00.0', '31')
    .build();
  expect(memberLists(groupsOf(machine, { iommu: 'smmu', kernel: '5.4' }))).toEqual([
    ['0002:f8:00.0', '0002:f9:00.0', '0002:f9:00.1'],
    ['0004:88:00.0'],
    ['000a:10:00.0', '000a:11:00.0', '000a:11:00.1', '000a:11:00.2', '000a:11:00.3'],
    ['000d:30:00.0'],
  ]);
});

/*
 * Gigabyte B760M and a Raphael board: mails of July 2025 about the proposed rule. On the first,
 * version 2 of it merges all below the slot of root ports because 00:1c.0 has no ACS; version 3,
 * which is followed here, takes such a function as unable to reach its siblings. What is merged
 * keeps all ports but that one alone.
 */
test('B760M: one root port without ACS among four', () => {
  const several = { change: { multifunction: true } } as const;
  const REQ = acs(0x1d);
  const machine = new MachineBuilder()
    .rootPort('00:1c.0', '05', several)
    .rootPort('00:1c.1', '06', { acs: REQ, ...several })
    .rootPort('00:1c.2', '07', { acs: REQ, ...several })
    .endpoint('06:00.0')
    .endpoint('07:00.0')
    .build();
  const alone = [['00:1c.0'], ['00:1c.1'], ['00:1c.2'], ['06:00.0'], ['07:00.0']];
  expect(memberLists(groupsOf(machine, { kernel: '6.12' }))).toEqual(alone);
  expect(memberLists(groupsOf(machine, { kernel: 'proposal-groups' }))).toEqual(alone);
});
