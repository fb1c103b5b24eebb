import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { readDump } from './dump.testkit.ts';

const row = (offset: string, ...bytes: readonly string[]): string =>
  `${offset}: ${[...bytes, ...Array<string>(16).fill('00')].slice(0, 16).join(' ')}`;

/** A host bridge, sixty-four bytes. */
const HEX = [
  row('00', ...'86 80 18 19 06 00 00 00 07 00 00 06'.split(' ')),
  row('10'),
  row('20'),
  row('30'),
];

describe('a mail in quoted-printable', () => {
  it('is read, and said to be one', () => {
    const { at, said } = readDump(`
00:02.0 VGA compatible controller: Intel Corporation Device 4c8a (prog-if =
00 [VGA controller])
\tControl: I/O+ Mem+ BusMaster+ SpecCycle- MemWINV- VGASnoop- ParErr- Steppi=
ng- SERR- FastB2B- DisINTx-
\tStatus: Cap- 66MHz- DEVSEL=3Dfast >TAbort- <TAbort-
\tRegion 0: Memory at e8011141000 (64-bit, non-prefetchable) [size=3D4K]
\tRegion 2: Memory at e8011150000 (64-bit, non-prefetchable) [size=3D64K]`);
    expect(at('00:02.0')).toMatchObject({
      classCode: 0x030000,
      bars: [{ size: 4096 }, { size: 65536 }],
    });
    expect(said('note')).toContainEqual(expect.stringContaining('quoted-printable'));
  });
});

describe('IOMMU groups', () => {
  const listed = (text: string) => {
    const { machine, said } = readDump(text);
    return {
      groups: machine.functions.map(({ iommuGroup }) => iommuGroup),
      warnings: said('warning').filter((text) => text.includes('group')),
    };
  };
  const dump = '00:00.0 Host bridge: a\n\tFlags: fast devsel\n\n00:01.0 PCI bridge: b';

  it.each([
    [
      'indented',
      'IOMMU Group 3:\n\t00:00.0 Host bridge: a\nIOMMU Group 4:\n\t00:01.0 PCI bridge: b',
    ],
    [
      'not indented',
      'IOMMU Group 3:\n00:00.0 Host bridge: a\nIOMMU Group 4:\n00:01.0 PCI bridge: b\n',
    ],
    [
      'in one line',
      'Group:  3   0000:00:00.0 Host bridge: a   Driver: x\nGroup:  4   0000:00:01.0 PCI bridge: b\n',
    ],
  ])('of a listing, %s', (_, text) => {
    const expected = { groups: ['3', '4'], warnings: [] };
    expect(listed(text)).toEqual(expected);
    expect(listed(`${text}\n${dump}`)).toEqual(expected);
  });

  it('may have several members that are not indented', () => {
    const text =
      'IOMMU Group 3:\n00:00.0 Host bridge: a\n00:01.0 PCI bridge: b\n\n00:02.0 PCI bridge: c';
    expect(listed(text).groups).toEqual(['3', '3', UNKNOWN]);
  });

  it('are the dump’s where a listing says something else', () => {
    const text = `IOMMU Group 7:\n\t00:00.0 Host bridge: a\n\n${dump.replace('devsel', 'devsel, IOMMU group 3')}`;
    const { groups, warnings } = listed(text);
    expect(groups[0]).toBe('3');
    expect(warnings).toEqual([expect.stringMatching(/group 3 .*line 5.*group 7 .*line 2\./)]);
  });

  it.each(['', '\t', '\t\t\t'])('may stand behind a break in Flags, indented by %j', (blanks) => {
    const text = `
00:00.0 Host bridge: a
\tFlags: fast devsel, IOMMU group 0

00:02.0 VGA compatible controller: b
\tFlags: bus master, fast devsel, latency 0, IRQ 126, NUMA node 0,
${blanks}IOMMU group 1
\tMemory at b0000000 (64-bit, prefetchable) [size=256M]`;
    expect(listed(text).groups).toEqual(['0', '1']);
  });
});

describe('hexadecimal dumps', () => {
  it.each(['00:00.0', '00:00.0 Host bridge: Intel Corporation x'])(
    'may be double-spaced below %s',
    (header) => {
      const text = [header, ...HEX, '', header.replace('00.0', '01.0'), ...HEX].join('\n\n');
      const { at, problems } = readDump(text);
      for (const address of ['00:00.0', '00:01.0']) {
        expect(at(address).pciId).toEqual({ vendor: 0x8086, device: 0x1918 });
      }
      expect(problems.filter(({ text }) => text.includes('header'))).toEqual([]);
    },
  );

  it('that stand apart below a list are nobody’s', () => {
    const text = `00:00.0 Host bridge: a\n00:01.0 PCI bridge: b\n\n${HEX.join('\n')}`;
    expect(readDump(text).at('00:01.0').pciId).toBe(UNKNOWN);
  });

  it('may have a list of extended capabilities that loops', () => {
    const bytes = new Map([
      [0x00, row('00', ...'86 80 18 19 06 00 10 00 07 00 04 06 00 00 01 00'.split(' '))],
      [0x30, row('30', '00', '00', '00', '00', '40')],
      [0x40, row('40', '10', '00', '42', '00')],
      [0x100, row('100', '01', '00', '01', '10')],
    ]);
    const rows = Array.from(
      { length: 256 },
      (_, at) => bytes.get(at * 16) ?? row((at * 16).toString(16).padStart(2, '0')),
    );
    const { at, said } = readDump(`00:01.0\n${rows.join('\n')}`);
    expect(at('00:01.0').acs).toBe(UNKNOWN);
    expect(said('warning')).toEqual([expect.stringContaining('loops')]);
  });
});

describe('two machines in one paste', () => {
  const functions = (vendor: string, count: number) =>
    Array.from(
      { length: count },
      (_, at) =>
        `00:0${at}.0 PCI bridge [0604]: x [${vendor}:000${at}]\n\tBus: primary=00, secondary=0${vendor[0]}, subordinate=0${at}`,
    ).join('\n\n');

  it('are said to be two, with a few examples', () => {
    const { said } = readDump(`${functions('1234', 9)}\n\n${functions('5678', 9)}`);
    const [two, ...others] = said('warning').filter((text) =>
      /two machines|which is taken/.test(text),
    );
    expect(two).toContain('two machines: 9 addresses have different devices');
    expect(others).toHaveLength(5);
    expect(said('note')).toContainEqual(expect.stringMatching(/^\d+ more contradictions/));
  });

  it.each([
    ['the same one twice', functions('1234', 9), functions('1234', 9)],
    ['one card that was replaced', functions('1234', 1), functions('5678', 1)],
  ])('are not %s', (_, first, second) => {
    const { said } = readDump(`${first}\n\n${second}`);
    expect(said('warning').filter((text) => text.includes('two machines'))).toEqual([]);
  });
});

it('a time of day and a message are no function', () => {
  const { machine } = readDump(
    '00:00.0 Host bridge: a\n10:15.3 error: something\n10:16.1 Warning: x',
  );
  expect(machine.functions).toHaveLength(1);
});

it('reads any number of lines below `cat /proc/cmdline`', () => {
  const text = `00:00.0 Host bridge: x\n# cat /proc/cmdline\n${'a=b\n'.repeat(130_000)}`;
  expect(readDump(text).machine.functions).toHaveLength(1);
}, 60_000);
