import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { type Client, clientWithoutPci } from './client.ts';
import { pciP2pmemFindMany } from './pciP2pmemFindMany.ts';
import { type Provider, publishedProvider } from './provider.ts';
import { Q35, ZEN } from './workedMachines.testkit.ts';

/** Three drives in a switch, one of them on a cascaded one, and one below a root port: on Zen. */
const machine = new MachineBuilder()
  .host('00:00.0', '1022:1450')
  .rootPort('00:01.0', '01-07')
  .upstream('01:00.0', '02-07')
  .downstream('02:00.0', '03', { acs: acs(0) })
  .endpoint('03:00.0')
  .downstream('02:01.0', '04', { acs: acs(0) })
  .endpoint('04:00.0')
  .downstream('02:02.0', '05-07', { acs: acs(0) })
  .upstream('05:00.0', '06-07')
  .downstream('06:00.0', '07', { acs: acs(0) })
  .endpoint('07:00.0')
  .rootPort('00:02.0', '08')
  .endpoint('08:00.0')
  .build();

const pci = (address: string): Client => ({
  device: id(address),
  dmaOps: 'hardware',
  label: address,
});
const provider = (address: string, more: Partial<Provider> = {}): Provider => ({
  ...publishedProvider(id(address)),
  ...more,
});
const all = ['03:00.0', '04:00.0', '07:00.0', '08:00.0'].map((address) => provider(address));

function find(
  clients: readonly Client[],
  providers: readonly Provider[] = all,
  { era = '6.12', on = machine } = {},
) {
  const analysis = analyze(on, { kernel: eraById(era), cpu: ZEN, acsWords: 'as-is' });
  return pciP2pmemFindMany(analysis, clients, providers);
}

describe('the nearest', () => {
  test('a client that has memory itself is nearest to itself', () => {
    const { candidates, chosenFrom } = find([pci('03:00.0')]);
    expect(candidates.map(({ distance }) => distance)).toEqual([0, 4, 6, 6]);
    expect(chosenFrom).toEqual([id('03:00.0')]);
  });

  test('ties are all kept; a way through the root complex competes on the plain number', () => {
    const two = [provider('07:00.0'), provider('08:00.0')];
    expect(find([pci('03:00.0')], two).chosenFrom).toEqual(
      ['07:00.0', '08:00.0'].map((a) => id(a)),
    );
  });

  test('before 5.4 it does not: 0x1000 is added to such ways', () => {
    const two = [provider('07:00.0'), provider('08:00.0')];
    expect(find([pci('03:00.0')], two, { era: '5.2' })).toMatchObject({
      candidates: [{ distance: 6 }, { distance: 0x1000 + 6 }],
      chosenFrom: [id('07:00.0')],
    });
  });

  test('design B looks for direct ways first', () => {
    const two = [provider('07:00.0'), provider('08:00.0')];
    const { chosenFrom } = find([pci('03:00.0')], two, { era: 'proposal-b' });
    expect(chosenFrom).toEqual([id('07:00.0')]);
  });

  test('the patch series up to v2 took the first that suited', () => {
    const two = [provider('03:00.0'), provider('04:00.0')];
    expect(find([pci('04:00.0')], two, { era: 'v2-2018' }).chosenFrom).toEqual([id('03:00.0')]);
    expect(find([pci('04:00.0')], two, { era: 'v3-2018' }).chosenFrom).toEqual([id('04:00.0')]);
  });
});

describe('who can be found', () => {
  test('memory that is not published is not', () => {
    const hidden = [provider('03:00.0', { published: false }), provider('04:00.0')];
    expect(find([pci('03:00.0')], hidden).chosenFrom).toEqual([id('04:00.0')]);
  });

  test.each([
    ['7.1', '03:00.0'],
    ['next', '04:00.0'],
  ])('on %s, without a pool in the nearest: %s', (era, expected) => {
    const bare = [provider('03:00.0', { hasPool: false }), provider('04:00.0')];
    expect(find([pci('03:00.0')], bare, { era }).chosenFrom).toEqual([id(expected)]);
  });

  test('every client must be able to use it', () => {
    const port = machine.functions.map((fn) =>
      fn.id === id('00:00.0') ? { ...fn, pciId: { vendor: 0x8086, device: 0x29c0 } } : fn,
    );
    const onIntel = { ...machine, functions: port };
    const analysis = analyze(onIntel, {
      kernel: eraById('6.12'),
      cpu: { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
      acsWords: 'as-is',
    });
    const both = [pci('03:00.0'), pci('08:00.0')];
    expect(pciP2pmemFindMany(analysis, both, all)).toEqual({
      candidates: [],
      chosenFrom: [],
      undecided: [],
    });
  });

  test('no client, or one that is no PCI device: none', () => {
    expect(find([]).chosenFrom).toEqual([]);
    expect(find([clientWithoutPci('ram0')]).chosenFrom).toEqual([]);
  });

  test('what the input hides is told apart from what is refused', () => {
    const dark = new MachineBuilder()
      .host('00:00.0', Q35)
      .rootPort('00:01.0', '01-04')
      .upstream('01:00.0', '02-04')
      .downstream('02:00.0', '03', { change: { acs: UNKNOWN } })
      .endpoint('03:00.0')
      .downstream('02:01.0', '04', { acs: acs(0) })
      .endpoint('04:00.0')
      .build();
    const analysis = analyze(dark, {
      kernel: eraById('6.12'),
      cpu: { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
    });
    const answer = pciP2pmemFindMany(analysis, [pci('04:00.0')], [provider('03:00.0')]);
    expect(answer).toEqual({ candidates: [], chosenFrom: [], undecided: [id('03:00.0')] });
  });
});
