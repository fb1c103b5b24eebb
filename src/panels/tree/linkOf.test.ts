import { expect, test } from 'vitest';
import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { UNKNOWN_PCIE } from '../../model/blank.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { LinkState } from '../../model/registers.ts';
import { linkCaption, linkSentence, linkStateWords } from '../words/linkWords.ts';
import { linkFacts, linkOf } from './linkOf.ts';
import { machineTree } from './machineTree.ts';

const at = (gts: number, width: number): LinkState => ({ gts, width });
const link = (
  capable: OrUnknown<LinkState>,
  current: OrUnknown<LinkState> = UNKNOWN,
): { readonly change: Partial<PciFunction> } => ({
  change: {
    pcie: {
      ...UNKNOWN_PCIE,
      link: { capable, current, targetGts: UNKNOWN, portNumber: UNKNOWN },
    },
  },
});

function facts(port: ReturnType<typeof link>, card: ReturnType<typeof link>) {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01', { change: { ...port.change } })
    .endpoint('01:00.0', card)
    .build();
  const tree = machineTree(machine);
  const [upper, lower] = machine.functions;
  if (!upper || !lower) throw new Error('two functions');
  const ends = linkOf(tree, lower);
  expect(linkOf(tree, upper)).toEqual({ upper, lower, own: 'upper' });
  expect(ends).toEqual({ upper, lower, own: 'lower' });
  return linkFacts(ends ?? { upper: null, lower: null });
}

const said = (port: ReturnType<typeof link>, card: ReturnType<typeof link>) =>
  linkSentence(facts(port, card));

test('held against the weaker of both ends', () => {
  const fine = facts(link(at(16, 16)), link(at(16, 16), at(16, 16)));
  expect(fine).toMatchObject({ reading: { both: at(16, 16) }, isDegraded: false });
  expect(linkSentence(fine)).toBe('It runs at the best that both ends can do.');
  expect(said(link(at(16, 16)), link(at(32, 16), at(16, 16)))).toBe(
    'It runs at the best that the port above can do; the card could do Gen5 x16.',
  );

  const narrow = facts(link(at(16, 16)), link(at(16, 16), at(16, 8)));
  expect(narrow.isDegraded).toBe(true);
  expect(linkSentence(narrow)).toBe(
    'Degraded: fewer lanes than there could be. It runs at Gen4 x8; both ends could do Gen4 x16.',
  );

  const slow = facts(link(at(16, 16)), link(at(16, 16), at(2.5, 16)));
  expect(slow.isDegraded).toBe(true);
  expect(linkSentence(slow)).toMatch(/^Degraded: slower .* Gen1 x16; both ends could do Gen4 x16/);
});

test('of a port that is not shown nothing is said', () => {
  expect(said(link(UNKNOWN), link(at(16, 16), at(16, 8)))).toMatch(
    /its lower end could do Gen4 x16/,
  );
  // The port alone does not tell what the card could do: it may be as wide as it can be.
  const alone = facts(link(at(16, 16), at(16, 8)), link(UNKNOWN));
  expect(alone).toMatchObject({ current: at(16, 8), reading: null, isDegraded: false });
});

test('what is not shown is said of nothing', () => {
  const hidden = facts(link(UNKNOWN), link(UNKNOWN));
  expect(hidden).toMatchObject({ current: null, reading: null, isDown: false });
  expect(linkSentence(hidden)).toBeNull();
  const half = facts(link(UNKNOWN), link({ gts: 16, width: UNKNOWN }, at(16, 8)));
  expect(half.isDegraded).toBe(false);
  expect(linkSentence(half)).toBeNull();
});

test('a link of no lanes is down, not degraded', () => {
  const down = facts(link(at(16, 16), at(2.5, 0)), link(UNKNOWN));
  expect(down).toMatchObject({ isDown: true, isDegraded: false });
  expect(linkSentence(down)).toMatch(/^The link is down/);
});

test('integrated, conventional and virtual functions have none', () => {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:09a2')
    .rciep('00:02.0', { change: { pcie: { ...UNKNOWN_PCIE, link: null } } })
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0')
    .endpoint('01:00.1', { physfn: '01:00.0' })
    .build();
  const tree = machineTree(machine);
  const linkless = machine.functions.filter((fn) => linkOf(tree, fn) === null).map((fn) => fn.id);
  expect(linkless).toEqual([id('00:00.0'), id('00:02.0'), id('01:00.1')]);
});

test('captions', () => {
  expect(linkCaption(at(16, 16))).toBe('Gen4 x16');
  expect(linkCaption({ gts: UNKNOWN, width: 4 })).toBe('Gen? x4');
  expect(linkCaption({ gts: 32, width: UNKNOWN })).toBe('Gen5 x?');
  expect(linkCaption(at(2.5, 0))).toBe('down');
  expect(linkStateWords(at(2.5, 1))).toBe('2.5 GT/s x1, Gen1');
  expect(linkStateWords({ gts: UNKNOWN, width: UNKNOWN })).toBe('rate not shown, x?');
});
