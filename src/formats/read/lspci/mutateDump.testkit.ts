import { Random } from '../../../base/random.ts';
import { GOLDEN_DUMPS, goldenDump } from './goldenDumps.testkit.ts';

type Lines = string[];
type Mutation = (lines: Lines, random: Random) => Lines;

const GARBAGE = [
  '',
  '----------------------------------------',
  '[  123.456] nvme 0000:03:00.0: enabling device (0000 -> 0002)',
  'On Monday somebody wrote:',
  '$ lspci -vvv',
  '00:1f.7 \u0007\u0000',
  '00:00.0',
  '10000:e1:00.0 Non-Volatile memory controller: x',
  'ffffffff:ff:1f.7 Host bridge: Intel Corporation Device ffff (rev ff)',
  '\tBus: primary=ff, secondary=ff, subordinate=00, sec-latency=255',
  '\t\tInitial VFs: 65535, Total VFs: 65535, Number of VFs: 65535, Function Dependency Link: ff',
  '\t\tVF offset: 1, stride: 1, Device ID: ffff',
  '\t\tIOVCtl:\tEnable+ Migration+ Interrupt+ MSE+ ARIHierarchy+',
  '\tRegion 0: Memory at ffffffffffffffff (64-bit, prefetchable) [size=99999999999E]',
  '\tCapabilities: [fff v99] Access Control Services',
  '\t\tLnkSta:\tSpeed 99999GT/s, Width x99',
  'ff0: ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff',
  'fff: 00',
  'IOMMU Group 99999:',
  'Slot:\t00:00.0',
  '00:02.0 "VGA" "Intel \\" -r01 "',
];

/** Letters that have been trouble in texts before: controls, halves of pairs, other scripts. */
const ODD_LETTERS = [
  '\u0000',
  '\u001b[31m',
  '\u00a0',
  '\u2028',
  '\ud800',
  '\ufeff',
  '\u202e',
  '\u0661',
  '\u00e9',
  '\u{1f4a5}',
];

const at = (lines: Lines, random: Random): number => random.below(lines.length + 1);

function changeLine(lines: Lines, random: Random, change: (line: string) => string): Lines {
  const index = random.below(Math.max(1, lines.length));
  return lines.with(index, change(lines[index] ?? ''));
}

const MUTATIONS: readonly Mutation[] = [
  // Delete, repeat, swap and cut lines.
  (lines, random) => lines.toSpliced(at(lines, random), 1 + random.below(20)),
  (lines, random) => {
    const from = at(lines, random);
    const some = lines.slice(from, from + 1 + random.below(30));
    return lines.toSpliced(at(lines, random), 0, ...some);
  },
  (lines, random) => {
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
  },
  (lines, random) => lines.slice(0, at(lines, random)),
  (lines, random) => lines.slice(at(lines, random)),
  (lines, random) =>
    changeLine(lines, random, (line) => line.slice(0, random.below(line.length + 1))),
  // Change letters.
  (lines, random) =>
    changeLine(lines, random, (line) => {
      const index = random.below(line.length + 1);
      const letter = String.fromCharCode(32 + random.below(95));
      return line.slice(0, index) + letter + line.slice(index + 1);
    }),
  (lines, random) =>
    changeLine(lines, random, (line) => {
      const index = random.below(line.length + 1);
      return line.slice(0, index) + random.pick(ODD_LETTERS) + line.slice(index);
    }),
  (lines, random) =>
    changeLine(lines, random, (line) => line.replace(/\d+/, '9'.repeat(1 + random.below(40)))),
  (lines, random) =>
    changeLine(lines, random, (line) => line.replace(/[\da-f]{2}/, random.below(256).toString(16))),
  // Insert what does not belong.
  (lines, random) => lines.toSpliced(at(lines, random), 0, random.pick(GARBAGE)),
  (lines, random) =>
    lines.toSpliced(at(lines, random), 0, random.pick(GARBAGE), random.pick(GARBAGE)),
  (lines, random) =>
    changeLine(lines, random, (line) => line + random.pick(GARBAGE).repeat(random.below(200))),
  // Damage the text as a whole.
  (lines, random) => lines.map((line) => (random.below(3) === 0 ? line : `> ${line}`)),
  (lines) => lines.map((line) => `${line}\r`),
  (lines, random) => lines.map((line) => line.replaceAll('\t', ' '.repeat(random.below(9)))),
  (lines) => lines.map((line) => line.trim()),
  (lines) => lines.filter((line) => line !== ''),
  (lines, random) => {
    const width = 20 + random.below(70);
    return lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? ['']);
  },
  // Truncate or lose bytes.
  (lines, random) => {
    const limit = 16 * random.below(256);
    return lines.filter((line) => {
      const offset = /^([\da-f]{2,3}): /.exec(line)?.[1];
      return offset === undefined || Number.parseInt(offset, 16) < limit;
    });
  },
  (lines, random) =>
    lines.map((line) =>
      /^[\da-f]{2,3}: /.test(line) && random.below(8) === 0
        ? line.slice(0, random.below(54))
        : line,
    ),
  (lines) => lines.filter((line) => !/^[\da-f]{2,3}: /.test(line)),
  (lines) => lines.filter((line) => !line.startsWith('\t')),
];

/** A dump with up to eight kinds of damage done to it, the same for the same random numbers. */
export function mutateDump(dump: string, random: Random): string {
  let lines = dump.split('\n');
  for (let count = 1 + random.below(8); count > 0; count -= 1) {
    if (lines.length === 0) lines = [''];
    lines = random.pick(MUTATIONS)(lines, random);
  }
  return lines.join('\n');
}

/** Longest part of a dump that is damaged; some dumps are long, and a part may begin anywhere. */
const PART = 20_000;

/** The damaged dumps that test and benchmark share. */
export function* mutants(count: number, seed: number): Generator<string> {
  const sources = GOLDEN_DUMPS.filter((_, index) => index % 7 === 0).map(goldenDump);
  const random = new Random(seed);
  for (let made = 0; made < count; made++) {
    const dump = random.pick(sources);
    const start = dump.indexOf('\n\n', random.below(dump.length)) + 1;
    yield mutateDump(dump.slice(start, start + PART), random);
  }
}
