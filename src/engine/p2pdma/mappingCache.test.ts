import { describe, expect, test } from 'vitest';
import { acs, id } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { MappingCache } from './mappingCache.ts';
import { INTEL, oneSwitch } from './workedMachines.testkit.ts';

/** 03:00.0 and 04:00.0 in one switch, while somebody changes the ACS words of a running machine. */
class Running {
  readonly #era;
  readonly #cache;
  #control = 0;

  constructor(era: string) {
    this.#era = eraById(era);
    this.#cache = new MappingCache(this.#era.features);
  }

  setAcs(control: number): void {
    this.#control = control;
  }

  distance(): number | null {
    const verdict = this.#verdict();
    this.#cache.asked(verdict);
    return verdict.result;
  }

  map(provider = '03:00.0', client = '04:00.0') {
    return this.#cache.map(this.#verdict(provider, client));
  }

  unbind(): void {
    this.#cache.forget(id('03:00.0'));
  }

  #verdict(provider = '03:00.0', client = '04:00.0') {
    const machine = oneSwitch();
    const functions = machine.functions.map((fn) =>
      fn.id === id('02:01.0') ? { ...fn, acs: acs(this.#control) } : fn,
    );
    const analysis = analyze(
      { ...machine, functions },
      { kernel: this.#era, cpu: INTEL, acsWords: 'as-is' },
    );
    return analysis.pair(id(provider), id(client));
  }
}

const RR = 0x04;

describe.each(['5.4', '5.10', '5.15', '6.1', '6.12', '7.0'])('on %s', (era) => {
  test('a mapping keeps what the last question of the distance found', () => {
    const running = new Running(era);
    expect(running.distance()).toBe(4);
    running.setAcs(RR);
    expect(running.map()).toMatchObject({
      mapType: 'BUS_ADDR',
      source: 'remembered',
      failure: null,
      isStale: true,
    });
    expect(running.distance()).toBe(-1);
    expect(running.map()).toMatchObject({ mapType: 'NOT_SUPPORTED', isStale: false });
    running.setAcs(0);
    expect(running.map()).toMatchObject({ mapType: 'NOT_SUPPORTED', isStale: true });
  });

  test('the other direction of the pair is remembered by itself', () => {
    const running = new Running(era);
    running.distance();
    running.setAcs(RR);
    expect(running.map('04:00.0', '03:00.0').mapType).toBe('NOT_SUPPORTED');
    expect(running.map().mapType).toBe('BUS_ADDR');
  });
});

describe('a pair that nobody asked about', () => {
  test.each([
    ['4.20', { mapType: 'BUS_ADDR', source: 'unchecked', failure: null }],
    ['5.2', { mapType: 'BUS_ADDR', source: 'unchecked', failure: null }],
    ['5.4', { mapType: 'NOT_SUPPORTED', source: 'never-asked', failure: 'zero' }],
    ['5.19', { mapType: 'NOT_SUPPORTED', source: 'never-asked', failure: 'zero' }],
    ['6.0', { mapType: 'BUS_ADDR', source: 'computed', failure: null }],
    ['7.1', { mapType: 'BUS_ADDR', source: 'computed', failure: null }],
  ])('is mapped on %s', (era, expected) => {
    expect(new Running(era).map()).toMatchObject(expected);
  });

  test('is remembered from then on (6.0)', () => {
    const running = new Running('6.0');
    running.map();
    running.setAcs(RR);
    expect(running.map()).toMatchObject({ mapType: 'BUS_ADDR', source: 'remembered' });
  });

  test('before map types even a refused pair is given bus addresses', () => {
    const running = new Running('5.2');
    running.setAcs(RR);
    expect(running.distance()).toBe(-1);
    expect(running.map()).toMatchObject({ mapType: 'BUS_ADDR', isStale: true });
  });
});

test('refusals: 0 entries up to 5.19, -EREMOTEIO from 6.0 on', () => {
  for (const [era, failure] of [
    ['5.19', 'zero'],
    ['6.0', 'eremoteio'],
  ] as const) {
    const running = new Running(era);
    running.setAcs(RR);
    running.distance();
    expect(running.map().failure).toBe(failure);
  }
});

test('it is forgotten with the provider’s memory', () => {
  const running = new Running('6.12');
  running.distance();
  running.setAcs(RR);
  running.unbind();
  expect(running.map()).toMatchObject({ mapType: 'NOT_SUPPORTED', source: 'computed' });
});
