import { describe, expect, it } from 'vitest';
import type { FlowId } from '../../model/ids.ts';
import { analyze } from '../analyze.ts';
import { flowCurves } from './flowCurves.ts';
import { machineOf } from './flows.testkit.ts';
import { SMALL_RIG } from './limits/limits.testkit.ts';
import { throughputOf } from './throughput.ts';
import { USUAL_THROUGHPUT } from './throughputOptions.ts';

const FLOWS = `flow a: gpu0 -> gpu1 write
flow b: nic0 -> gpu1 write
flow c: ram -> nic0 read
flow d: gpu0 <-> nvme0 write
`;
const analysis = analyze(machineOf(`${SMALL_RIG}${FLOWS}`));
function curves(flow: string, changes = {}) {
  const found = flowCurves(analysis, { ...USUAL_THROUGHPUT, ...changes }, flow as FlowId);
  if (!found) throw new Error(`no curves of ${flow}`);
  const at = (size: number, values: readonly (number | null)[]) =>
    values[found.sizes.indexOf(size)];
  return { ...found, at };
}

describe('flowCurves', () => {
  it('has nothing of a flow that is not there', () => {
    expect(flowCurves(analysis, USUAL_THROUGHPUT, 'nobody' as FlowId)).toBeNull();
  });

  it('goes from one byte to 4 MiB, rising', () => {
    const { sizes, alone, withOthers, limits } = curves('a');
    expect([sizes[0], sizes.at(-1)]).toEqual([1, 4 * 1024 * 1024]);
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
    expect(sizes.length).toBeLessThanOrEqual(160);
    for (const values of [alone, withOthers, ...limits.map((each) => each.bytesPerSecond)]) {
      expect(values).toHaveLength(sizes.length);
    }
  });

  it('has a tooth behind every full payload', () => {
    const { alone, at } = curves('a');
    for (const full of [256, 512, 1024]) {
      expect(at(full, alone)).toBeGreaterThan(at(full + 1, alone) ?? 0);
      expect(at(full, alone)).toBeGreaterThan(at(full - 1, alone) ?? 0);
    }
  });

  it('is never more with others than alone, nor above any limit', () => {
    for (const flow of ['a', 'c']) {
      const { alone, withOthers, limits } = curves(flow);
      alone.forEach((rate, index) => {
        expect(withOthers[index] ?? 0).toBeLessThanOrEqual(rate * (1 + 1e-9));
        for (const { kind, bytesPerSecond } of limits) {
          const limit = bytesPerSecond[index] ?? Number.POSITIVE_INFINITY;
          expect([kind, rate <= limit * (1 + 1e-9)]).toEqual([kind, true]);
        }
      });
    }
  });

  it('agrees with the report for large transfers', () => {
    const { flows } = throughputOf(analysis, USUAL_THROUGHPUT);
    for (const flow of ['a', 'b', 'c', 'd']) {
      const { withOthers } = curves(flow);
      const reported = flows.find(({ id }) => id === flow)?.bytesPerSecond ?? 0;
      expect((withOthers.at(-1) ?? 0) / reported).toBeCloseTo(1, 6);
    }
  });

  it('draws each limit by itself', () => {
    expect(
      curves('c')
        .limits.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['credits', 'link', 'tags']);
    const { limits, at } = curves('c');
    const tags = limits.find(({ kind }) => kind === 'tags')?.bytesPerSecond ?? [];
    expect((at(512, tags) ?? 0) / (at(64, tags) ?? 1)).toBeCloseTo(8);
  });

  it('has no figures of what is refused', () => {
    const text = `${SMALL_RIG}flow w: ram -> gpu0 write by cpu0/WB\n`;
    const found = flowCurves(analyze(machineOf(text)), USUAL_THROUGHPUT, 'w' as FlowId);
    expect(found?.alone.every((rate) => rate === 0)).toBe(true);
    expect(found?.limits).toEqual([]);
  });
});
