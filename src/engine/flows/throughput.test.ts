import { describe, expect, test } from 'vitest';
import { flowAt, gb, held, rates, reportOf, streams, TWO_SWITCHES } from './flows.testkit.ts';

/* The worked examples: links as the best rigs fill them (0.98), packets as usual (256 and 512 bytes). */

const on = (work: string) => `${TWO_SWITCHES}${work}`;

describe('one flow', () => {
  test('a write below a switch gets what its link carries', () => {
    const report = reportOf(on('flow gpu0 -> gpu1 write'));
    expect(rates(report)).toEqual([56.31]);
    expect(held(report)).toEqual(['link Gen5 x16 above gpu0, upwards']);
    expect(flowAt(report, 0).limit?.text).toBe(
      'Gen5 x16 carries 63.0 GB/s one way after line code, 98 % of it can be filled; 256 bytes of payload cost 24 more.',
    );
  });

  test('through the root complex it gets the same', () => {
    const report = reportOf(on('flow gpu0 -> gpu4 write'));
    expect(rates(report)).toEqual([56.31]);
    expect(flowAt(report, 0).remarks).toEqual([
      'The root complex is taken to forward it from port to port: nothing shown promises that.',
    ]);
  });

  test('both ways share nothing but acknowledgements', () => {
    const report = reportOf(on('flow gpu0 <-> gpu1'));
    expect(rates(report)).toEqual([109.49]);
    expect(flowAt(report, 0).bytesPerSecondEachWay.map(gb)).toEqual([54.75, 54.75]);
  });

  test('what comes next is what binds without the first', () => {
    const report = reportOf(on('flow gpu0 -> gpu1 write'));
    const { next } = flowAt(report, 0);
    expect(next?.where).toBe('Gen5 x16 above gpu1, downwards');
  });

  test.each(['gpu0 -> gpu1 write', 'gpu0 <- gpu1 read'])(
    '%s of nothing leaves all to others',
    (flow) => {
      const report = reportOf(on(`flow ${flow} size=0\nflow gpu0 -> gpu1 write`));
      expect(rates(report)).toEqual([0, 56.31]);
      const figures = report.links.flatMap(({ up, down }) => [up, down].map(({ idle }) => idle));
      expect(figures.every(Number.isFinite)).toBe(true);
    },
  );

  test('a link that is down carries nothing, and is no part full', () => {
    const down = TWO_SWITCHES.replace('rp1: port gen5 x16', 'rp1: port gen5 x0');
    const report = reportOf(`${down}flow gpu0 -> gpu4 write`);
    expect(rates(report)).toEqual([0]);
    expect(flowAt(report, 0).isUpperBound).toBe(false);
    const link = report.links.find(({ lower }) => lower === 'sw1');
    expect([link?.capacity, link?.down.utilisation, link?.down.demand]).toEqual([0, 0, 0]);
  });

  test('all limits, the tightest first', () => {
    const { limits } = flowAt(reportOf(on('flow gpu0 -> gpu1 write rate=10G')), 0);
    expect(limits.map(({ kind, bytesPerSecond }) => [kind, gb(bytesPerSecond)])).toEqual([
      ['offered-rate', 10],
      ['link', 56.31],
      ['link', 56.31],
      ['credits', expect.any(Number)],
    ]);
  });
});

describe('an uplink that several share', () => {
  const pairs = (count: number) =>
    [...Array(count).keys()].map((at) => `flow gpu${at} -> gpu${at + 4} write`).join('\n');

  test.each([2, 4])('%i flows have one link together', (count) => {
    const report = reportOf(on(pairs(count)));
    expect(gb(report.flows.reduce((sum, flow) => sum + (flow.bytesPerSecond ?? 0), 0))).toBe(56.31);
    expect(new Set(rates(report)).size).toBe(1);
    const uplink = report.links.find(({ lower }) => lower === 'sw0');
    expect(uplink?.up.utilisation).toBeCloseTo(1, 6);
    expect(uplink?.up.demand).toBeCloseTo(count, 6);
  });

  test('what root complexes pass is taken for granted where something passes one', () => {
    const granted = (flow: string) => reportOf(on(flow)).assumed.join(' ');
    expect(granted('flow gpu0 -> gpu4 write')).toContain('root complexes');
    expect(granted('flow gpu0 -> gpu1 write')).not.toContain('root complexes');
  });

  test('at Gen2', () => {
    const slow = TWO_SWITCHES.replace('rp0: port gen5', 'rp0: port gen2');
    expect(rates(reportOf(`${slow}flow gpu0 -> gpu4 write`))).toEqual([7.15]);
    expect(rates(reportOf(`${slow}flow gpu0 <-> gpu4`))).toEqual([13.9]);
  });

  test('local traffic has half of a target: arbiters go round their inputs', () => {
    const report = reportOf(
      on('flow gpu0 -> gpu1 write\nflow gpu4 -> gpu1 write\nflow gpu5 -> gpu1 write'),
    );
    expect(rates(report)).toEqual([28.16, 14.08, 14.08]);
    expect(new Set(held(report))).toEqual(new Set(['link Gen5 x16 above gpu1, downwards']));
    expect(flowAt(report, 0).limit?.text).toContain('Shared with gpu4 → gpu1, gpu5 → gpu1.');
  });

  test('symmetric flows have equal shares', () => {
    const report = reportOf(on('group all(gpu0 gpu1 gpu2 gpu3)'));
    expect(new Set(rates(report)).size).toBe(1);
  });
});

