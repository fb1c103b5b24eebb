import { describe, expect, it } from 'vitest';
import type { Hex64 } from '../../../base/hex.ts';
import type { Problem } from '../../../base/problem.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Bar, BridgeWindow } from '../../../model/registers.ts';
import { type Facts, putFact } from '../configSpace/functionFacts.ts';
import { valuesOf } from './dump.testkit.ts';
import { mergeFacts, type SecondSource } from './mergeFacts.ts';

type Change = (facts: Facts) => void;

function merge(first: Change, second: Change, source: SecondSource = 'bytes') {
  const into: Facts = {};
  const later: Facts = {};
  const problems: Problem[] = [];
  first(into);
  second(later);
  mergeFacts(into, later, source, '0000:03:00.0', problems);
  return { facts: valuesOf(into), problems };
}

const bar = (change: Partial<Bar>): Bar => ({
  index: 0,
  kind: 'memory',
  resizableTo: 'unknown',
  is64bit: false,
  prefetchable: false,
  address: '0xf0000000' as Hex64,
  size: UNKNOWN,
  ...change,
});

describe('mergeFacts', () => {
  it('fills what the first did not say', () => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, 'driver', 'nvme', 3),
      (facts) => putFact(facts, 'revision', 1, 9),
    );
    expect(facts).toEqual({ driver: 'nvme', revision: 1 });
    expect(problems).toEqual([]);
  });

  it('takes the bytes where words differ, and says so with line, address and both values', () => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, 'secondaryBus', 5, 3),
      (facts) => putFact(facts, 'secondaryBus', 4, 9),
    );
    expect(facts).toEqual({ secondaryBus: 4 });
    expect(problems).toEqual([
      {
        severity: 'warning',
        text: '0000:03:00.0: the text gives secondary bus 05, the hexadecimal dump 04, which is taken.',
        line: 3,
        where: '0000:03:00.0',
        hint: null,
        treatment: 'guessed',
      },
    ]);
  });

  it('takes the later of two outputs', () => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, 'currentGts', 8, 3),
      (facts) => putFact(facts, 'currentGts', 2.5, 90),
      'later block',
    );
    expect(facts).toEqual({ currentGts: 2.5 });
    expect(problems[0]).toMatchObject({
      line: 90,
      text: '0000:03:00.0: line 3 gives link speed 8 GT/s, line 90 2.5 GT/s, which is taken.',
    });
  });

  it.each([
    ['classCode', 0x060400, 0x060401, 0x060401],
    ['acsCapability', 0x5f, 0x085f, 0x085f],
    ['subsystem', true, false, true],
    ['vendorName', 'A', 'B', 'B'],
  ] as const)('sees no contradiction in %s', (name, first, second, result) => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, name, first as never, 1),
      (facts) => putFact(facts, name, second as never, 2),
    );
    expect(facts[name]).toBe(result);
    expect(problems).toEqual([]);
  });

  it.each([
    ['classCode', 0x060400, 0x060000],
    ['acsCapability', 0x5f, 0x081f],
    ['acsControl', 0x1d, 0x00],
    ['type', 'endpoint', 'root-port'],
    ['currentWidth', 16, 8],
  ] as const)('sees a contradiction in %s', (name, first, second) => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, name, first as never, 1),
      (facts) => putFact(facts, name, second as never, 2),
    );
    expect(facts[name]).toBe(second);
    expect(problems).toHaveLength(1);
  });
});

describe('regions', () => {
  it('takes sizes from words and the rest from bytes', () => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, 'bars', [bar({ size: 4096 }), bar({ index: 6, size: 65536 })], 1),
      (facts) => putFact(facts, 'bars', [bar({}), bar({ index: 2, kind: 'io' })], 2),
    );
    expect(facts.bars).toEqual([
      bar({ size: 4096 }),
      bar({ index: 2, kind: 'io' }),
      bar({ index: 6, size: 65536 }),
    ]);
    expect(problems).toEqual([]);
  });

  it('leaves a region unassigned that the kernel did not assign', () => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, 'bars', [bar({ address: null, size: 4096 })], 1),
      (facts) => putFact(facts, 'bars', [bar({})], 2),
    );
    expect(facts.bars).toEqual([bar({ address: null, size: 4096 })]);
    expect(problems).toEqual([]);
  });

  it('says where they differ', () => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, 'bars', [bar({ size: 4096 })], 1),
      (facts) => putFact(facts, 'bars', [bar({ is64bit: true })], 2),
    );
    expect(facts.bars).toEqual([bar({ is64bit: true })]);
    expect(problems[0]?.text).toBe(
      '0000:03:00.0: the text gives region 0 memory at 0xf0000000, the hexadecimal dump 64-bit memory at 0xf0000000, which is taken.',
    );
  });

  it.each([
    ['region', bar({ size: 4096 }), bar({ address: '0x10000000' as Hex64 })],
    [
      'shadowed ROM',
      bar({ index: 6, address: '0xc0000' as Hex64, size: 131072 }),
      bar({ index: 6 }),
    ],
  ])('keeps the address that the CPU uses for a %s', (_, words, register) => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, 'bars', [words], 1),
      (facts) => putFact(facts, 'bars', [register], 2),
    );
    expect(facts.bars).toEqual([words]);
    expect(problems).toEqual([]);
  });

  it('sees a contradiction in two addresses of one kind', () => {
    const { problems } = merge(
      (facts) => putFact(facts, 'bars', [bar({})], 1),
      (facts) => putFact(facts, 'bars', [bar({ address: '0xe0000000' as Hex64 })], 2),
      'later block',
    );
    expect(problems).toHaveLength(1);
  });
});

describe('windows', () => {
  const window = (base: string, limit: string): BridgeWindow => ({
    kind: 'memory',
    base: base as Hex64,
    limit: limit as Hex64,
  });
  const words = [window('0x4010000000', '0x40100fffff')];

  it('keeps the addresses that the CPU uses', () => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, 'windows', words, 1),
      (facts) => putFact(facts, 'windows', [window('0x10000000', '0x100fffff')], 2),
    );
    expect(facts.windows).toEqual(words);
    expect(problems).toEqual([]);
  });

  it.each([
    ['of another size', [window('0x10000000', '0x101fffff')], 'bytes'],
    ['that are closed', [], 'bytes'],
    ['of two outputs', [window('0x10000000', '0x100fffff')], 'later block'],
  ] as const)('sees a contradiction in windows %s', (_, later, source) => {
    const { facts, problems } = merge(
      (facts) => putFact(facts, 'windows', words, 1),
      (facts) => putFact(facts, 'windows', later, 2),
      source,
    );
    expect(facts.windows).toEqual(later);
    expect(problems).toHaveLength(1);
  });
});
