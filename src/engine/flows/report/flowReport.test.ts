import { describe, expect, test } from 'vitest';
import { flowAt, gb, reportOf, streams, TWO_SWITCHES } from '../flows.testkit.ts';

const on = (work: string) => `${TWO_SWITCHES}${work}`;

describe('flows of several streams', () => {
  test('a copy moves its bytes once, at the rate of its slower half', () => {
    const text = on('flow gpu0 -> gpu4 copy by gpu1').replace('rp1: port gen5', 'rp1: port gen3');
    const report = reportOf(text);
    const [read, write] = streams(report);
    expect(read?.bytesPerSecond).toBe(write?.bytesPerSecond);
    expect(flowAt(report, 0).bytesPerSecond).toBe(write?.bytesPerSecond);
    expect(write?.limit?.where).toBe('Gen3 x16 above sw1, downwards');
    expect(read?.limit).toMatchObject({ kind: 'partner', where: 'gpu1 writes to gpu4' });
  });

  test('if one half is refused, nothing moves', () => {
    const text = on('flow gpu0 -> gpu4 copy by gpu1').replace(
      'host h0 1022:14a4',
      'host h0 1022:14a4 p2p=r',
    );
    const report = reportOf(text);
    expect(streams(report).map(({ bytesPerSecond }) => bytesPerSecond)).toEqual([0, 0]);
    expect(flowAt(report, 0)).toMatchObject({ bytesPerSecond: 0, limit: { kind: 'refused' } });
  });

  test('both ways may differ', () => {
    const text = on('flow gpu0 <-> gpu4').replace(
      'host h0 1022:14a4',
      'host h0 1022:14a4 p2p=rw@60G',
    );
    const report = reportOf(text);
    const flow = flowAt(report, 0);
    expect(gb(flow.bytesPerSecond)).toBe(60);
    expect(flow.limit).toMatchObject({ kind: 'root-complex' });
    expect(flow.bytesPerSecondEachWay.map(gb)).toEqual([30, 30]);
  });
});

describe('what is next', () => {
  test('another limit of its own, where that is the next', () => {
    const flow = flowAt(reportOf(on('flow gpu0 <- gpu1 read rate=2G'), { tags: 8 }), 0);
    expect(flow.limit?.kind).toBe('offered-rate');
    expect(flow.next?.kind).toBe('tags');
    expect(flow.next?.bytesPerSecond).toBe(flow.limits[1]?.bytesPerSecond);
  });

  test('what others leave, once they are not held back either', () => {
    const flow = flowAt(reportOf(on('flow gpu0 -> gpu4 write\nflow gpu1 -> gpu5 write')), 0);
    expect(flow.limit?.where).toBe('Gen5 x16 above sw0, upwards');
    expect(flow.next?.where).toBe('Gen5 x16 above sw1, downwards');
    expect(gb(flow.next?.bytesPerSecond ?? 0)).toBe(28.16);
  });
});

describe('what is next is what comes', () => {
  test('when an uplink is no longer slow', () => {
    const slow = TWO_SWITCHES.replace('rp0: port gen5', 'rp0: port gen2');
    const { limit, next } = flowAt(reportOf(`${slow}flow gpu0 -> gpu4 write`), 0);
    expect(limit?.where).toBe('Gen2 x16 above sw0, upwards');
    const then = flowAt(reportOf(on('flow gpu0 -> gpu4 write')), 0);
    expect(next?.where).toBe(then.limit?.where);
    expect(gb(next?.bytesPerSecond ?? 0)).toBe(gb(then.bytesPerSecond));
  });

  test('when more is offered', () => {
    const others = '\nflow gpu1 -> gpu5 write\nflow gpu2 -> gpu6 write';
    const { limit, next } = flowAt(reportOf(on(`flow gpu0 -> gpu4 write rate=1G${others}`)), 0);
    expect(limit?.kind).toBe('offered-rate');
    const then = flowAt(reportOf(on(`flow gpu0 -> gpu4 write${others}`)), 0);
    expect(next?.where).toBe(then.limit?.where);
    expect(gb(next?.bytesPerSecond ?? 0)).toBe(gb(then.bytesPerSecond));
  });

  test('a link that is faster one way only is not choked by what then comes back', () => {
    const text = on('flow gpu0 <- gpu1 read\nflow gpu1 <-> gpu0 size=100').replace(
      'gpu0: gpu gen5 x16',
      'gpu0: gpu gen1 x1',
    );
    for (const { next } of reportOf(text).flows) expect(next?.bytesPerSecond).toBeGreaterThan(1e7);
  });
});

describe('what is not known', () => {
  test('a link without figures limits nothing, and the rate is an upper bound', () => {
    const text = on('flow gpu0 -> gpu1 write').replace(
      'gpu0: gpu gen5 x16',
      'gpu0: gpu bare link=? class=030000 bar=16M',
    );
    const report = reportOf(text);
    expect(flowAt(report, 0).bytesPerSecond).not.toBe(0);
  });

  test('a root complex of which nobody says what it passes', () => {
    expect(flowAt(reportOf(on('flow gpu0 -> gpu1 write')), 0).isUpperBound).toBe(false);
    expect(flowAt(reportOf(on('flow gpu0 -> gpu4 write')), 0).isUpperBound).toBe(true);
  });
});
