import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../model/address.ts';
import { cleanLines } from './cleanLines.ts';
import { splitBlocks } from './splitBlocks.ts';

function split(text: string) {
  const { blocks, foreign, shared, problems } = splitBlocks(cleanLines(text.replace(/^\n/, '')));
  return {
    blocks: blocks.map((block) => ({
      at: formatAddress(block.address).slice(5),
      header: block.header,
      details: block.details.map(({ text }) => text),
      bytes: block.space?.end ?? 0,
    })),
    foreign: foreign.map(({ number }) => number),
    shared: [...shared],
    problems: problems.map(({ text, line }) => `${line}: ${text}`),
  };
}

const HOST = '00:00.0 Host bridge: Intel Corporation Device 1234';
const PORT = '00:01.0 PCI bridge: Intel Corporation Device 5678';
const ROW = (offset: string) => `${offset}: ${Array(16).fill('12').join(' ')}`;

describe('splitBlocks', () => {
  it('separates blocks from what is around them', () => {
    const { blocks, foreign } = split(`
$ lspci -v
${HOST}
	Flags: fast devsel
	Kernel modules: x

${PORT}
	Flags: fast devsel

$ uname -r
6.1.0
`);
    expect(blocks.map(({ at, details }) => [at, details.length])).toEqual([
      ['00:00.0', 2],
      ['00:01.0', 1],
    ]);
    expect(foreign).toEqual([1, 9, 10]);
  });

  it('takes headers alone, and other lines right behind them for what they are', () => {
    const { blocks, foreign } = split(`${HOST}\n${PORT}\nLinux version 6.1.0\n$ true`);
    expect(blocks).toHaveLength(2);
    expect(foreign).toEqual([3, 4]);
  });

  it('takes bytes, with or without words', () => {
    const { blocks } = split(`00:00.0 x\n${ROW('00')}\n${ROW('10')}\n\n00:01.0\n${ROW('00')}`);
    expect(blocks.map(({ at, bytes }) => [at, bytes])).toEqual([
      ['00:00.0', 32],
      ['00:01.0', 16],
    ]);
  });

  it('joins what a mail program broke', () => {
    const { blocks, foreign } = split(`
00:01.0 PCI bridge: Intel Corporation Xeon E7 v3/Xeon E5 v3/Core i7 PCI
Express Root Port 1 (rev 02) (prog-if 00 [Normal decode])
        Status: Cap+ 66MHz- UDF- FastB2B- ParErr- DEVSEL=fast >TAbort-
<TAbort- <MAbort- >SERR- <PERR- INTx-
        Prefetchable memory behind bridge:
00000000fff00000-00000000000fffff [disabled]
`);
    expect(blocks).toEqual([
      {
        at: '00:01.0',
        header:
          'PCI bridge: Intel Corporation Xeon E7 v3/Xeon E5 v3/Core i7 PCI Express Root Port 1 (rev 02) (prog-if 00 [Normal decode])',
        details: [
          'Status: Cap+ 66MHz- UDF- FastB2B- ParErr- DEVSEL=fast >TAbort- <TAbort- <MAbort- >SERR- <PERR- INTx-',
          'Prefetchable memory behind bridge: 00000000fff00000-00000000000fffff [disabled]',
        ],
        bytes: 0,
      },
    ]);
    expect(foreign).toEqual([]);
  });

  it('joins a broken ACS line that was indented again', () => {
    const { blocks } = split(`
${PORT}
	ACSCap: SrcValid+ TransBlk+ ReqRedir+ CmpltRedir+
	UpstreamFwd+ EgressCtrl- DirectTrans+
	ACSCtl: SrcValid+ TransBlk- ReqRedir+ CmpltRedir+ UpstreamFwd+
	EgressCtrl- DirectTrans-
`);
    expect(blocks[0]?.details).toEqual([
      'ACSCap: SrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans+',
      'ACSCtl: SrcValid+ TransBlk- ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans-',
    ]);
  });

  it('reads a paste that is indented as a whole', () => {
    const { blocks, foreign } = split(`
    $ lspci
    ${HOST}
    	Flags: fast devsel
    $ exit
`);
    expect(blocks[0]?.details).toEqual(['Flags: fast devsel']);
    expect(foreign).toEqual([1, 4]);
  });

  it('reads a paste without indentation', () => {
    const { blocks } = split(`
${HOST}
Subsystem: Dell Device 1234
Flags: fast devsel
Kernel driver in use: x

${PORT}
Flags: fast devsel
Linux version 6.1
`);
    expect(blocks.map(({ details }) => details.length)).toEqual([3, 1]);
  });

  it('reads a paste with a blank line after every line', () => {
    const lines = [
      HOST,
      '	Subsystem: x',
      '	Flags: fast devsel',
      PORT,
      '	Flags: fast devsel',
      ROW('00'),
    ];
    const { blocks, problems } = split(lines.join('\n\n'));
    expect(blocks.map(({ details, bytes }) => [details.length, bytes])).toEqual([
      [2, 0],
      [1, 16],
    ]);
    expect(problems).toEqual([]);
  });

  it('bears a blank line and a foreign one inside a block', () => {
    const { blocks, foreign } = split(`
${HOST}
	Flags: fast devsel

	Capabilities: [40] Power Management version 3
[ 12.3] a message of the kernel in between
	Kernel driver in use: x
`);
    expect(blocks[0]?.details).toHaveLength(3);
    expect(foreign).toEqual([5]);
  });

  it.each([
    [
      'behind a blank line',
      `${HOST}\n\tFlags: fast devsel\n\n\tFlags: medium devsel\n\tBus: primary=00`,
    ],
    ['without one', `${HOST}\n\tFlags: fast devsel\n\tFlags: medium devsel\n\tBus: primary=00`],
    ['at the start', `\tSubsystem: x\n\tFlags: fast devsel\n${HOST}\n\tFlags: fast devsel`],
    [
      'with bytes',
      `${HOST}\n${ROW('00')}\n${ROW('10')}\n\n${ROW('00').replace('12', '13')}\n${ROW('10')}`,
    ],
    [
      'with bytes and no blank line',
      `${HOST}\n${ROW('00')}\n${ROW('10')}\n${ROW('00')}\n${ROW('10')}`,
    ],
  ])('leaves the details of a function out whose header is missing, %s', (_, text) => {
    const { blocks, foreign, problems } = split(text);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.details.length).toBeLessThanOrEqual(1);
    expect(foreign).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/header line is missing/)]);
  });

  it('bears a line that was pasted twice', () => {
    const { blocks, problems } = split(
      `${HOST}\n\tFlags: fast devsel\n\tFlags: fast devsel\n${ROW('00')}`,
    );
    expect(blocks[0]?.bytes).toBe(16);
    expect(problems).toEqual([]);
  });

  it('reports damaged bytes with their line and reads on', () => {
    const { blocks, problems } = split(`${HOST}\n${ROW('00').replace('12', 'zz')}\n${ROW('10')}`);
    expect(blocks[0]?.bytes).toBe(32);
    expect(problems).toEqual([expect.stringMatching(/^2: .*cannot be read in full/)]);
  });

  it('gives the lines of a group listing to both sides', () => {
    const { blocks, foreign, shared } = split(`
IOMMU Group 0:
	00:00.0 Host bridge [0600]: Intel Corporation Device [8086:1234]
IOMMU Group 1:
	00:01.0 PCI bridge [0604]: Intel Corporation Device [8086:5678]
		Express Root Port (Slot+)

00:02.0 VGA compatible controller: Intel Corporation Device 9abc
`);
    expect(blocks).toHaveLength(3);
    expect(foreign).toEqual([1, 2, 3, 4, 5]);
    expect(shared).toEqual([2, 4, 5]);
  });

  it('takes an address with odd words for a header where lspci surrounds it', () => {
    expect(split(`00:00.0 Frobnicator: x\n\tFlags: fast devsel`).blocks).toHaveLength(1);
    expect(split(`${HOST}\n00:01.0 Frobnicator: x`).blocks).toHaveLength(2);
    expect(split('The card\n03:00.0 for instance: it fails').blocks).toHaveLength(0);
    expect(split('03:00.0 -> ../../../devices').blocks).toHaveLength(0);
  });

  it('leaves lines of absurd length alone', () => {
    expect(split(`00:00.0 Host bridge: ${'x'.repeat(5000)}`).foreign).toEqual([1]);
  });
});
