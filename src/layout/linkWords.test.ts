import { expect, test } from 'vitest';
import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import { UNKNOWN_PCIE } from '../model/blank.ts';
import { MachineBuilder } from '../model/machine.testkit.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { LinkState } from '../model/registers.ts';
import { linkWords } from './linkWords.ts';

const rate = (gts: number, width: number): LinkState => ({ gts, width });

function end(capable: OrUnknown<LinkState>, current: OrUnknown<LinkState>): PciFunction {
  const link = { capable, current, targetGts: null, portNumber: UNKNOWN };
  const change = { pcie: { ...UNKNOWN_PCIE, link } };
  const [fn] = new MachineBuilder().endpoint('01:00.0', { change }).build().functions;
  if (!fn) throw new Error('no function');
  return fn;
}

const fast = end(rate(32, 16), rate(16, 16));

test.each([
  ['all that both can do', end(rate(16, 16), rate(16, 16)), fast, 'Gen4 x16', false],
  ['fewer lanes', end(rate(16, 16), rate(16, 8)), fast, 'Gen4 x8 of x16', true],
  ['slower', end(rate(16, 16), rate(2.5, 16)), fast, 'Gen1 of Gen4 x16', true],
  ['both', end(rate(32, 16), rate(8, 4)), fast, 'Gen3 x4 of Gen5 x16', true],
  [
    'the port can do no more',
    end(rate(32, 16), rate(8, 8)),
    end(rate(8, 8), rate(8, 8)),
    'Gen3 x8',
    false,
  ],
  ['only what could be', end(rate(16, 4), UNKNOWN), null, '≤ Gen4 x4', false],
  ['only the port shows it', undefined, end(UNKNOWN, rate(5, 1)), 'Gen2 x1', false],
  ['only the width', end(UNKNOWN, { gts: UNKNOWN, width: 2 }), null, 'x2', false],
  ['a rate of no generation', end(UNKNOWN, rate(7, 2)), null, '7 GT/s x2', false],
  ['nothing', end(UNKNOWN, UNKNOWN), null, '', false],
] as const)('%s', (_, lower, port, text, isDegraded) => {
  expect(linkWords(lower, port)).toMatchObject({ text, isDegraded, isDown: false });
});

test('a link that trained to nothing is down', () => {
  expect(linkWords(end(rate(16, 4), rate(2.5, 0)), null)).toEqual({
    lanes: 4,
    isDegraded: false,
    isDown: true,
    text: 'down',
    title: 'Link down; could be Gen4 x4',
  });
});

test('in full it says what could be', () => {
  expect(linkWords(end(rate(16, 16), rate(16, 8)), fast).title).toBe('Gen4 x8; could be Gen4 x16');
});
