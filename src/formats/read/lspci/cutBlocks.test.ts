import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { type ReadDump, readDump } from './dump.testkit.ts';

const ACS = [
  '\tCapabilities: [148 v1] Access Control Services',
  '\t\tACSCap:\tSrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans-',
  '\t\tACSCtl:\tSrcValid+ TransBlk- ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans-',
];
const HEAD = [
  '\tControl: I/O+ Mem+ BusMaster+',
  '\tStatus: Cap+ 66MHz-',
  '\tRegion 0: Memory at fea00000 (32-bit, non-prefetchable) [size=4K]',
];
const EXPRESS = '\tCapabilities: [50] Express (v2) Endpoint, MSI 00';
const AER = '\tCapabilities: [100 v2] Advanced Error Reporting';
const DRIVER = '\tKernel driver in use: nvme';

/** A function with everything, whose block is whole. */
const WHOLE = ['01:00.0 Non-Volatile memory controller: A B', ...HEAD, EXPRESS, ...ACS, DRIVER, ''];
const NEXT = ['03:00.0 Non-Volatile memory controller: A B', ...HEAD, EXPRESS, AER, DRIVER, ''];
const HEADER = '02:00.0 Non-Volatile memory controller: A B';

const read = (...lines: readonly string[]): ReadDump => readDump(`${lines.join('\n')}\n`);

const isCut = { acs: UNKNOWN, ats: UNKNOWN, ari: UNKNOWN, sriov: UNKNOWN, driver: UNKNOWN };
const isWhole = { acs: null, ats: null, ari: null, sriov: null };
const WARNING = /^The description of 0000:02:00\.0 is cut; what is missing there is unknown\.$/;

describe('a block of which lines are missing', () => {
  it.each([
    ['the ruler of grep behind it', ['--', ...NEXT]],
    ['the next header behind it', NEXT],
    ['the end of the text behind it', []],
    ['three dots in brackets', ['[...]', '', ...NEXT]],
    ['a word in angle brackets', ['<snip>', '', ...NEXT]],
    ['an indented ellipsis', ['\t\t…', '', ...NEXT]],
    ['dots behind an empty line', ['', '[...]', '', ...NEXT]],
    ['a line that nobody knows', ['what is this', '', ...NEXT]],
  ])('shows no absence: %s', (_, rest) => {
    const { at, said } = read(...WHOLE, HEADER, ...HEAD, EXPRESS, AER, ...rest);
    expect(at('02:00.0')).toMatchObject({ ...isCut, type: 'endpoint', headerType: 0 });
    expect(at('02:00.0').bars).toHaveLength(1);
    expect(said('warning')).toEqual([expect.stringMatching(WARNING)]);
    expect(at('01:00.0').driver).toBe('nvme');
    if (rest.length > 0) expect(at('03:00.0')).toMatchObject(isWhole);
  });

  it.each([
    ['an empty line', ['', ...NEXT], null],
    ['an empty line and the ruler of grep', ['', '--', ...NEXT], null],
    ['an empty line at the end', [''], null],
    ['its driver, and the next header', [DRIVER, ...NEXT], 'nvme'],
    ['its driver, and the end', [DRIVER], 'nvme'],
  ])('is none with %s behind it', (_, rest, driver) => {
    const { at, said } = read(...WHOLE, HEADER, ...HEAD, EXPRESS, AER, ...rest);
    expect(at('02:00.0')).toMatchObject({ ...isWhole, driver });
    expect(said('warning')).toEqual([]);
  });

  it('is none where a paste has no empty lines at all', () => {
    const lines = [...WHOLE, HEADER, ...HEAD, EXPRESS, AER, ...NEXT].filter((line) => line !== '');
    expect(read(...lines).at('02:00.0')).toMatchObject({ ...isWhole, driver: null });
  });

  it('keeps what stands on both sides of the gap', () => {
    const { at } = read(...WHOLE, HEADER, ...HEAD, '[...]', EXPRESS, DRIVER, '');
    expect(at('02:00.0')).toMatchObject({
      type: 'endpoint',
      driver: 'nvme',
      acs: UNKNOWN,
      subsystemId: UNKNOWN,
    });
  });

  it('shows neither a conventional function nor regions before its list', () => {
    const { at } = read(...WHOLE, HEADER, ...HEAD.slice(0, 2), '--', ...NEXT);
    const open = { pcie: UNKNOWN, type: UNKNOWN, bars: UNKNOWN, headerType: UNKNOWN };
    expect(at('02:00.0')).toMatchObject({ ...open, subsystemId: UNKNOWN });
  });

  it('shows a conventional function where its status has no list', () => {
    const { at } = read(
      ...WHOLE,
      HEADER,
      '\tControl: I/O+',
      '\tStatus: Cap- 66MHz-',
      '--',
      ...NEXT,
    );
    expect(at('02:00.0')).toMatchObject({ pcie: null, acs: null, driver: UNKNOWN });
  });

  it('does not believe a number at the very end of a file', () => {
    const lines = [...WHOLE, HEADER, ...HEAD, EXPRESS, '\t\tLnkSta:\tSpeed 8GT/s, Width x1'];
    expect(readDump(lines.join('\n')).at('02:00.0').pcie).toMatchObject({
      link: { current: UNKNOWN },
    });
  });
});

describe('a block without indentation', () => {
  const flat = (lines: readonly string[]) => lines.map((line) => line.trim());
  const unknown = 'Wibble: of a later version';

  it.each([
    ['lines of which nothing is kept', ['Address: fee00000  Data: 4021', 'Ctrl:\tArbSelect=Fixed']],
    ['flags that begin with a digit', ['10BitTagComp- 10BitTagReq- OBFF Not Supported']],
  ])('is read over %s', (_, between) => {
    const lines = flat([...WHOLE, HEADER, ...HEAD, EXPRESS, ...between, ...ACS, DRIVER, '']);
    const { at, said } = read(...lines);
    expect(at('02:00.0')).toMatchObject({ driver: 'nvme', acs: { control: 29 }, ats: null });
    expect(said('warning')).toEqual([]);
  });

  it('goes on behind a line that nobody knows, and shows no absence then', () => {
    const { at, said } = read(
      ...flat([...WHOLE, HEADER, ...HEAD, EXPRESS, unknown, ...ACS, DRIVER, '']),
    );
    expect(at('02:00.0')).toMatchObject({ driver: 'nvme', acs: { control: 29 }, ats: UNKNOWN });
    expect(said('warning')).toEqual([expect.stringMatching(WARNING)]);
  });

  it('ends at a line that is somebody else’s', () => {
    const prompt = 'root@host:~# dmesg';
    const { at } = read(...flat([...WHOLE, HEADER, ...HEAD, EXPRESS, prompt, ...ACS, DRIVER, '']));
    expect(at('02:00.0')).toMatchObject(isCut);
  });
});
