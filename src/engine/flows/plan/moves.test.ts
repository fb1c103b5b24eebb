import { describe, expect, test } from 'vitest';
import { plansOf, TWO_SWITCHES } from '../flows.testkit.ts';

/** Who moves what: `gpu0 write gpu0>gpu1 #0`. */
function moved(work: string): readonly string[] {
  return plansOf(`${TWO_SWITCHES}${work}`).streams.map(
    ({ requester, cpu, operation, from, to, chain }) => {
      const [one, other] = [from, to].map((end) => (end.kind === 'function' ? end.id : end.kind));
      return `${requester ?? cpu?.caching ?? 'nobody'} ${operation} ${one}>${other} #${chain}`;
    },
  );
}

function remarks(work: string): readonly string[] {
  return plansOf(`${TWO_SWITCHES}${work}`).streams.flatMap((stream) => stream.remarks);
}

describe('who moves the bytes of a flow', () => {
  test.each([
    ['flow gpu0 -> gpu1 write', ['gpu0 write gpu0>gpu1 #0']],
    ['flow gpu0 <- gpu1 read', ['gpu0 read gpu1>gpu0 #0']],
    ['flow gpu0 <-> gpu1', ['gpu0 write gpu0>gpu1 #0', 'gpu1 write gpu1>gpu0 #1']],
    ['flow gpu0 -> ram write', ['gpu0 write gpu0>memory #0']],
    ['flow gpu0 <- ram read', ['gpu0 read memory>gpu0 #0']],
  ])('%s', (work, streams) => {
    expect(moved(work)).toEqual(streams);
  });

  test('a copy is fetched and stored by a third, at one rate', () => {
    expect(moved('flow gpu0 -> gpu1 copy by gpu2')).toEqual([
      'gpu2 read gpu0>gpu2 #0',
      'gpu2 write gpu2>gpu1 #0',
    ]);
  });

  test('an end that copies only does the other half', () => {
    expect(moved('flow gpu0 -> gpu1 copy by gpu0')).toEqual(['gpu0 write gpu0>gpu1 #0']);
    expect(moved('flow gpu0 -> gpu1 copy by gpu1')).toEqual(['gpu1 read gpu0>gpu1 #0']);
  });

  test('host memory moves nothing: the other end does', () => {
    expect(moved('flow ram -> gpu0 write')).toEqual(['gpu0 read memory>gpu0 #0']);
    expect(remarks('flow ram -> gpu0 write')).toEqual(['Host memory has no engine: gpu0 reads.']);
    expect(moved('flow ram <- gpu0 read')).toEqual(['gpu0 write gpu0>memory #0']);
    expect(remarks('flow ram <- gpu0 read')).toEqual(['Host memory has no engine: gpu0 writes.']);
  });

  test('a processor stores into what is written and loads from what is read', () => {
    expect(moved('flow ram -> gpu0 write by cpu0/WC')).toEqual(['WC write memory>gpu0 #0']);
    expect(moved('flow gpu0 -> ram write by cpu0/UC')).toEqual(['UC read gpu0>memory #0']);
    expect(moved('flow gpu0 -> gpu1 copy by cpu0/WC')).toEqual([
      'WC read gpu0>gpu1 #0',
      'WC write gpu0>gpu1 #0',
    ]);
  });

  test('from host memory to host memory nobody moves anything', () => {
    const [stream] = plansOf(`${TWO_SWITCHES}flow ram -> ram write`).streams;
    expect(stream?.refusal).toBe('Neither end has an engine, and nobody is named who copies.');
  });

  test('streams of different flows are different chains', () => {
    expect(moved('flow gpu0 <-> gpu1\nflow gpu2 -> gpu3 copy by gpu4')).toEqual([
      'gpu0 write gpu0>gpu1 #0',
      'gpu1 write gpu1>gpu0 #1',
      'gpu4 read gpu2>gpu4 #2',
      'gpu4 write gpu4>gpu3 #2',
    ]);
  });
});
