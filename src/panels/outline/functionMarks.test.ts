import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { OUTCOME } from '../../engine/p2pdma/outcome.ts';
import { UNKNOWN_PCIE } from '../../model/blank.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { machineTree } from '../tree/machineTree.ts';
import { functionMarks, spokenName } from './functionMarks.ts';

const at = (gts: number, width: number) => ({ gts, width });
const machine = new MachineBuilder()
  .rootPort('00:01.0', '01', { acs: acs(0x1d) })
  .rootPort('00:02.0', '02', {
    acs: UNKNOWN,
    change: {
      pcie: {
        ...UNKNOWN_PCIE,
        link: { capable: at(16, 4), current: at(2.5, 0), targetGts: null, portNumber: 1 },
      },
    },
  })
  .endpoint('01:00.0', {
    change: {
      pcie: {
        ...UNKNOWN_PCIE,
        link: { capable: at(16, 16), current: at(16, 8), targetGts: null, portNumber: 0 },
      },
    },
  })
  .endpoint('01:00.1')
  .build();
const tree = machineTree(machine);
const functions = [id('01:00.0'), id('01:00.1')];
const results = {
  table: {
    functions,
    possible: Uint8Array.from([1, OUTCOME.NOT_SUPPORTED, OUTCOME.THRU_HOST_BRIDGE, 1]),
    distance: new Int16Array(4),
  },
  placeOf: new Map(functions.map((each, index) => [each, index])),
};
const fnOf = (text: string) => {
  const fn = machine.functions.find((each) => each.id === id(text));
  if (!fn) throw new Error(text);
  return fn;
};
const nobody = { provider: null, client: null };

test('redirecting ports and hidden words are marked', () => {
  expect(functionMarks(tree, fnOf('00:01.0'), nobody, null)).toMatchObject({
    redirects: true,
    isAcsHidden: false,
    link: null,
  });
  expect(functionMarks(tree, fnOf('00:02.0'), nobody, null)).toMatchObject({
    redirects: false,
    isAcsHidden: true,
    link: { text: 'down', isDown: true },
  });
});

test('a link shows once, at the first function of its lower end', () => {
  expect(functionMarks(tree, fnOf('01:00.0'), nobody, null).link).toEqual({
    text: 'Gen4 x8',
    isDegraded: true,
    isDown: false,
  });
  expect(functionMarks(tree, fnOf('01:00.1'), nobody, null).link).toBeNull();
});

test('verdicts are those with the one end that is chosen', () => {
  const provider = { provider: id('01:00.0'), client: null };
  const marks = functionMarks(tree, fnOf('01:00.1'), provider, results);
  expect(marks.verdict).toBe('NOT_SUPPORTED');
  const client = { provider: null, client: id('01:00.0') };
  expect(functionMarks(tree, fnOf('01:00.1'), client, results).verdict).toBe('THRU_HOST_BRIDGE');
  const both = { provider: id('01:00.0'), client: id('01:00.1') };
  expect(functionMarks(tree, fnOf('01:00.1'), both, results)).toMatchObject({
    verdict: null,
    isClient: true,
  });
});

test('marks are said aloud', () => {
  const fn = fnOf('01:00.0');
  const marks = functionMarks(tree, fn, { provider: fn.id, client: null }, results);
  expect(spokenName(fn, 'NVIDIA A100', marks)).toBe(
    '0000:01:00.0 NVIDIA A100, provider, link Gen4 x8, degraded',
  );
});