describe('ACS redirect', () => {
  test('sends both ways over one uplink, which halves them', () => {
    const report = reportOf(on('flow gpu0 <-> gpu1'), { acsRedirect: 'on' });
    expect(rates(report)).toEqual([54.75]);
    expect(streams(report).map(({ route }) => route)).toEqual(['redirected', 'redirected']);
    expect(held(report)).toEqual(['link Gen5 x16 above sw0, upwards']);
  });

  test('costs one way no more than acknowledgements on the same link', () => {
    expect(rates(reportOf(on('flow gpu0 -> gpu1 write'), { acsRedirect: 'on' }))).toEqual([54.75]);
  });

  test('is taken away again', () => {
    const redirecting = TWO_SWITCHES.replace(
      'sw0: switch gen5 x16',
      'sw0: switch gen5 x16 acs=SV,RR,CR,UF',
    )
      .replace('rp0: port', 'rp0: port acs=SV,RR,CR,UF')
      .replace('kernel', 'acs as-is\nkernel');
    const text = `${redirecting}flow gpu0 <-> gpu1`;
    expect(rates(reportOf(text))).toEqual([54.75]);
    expect(rates(reportOf(text, { acsRedirect: 'off' }))).toEqual([109.49]);
  });
});

describe('groups', () => {
  test('all to all over two switches: the last to finish have crossed the uplink', () => {
    const report = reportOf(on('group all(gpu0 gpu1 gpu2 gpu3 gpu4 gpu5 gpu6 gpu7)'));
    const [group] = report.groups;
    expect(report.flows).toHaveLength(56);
    expect(gb(group?.bytesPerSecond ?? 0)).toBeCloseTo(191.6, 0);
    expect(group?.limit?.where).toMatch(/above sw[01]/);
    expect(group?.steadyBytesPerSecond ?? 0).toBeGreaterThan(group?.bytesPerSecond ?? 0);
  });

  test('twelve flows among four of one switch', () => {
    const [group] = reportOf(on('group all(gpu0 gpu1 gpu2 gpu3)')).groups;
    expect(gb(group?.bytesPerSecond ?? 0)).toBeCloseTo(219, 0);
  });

  test('a ring moves both ways of every link', () => {
    const report = reportOf(on('group gpu0 -> gpu1 -> gpu2 -> gpu0 write'));
    expect(report.flows.map(({ title }) => title)).toEqual([
      'gpu0 → gpu1',
      'gpu1 → gpu2',
      'gpu2 → gpu0',
    ]);
    expect(rates(report)).toEqual([54.75, 54.75, 54.75]);
  });

  test('the time goes with the size', () => {
    const [group] = reportOf(on('group incast(gpu0 gpu1 gpu2) size=1M')).groups;
    expect(group?.sizeBytes).toBe(2 ** 20);
    expect(group?.makespanUs).toBeCloseTo((2 * 2 ** 20) / 56.31e3, 1);
  });
});

describe('what-ifs', () => {
  test('generation and width of all links', () => {
    const text = on('flow gpu0 -> gpu4 write');
    expect(rates(reportOf(text, { generation: 3 }))).toEqual([14.08]);
    expect(rates(reportOf(text, { generation: 3, width: 8 }))).toEqual([7.04]);
  });

  test('payload and headers', () => {
    const text = on('flow gpu0 -> gpu1 write');
    expect(rates(reportOf(text, { maxPayload: 128 }))).toEqual([51.87]);
    expect(rates(reportOf(text, { addressBits: 32 }))).toEqual([57.13]);
    expect(rates(reportOf(text, { ecrc: true }))).toEqual([55.52]);
  });
});
