import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { withPortNumber } from './egress.testkit.ts';
import { type NodeAnswer, nodeVerdict } from './nodeVerdict.ts';

const RR = 0x04;
const CR = 0x08;
const EC = 0x20;

const machine = new MachineBuilder()
  .downstream('02:00.0', '03')
  .downstream('02:01.0', '04')
  .build();
const [node, other] = machine.functions;
if (!node || !other) throw new Error('two ports were built');
const target = withPortNumber(other, 3);

/** The node with this control word and a vector of 32 ports, in which 3 is the target. */
function withControl(control: number, vector: readonly number[] | null | 'unknown'): PciFunction {
  if (!node) throw new Error('a port was built');
  return { ...node, acs: { ...acs(control, 0x207f), egressVector: vector } };
}

const BLOCKED = [0b1000];
const OPEN = [0];

describe('the truth table of design B', () => {
  test.each<[string, number, readonly number[] | null, NodeAnswer]>([
    ['EC clear', 0, BLOCKED, 'direct'],
    ['EC clear, RR', RR, OPEN, 'redirected'],
    ['EC clear, CR', CR, OPEN, 'redirected'],
    ['EC clear, RR CR', RR | CR, OPEN, 'redirected'],
    ['EC, bit 1', EC, BLOCKED, 'blocked'],
    ['EC, bit 1, CR', EC | CR, BLOCKED, 'blocked'],
    ['EC, bit 1, RR', EC | RR, BLOCKED, 'redirected'],
    ['EC, bit 1, RR CR', EC | RR | CR, BLOCKED, 'redirected'],
    ['EC, bit 0', EC, OPEN, 'direct'],
    ['EC, bit 0, RR: the vector lets it pass', EC | RR, OPEN, 'direct'],
    ['EC, bit 0, CR', EC | CR, OPEN, 'redirected'],
    ['EC, bit 0, RR CR', EC | RR | CR, OPEN, 'redirected'],
    ['EC, no vector', EC, null, 'blocked'],
  ])('%s', (_, control, vector, expected) => {
    expect(nodeVerdict(withControl(control, vector), target)).toEqual([expected]);
  });

  test.each<[string, number, NodeAnswer]>([
    ['EC alone', EC, 'direct'],
    ['EC and RR', EC | RR, 'redirected'],
    ['EC and CR', EC | CR, 'redirected'],
  ])('target not known: %s, the vector is not read', (_, control, expected) => {
    expect(nodeVerdict(withControl(control, BLOCKED), null)).toEqual([expected]);
  });

  test('no ACS', () => {
    expect(nodeVerdict({ ...withControl(0, null), acs: null }, target)).toEqual(['direct']);
  });

  test('a target without a port number is as good as none', () => {
    const endpoint: PciFunction = { ...target, type: 'endpoint' };
    expect(nodeVerdict(withControl(EC, BLOCKED), endpoint)).toEqual(['direct']);
  });
});

describe('what the input hides', () => {
  test('the word: anything', () => {
    const hidden = { ...withControl(0, null), acs: UNKNOWN };
    expect(nodeVerdict(hidden, target)).toEqual(['direct', 'redirected', 'blocked']);
  });

  test.each<[string, number, readonly NodeAnswer[]]>([
    ['EC', EC, ['blocked', 'direct']],
    ['EC RR', EC | RR, ['redirected', 'direct', 'blocked']],
    ['EC RR CR', EC | RR | CR, ['redirected', 'blocked']],
  ])('the vector, with %s', (_, control, expected) => {
    expect(nodeVerdict(withControl(control, UNKNOWN), target)).toEqual(expected);
  });
});
