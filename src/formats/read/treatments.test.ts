import { expect, test } from 'vitest';
import { readLspci } from './lspci/readLspci.ts';

const PASTE = `$ uname -r
6.12.15-amd64
[    0.000000] Linux version 6.1.0 (gcc)
whatever this may be
-[0000:00]-+-00.0  Host bridge
00:00.0 Host bridge [0600]: Intel Corporation 82G33/G31/P35/P31 [8086:29c0]
\tControl: I/O- Mem+
`;

test('a remark says what became of its place', () => {
  const read = readLspci(PASTE);
  const told = read.ok
    ? read.value.problems.map(({ treatment = 'doubt', text }) => `${treatment}: ${text}`)
    : [];
  expect(told).toContainEqual(expect.stringMatching(/^understood: The kernel is 6\.12\.15/));
  expect(told).toContainEqual(expect.stringMatching(/^guessed: Two different kernel releases/));
  expect(told).toContainEqual(expect.stringMatching(/^ignored: The drawing of lspci -t/));
  expect(told).toContainEqual(expect.stringMatching(/^ignored: 1 line was not understood/));
});
