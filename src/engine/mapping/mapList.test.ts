import { describe, expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import { id } from '../../model/machine.testkit.ts';
import type { ScatterlistEntry } from '../../model/workload.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { analysisUnder } from './analysisUnder.ts';
import { mapList } from './mapList.ts';
import { USUAL_MAPPING } from './mappingOptions.ts';
import {
  DRIVE_A,
  DRIVE_B,
  ENTRIES,
  NIC,
  oneSwitch,
  peer,
  ram,
  withFunctions,
} from './scenarioMachines.testkit.ts';
import { fates, mapped, outputs } from './scenarios/mapped.testkit.ts';

describe('what is wrong with a list is told', () => {
  const GONE = id('77:00.0');
  const withoutAddress = withFunctions(oneSwitch(), (fn) =>
    fn.id === DRIVE_A && fn.bars !== UNKNOWN
      ? { ...fn, bars: fn.bars.map((bar) => ({ ...bar, address: null })) }
      : fn,
  );
  const hiddenBars = withFunctions(oneSwitch(), (fn) =>
    fn.id === DRIVE_A ? { ...fn, bars: UNKNOWN } : fn,
  );

  test.each([
    [
      'a provider that is gone',
      oneSwitch(),
      peer(0x1000, 0, GONE),
      /77:00\.0 is not in the machine/,
    ],
    ['a BAR that it does not have', oneSwitch(), { ...peer(0x1000), bar: 2 }, /BAR 2 of NVMe-A/],
    ['a BAR without an address', withoutAddress, peer(0x1000), /BAR 4 of NVMe-A/],
    ['BARs that are not shown', hiddenBars, peer(0x1000), /BAR 4 of NVMe-A/],
    [
      'an address that no memory has',
      oneSwitch(),
      { kind: 'ram', address: hex64(0x4000_0000_0000_0000n), length: 1 },
      /Entry 2 has no address/,
    ],
  ] as const)('%s: nothing can be mapped', (_, machine, entry, expected) => {
    const report = mapped(machine, [ram(0x1000, 0x1000), entry as ScatterlistEntry]);
    expect(report.mapping).toMatchObject({ failedAt: 1, outputs: [] });
    expect(report.entries).toHaveLength(2);
    expect(`${report.entries[1]?.text} ${report.remarks.join(' ')}`).toMatch(expected);
    expect(report.remarks.join(' ')).toContain('Entry 2 has no address');
  });

  test('a device that is gone', () => {
    const report = mapped(oneSwitch(), ENTRIES.E1, { client: 'nobody' as FunctionId });
    expect(report.remarks).toEqual([expect.stringContaining('nobody is not in the machine')]);
    expect(report.mapping.outputs).toEqual([]);
  });

  test('memory beyond the end of a BAR', () => {
    const report = mapped(oneSwitch(), [peer(0x2000, (1 << 30) - 0x1000)]);
    expect(report.mapping.errno).toBe(0);
    expect(report.remarks).toContain('Entry 1 reaches beyond the end of BAR 4.');
  });

  test('an empty list', () => {
    const report = mapped(oneSwitch(), []);
    expect(report.mapping.outputs).toEqual([]);
    expect(report.wire).toEqual([]);
  });
});

test('a pair that the input does not decide is shown at its best, as not known', () => {
  const hidden = withFunctions(oneSwitch(), (fn) =>
    fn.type === 'downstream' ? { ...fn, acs: UNKNOWN } : fn,
  );
  const report = mapped(hidden, [peer(0x1000)]);
  expect(report.entries[0]).toMatchObject({ mapType: null });
  expect(outputs(report)).toEqual(['0x3800000000+1000 BUS']);
  expect(fates(report)).toEqual(['unknown']);
  expect(report.remarks.join(' ')).toContain('does not show');
});

test('where the tree above is hidden, the way ends as not known', () => {
  const orphan = withFunctions(oneSwitch(), (fn) =>
    fn.id === id('00:01.0') ? { ...fn, parent: UNKNOWN } : fn,
  );
  const report = mapped(orphan, ENTRIES.S7, { iommu: 'none' });
  expect(fates(report)).toEqual(['unknown', 'unknown']);
});

test('a list of one provider shares its memory, as pages of one pgmap do', () => {
  const list = [peer(0x1000), peer(0x1000, 0x1000), peer(0x1000, 0, DRIVE_B)];
  const report = mapped(oneSwitch(), list);
  expect(report.entries.map(({ provider }) => provider)).toEqual([DRIVE_A, DRIVE_A, DRIVE_B]);
  expect(report.mapping.outputs).toHaveLength(3);
});

test('steps are kept up to some thousands, then counted', () => {
  const pages = (count: number) =>
    Array.from({ length: count }, (_, i) => ram(0x1_0000_0000 + i * 0x3000, 0x1000));
  const short = mapped(oneSwitch(), ENTRIES.E6);
  expect(short.stepsLeftOut).toBe(0);
  expect(short.steps.at(-1)?.phase).toBe('return');
  const long = mapped(oneSwitch(), pages(3000));
  expect(long.steps).toHaveLength(4000);
  expect(long.stepsLeftOut).toBeGreaterThan(1000);
  expect(long.addresses).toHaveLength(long.mapping.outputs.length);
  const many = mapped(oneSwitch(), pages(100), { iommu: 'none' });
  expect(many.mapping.outputs).toHaveLength(100);
  expect(many.wire).toHaveLength(64);
});

test('what is given back can be cloned, as messages of the worker are', () => {
  const report = mapped(oneSwitch(), ENTRIES.E6);
  expect(structuredClone(report)).toEqual(report);
});

describe('other conditions than the machine’s own', () => {
  const ask = { list: { client: NIC, entries: ENTRIES.E6 }, options: USUAL_MAPPING } as const;

  test('hold beside those that the analysis was made for', () => {
    const analysis = analyze(oneSwitch(), { cmdline: 'intel_iommu=on' });
    const other = mapList(analysis, { ...ask, conditions: { kernel: eraById('6.18') } });
    expect(other.under).toBe('Linux 6.18, VT-d, lazy');
    expect(other.mapping.outputs).toHaveLength(1); // redirected still
    const off = mapList(analysis, { ...ask, conditions: { iommuMode: 'off' } });
    expect(off.under).toBe('Linux 6.1, VT-d off');
  });

  test('are made once for each analysis', () => {
    const analysis = analyze(oneSwitch());
    expect(analysisUnder(analysis, {})).toBe(analysis);
    expect(analysisUnder(analysis, { kernel: null })).toBe(analysis);
    const strict = analysisUnder(analysis, { iommuMode: 'strict', kernel: eraById('5.15') });
    expect(strict.conditions.iommu.value.mode).toBe('strict');
    expect(analysisUnder(analysis, { kernel: eraById('5.15'), iommuMode: 'strict' })).toBe(strict);
    for (const kernel of ['5.4', '5.10', '6.0', '6.1', '6.6', '6.18']) {
      analysisUnder(analysis, { kernel: eraById(kernel) });
    }
    const again = analysisUnder(analysis, { kernel: eraById('5.15'), iommuMode: 'strict' });
    expect(again).not.toBe(strict);
    expect(again.conditions).toEqual(strict.conditions);
  });
});

test('what the conditions assume is said with them, and not among the remarks', () => {
  const analysis = analyze(oneSwitch());
  const list = { client: NIC, entries: ENTRIES.E1 };
  const { remarks } = mapList(analysis, { list, options: USUAL_MAPPING, conditions: {} });
  for (const { text } of analysis.conditions.assumed) expect(remarks.join(' ')).not.toContain(text);
  expect(new Set(remarks).size).toBe(remarks.length);
});

test('the IOMMU’s driver is called page by page up to 5.14, and for runs of pages from 5.15 on', () => {
  const list = [ram(0x1000_0000, 0x8000)];
  const calls = (kernel: string) =>
    mapped(oneSwitch(), list, { kernel, iommu: 'intel' }).iommu?.driverCalls;
  expect([calls('5.10'), calls('5.12'), calls('5.15')]).toEqual([1, 8, 1]);
});
