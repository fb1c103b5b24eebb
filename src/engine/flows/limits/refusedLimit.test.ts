import { describe, expect, it } from 'vitest';
import { plannedStream } from './limits.testkit.ts';
import { refusedLimit } from './refusedLimit.ts';

describe('refusedLimit', () => {
  it('says that x86 maps no BAR write back', () => {
    const { limits } = plannedStream('ram -> gpu0 write by cpu0/WB');
    expect(limits).toHaveLength(1);
    expect(limits[0]).toMatchObject({ kind: 'refused', bytesPerSecond: 0 });
  });

  it('gives the reason of the plan', () => {
    const { context, plan } = plannedStream('gpu0 -> gpu1 write');
    expect(refusedLimit(context, plan)).toBeNull();
    expect(refusedLimit(context, { ...plan, refusal: 'ACS blocks it.' })?.text).toBe(
      'ACS blocks it.',
    );
  });
});
