import { describe, expect, test } from 'vitest';
import { flowAt, reportOf, streams, TWO_SWITCHES } from './flows.testkit.ts';
import type { ThroughputReport } from './throughputReport.ts';

/** Two switches, of which the first one passes a gigabyte a second in all. */
const SLOW = TWO_SWITCHES.replace('sw0: switch', 'sw0: switch rate=1G');

const rates = ({ flows }: ThroughputReport) =>
  flows.map(({ bytesPerSecond }) => Math.round((bytesPerSecond ?? 0) / 1e6));

const capOf = ({ caps }: ThroughputReport) => caps.find(({ kind }) => kind === 'switch');

describe('a switch of which the machine states what passes through it', () => {
  test.each([
    ['to the port beside it', 'flow gpu0 -> gpu1 write'],
    ['up to host memory', 'flow gpu0 -> ram write'],
    ['up to a peer elsewhere', 'flow gpu0 -> gpu4 write'],
    ['down from a peer elsewhere', 'flow gpu4 -> gpu0 write'],
    ['data that a read fetches from beside', 'flow gpu0 <- gpu1 read'],
    ['data that a read fetches from memory', 'flow gpu0 <- ram read'],
    ['data that another reads', 'flow gpu4 <- gpu0 read'],
    ['a processor’s stores', 'flow ram -> gpu0 write by cpu0/WC'],
    ['the leg of a copy that goes there', 'flow gpu0 -> gpu4 copy by gpu5'],
  ])('%s: everything counts once', (_, work) => {
    const report = reportOf(`${SLOW}${work}`);
    expect(rates(report)).toEqual([1000]);
    expect(flowAt(report, 0).limit).toMatchObject({ kind: 'switch', where: 'switch sw0' });
    expect(capOf(report)?.bytesPerSecond).toBeCloseTo(1e9, 0);
  });

  test('both ways together', () => {
    expect(rates(reportOf(`${SLOW}flow gpu0 <-> gpu1`))).toEqual([1000]);
    expect(rates(reportOf(`${SLOW}flow gpu0 <-> gpu4`))).toEqual([1000]);
  });

  test('what the root sends back down passes it twice', () => {
    const report = reportOf(`${SLOW}flow gpu0 -> gpu1 write`, { acsRedirect: 'on' });
    expect(streams(report)[0]?.route).toBe('redirected');
    expect(rates(report)).toEqual([500]);
  });

  test('peers and the host share it, whoever they are', () => {
    const work = 'flow gpu0 -> gpu1 write\nflow gpu2 -> ram write\nflow gpu3 <- gpu4 read';
    expect(rates(reportOf(`${SLOW}${work}`))).toEqual([333, 333, 333]);
  });

  test('what passes by another switch does not meet it', () => {
    const report = reportOf(`${SLOW}flow gpu4 -> gpu5 write`);
    expect(rates(report)).toEqual([56312]);
    expect(capOf(report)?.flows).toEqual([]);
  });

  test('a shelf of switches: each that is passed counts', () => {
    const shelf = TWO_SWITCHES.replace(
      '        gpu0: gpu gen5 x16\n',
      '        sw2: switch gen5 x16 rate=2G\n          gpu0: gpu gen5 x16\n          gpu8: gpu gen5 x16\n',
    ).replace('sw0: switch', 'sw0: switch rate=3G');
    expect(rates(reportOf(`${shelf}flow gpu0 -> gpu8 write`))).toEqual([2000]);
    expect(rates(reportOf(`${shelf}flow gpu0 -> gpu1 write`))).toEqual([2000]);
    const both = reportOf(`${shelf}flow gpu0 -> gpu1 write\nflow gpu2 -> gpu3 write`);
    expect(rates(both)).toEqual([1500, 1500]);
  });
});

describe('a conventional bus', () => {
  test('all below share it, both ways together', () => {
    const bus = `${TWO_SWITCHES}    rp2: port gen1 x1
      br: bridge
        c0: card
        c1: card
`;
    expect(rates(reportOf(`${bus}flow c0 -> ram write`))).toEqual([133]);
    expect(rates(reportOf(`${bus}flow c0 -> ram write\nflow c1 -> c0 write`))).toEqual([67, 67]);
  });
});
