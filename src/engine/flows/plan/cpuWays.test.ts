import { describe, expect, test } from 'vitest';
import { reportOf, streams, TWO_SWITCHES, way } from '../flows.testkit.ts';

const look = (work: string, text = TWO_SWITCHES) => {
  const report = reportOf(`${text}${work}`);
  return streams(report).map(
    (stream) => `${stream.title}, ${stream.route}: ${way(report, stream)}`,
  );
};

describe('ways of a processor’s accesses', () => {
  test('stores go down from the root complex', () => {
    expect(look('flow ram -> gpu0 write by cpu0/WC')).toEqual([
      'the processor of socket 0 writes to gpu0, root: sw0 down write, gpu0 down write',
    ]);
  });

  test('what is loaded comes up', () => {
    expect(look('flow ram <- gpu0 read by cpu0/UC')).toEqual([
      'the processor of socket 0 reads from gpu0, root: sw0 down read, gpu0 down read, gpu0 up completion, sw0 up completion',
    ]);
  });

  test('to the other socket', () => {
    const text = TWO_SWITCHES.replace('    rp1:', 'socket 1\n  host h1 1022:14a4\n    rp1:');
    expect(look('flow ram -> gpu0 write by cpu1/WC', text)).toEqual([
      'the processor of socket 1 writes to gpu0, socket: sw0 down write, gpu0 down write',
    ]);
  });

  test('whole lines cost less than words', () => {
    const rate = (caching: string) =>
      reportOf(`${TWO_SWITCHES}flow ram -> gpu0 write by cpu0/${caching}`).flows[0]?.bytesPerSecond;
    expect(rate('WC')).toBeGreaterThan(100 * (rate('UC') ?? Number.POSITIVE_INFINITY));
  });

  test('no BAR is mapped write back', () => {
    const [flow] = reportOf(`${TWO_SWITCHES}flow ram -> gpu0 write by cpu0/WB`).flows;
    expect(flow).toMatchObject({ bytesPerSecond: 0, limit: { kind: 'refused' } });
  });
});
