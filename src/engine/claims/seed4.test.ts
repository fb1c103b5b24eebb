import { describe, expect, test } from 'vitest';
import type { FunctionId } from '../../model/ids.ts';
import { machineOf } from '../flows/flows.testkit.ts';
import { mapped, outputs } from '../mapping/scenarios/mapped.testkit.ts';
import { under } from './ask.testkit.ts';
import { flowNamed, H, only, streamNamed, throughput } from './claimFlows.testkit.ts';
import { ask, C } from './claimLists.testkit.ts';

/* Seed 004: Gunthorpe and Logan, November 2016. The steps are in docs/claims.md. */

describe('4-13: uncached mappings, a non-starter?', () => {
  const rate = (text: string, name: string) => flowNamed(throughput(text), name).bytesPerSecond;

  test('for a processor’s loads: one after the other, 1.4 µs each', () => {
    const report = throughput(only(H, 'load-uc'));
    expect(streamNamed(report, 'load-uc').latencyNs).toBeCloseTo(1410, -1);
    expect(flowNamed(report, 'load-uc').limit?.text).toContain('A load of 8 bytes at a time');
    expect(rate(only(H, 'load-uc'), 'load-uc')).toBeCloseTo(5.67e6, -4);
  });

  test('not for peers: their DMA asks for no mapping of the processor’s', () => {
    const text = `${only(H, 'load-uc')}\nflow dma: nic0 -> gpu0 write`;
    expect(rate(text, 'dma')).toBeCloseTo(13.6e9, -8);
  });
});

describe('4-15: the driver chooses the caching', () => {
  /** Each by itself, so that none takes from another. */
  const alone = (name: string) => {
    const report = throughput(only(H, name));
    return { flow: flowNamed(report, name), stream: streamNamed(report, name) };
  };
  const each = ['store-uc', 'store-wc', 'store-wb', 'load-uc', 'load-wc', 'load-wb'] as const;
  /** Of 4 KiB: requests, and data of each packet that has any. */
  const packets = (name: string) => {
    const { bytesPerSecond, tlpsPerSecond: tlps } = alone(name).stream;
    const rate = bytesPerSecond ?? 0;
    const withData = tlps && (tlps.completions || tlps.requests);
    return [Math.round(((tlps?.requests ?? 0) / rate) * 4096), rate / (withData ?? 0)];
  };

  test.each([
    ['store-uc', 512, 8],
    ['store-wc', 64, 64],
    ['load-uc', 512, 8],
    ['load-wc', 64, 64],
  ])('%s: 4 KiB are %i requests, %i bytes at a time', (name, requests, bytes) => {
    const [count, data] = packets(name);
    expect(count).toBe(requests);
    expect(data).toBeCloseTo(bytes, 9);
  });

  test.each([
    ['store-uc', 65.6e6, 'cpu'],
    ['store-wc', 10.86e9, 'link'],
    ['load-uc', 5.67e6, 'cpu'],
    ['load-wc', 454e6, 'cpu'],
  ] as const)('%s gets %i bytes a second, held back by: %s', (name, rate, kind) => {
    const { bytesPerSecond, limit } = alone(name).flow;
    expect((bytesPerSecond ?? 0) / rate).toBeCloseTo(1, 2);
    expect(limit?.kind).toBe(kind);
  });

  test.each(['store-wb', 'load-wb'])('%s: x86 has no such mapping of a BAR', (name) => {
    expect(alone(name).flow).toMatchObject({ bytesPerSecond: 0, limit: { kind: 'refused' } });
  });

  test('the way is the same for all of them', () => {
    const ways = each.map((name) => alone(name).stream.crossings);
    for (const way of ways.slice(0, 3)) expect(way).toEqual(ways[0]);
    for (const way of ways.slice(3)) expect(way).toEqual(ways[3]);
  });

  test('and so is the way of another device, and the address that it uses', () => {
    const found = each.map((name) => {
      const text = `${only(H, name)}\nflow dma: nic0 -> gpu0 write`;
      const machine = machineOf(text);
      const [list] = machine.workload.scatterlists;
      if (!list) throw new Error('no list');
      const { crossings, route } = streamNamed(throughput(text), 'dma');
      return {
        addresses: outputs(mapped(machine, list.entries, { client: list.client, kernel: '6.12' })),
        verdict: under(machine, '6.12').pair('gpu0' as FunctionId, list.client).mapType,
        crossings,
        route,
      };
    });
    expect(found[0]).toMatchObject({
      addresses: ['0x4000000000+2000 BUS'],
      verdict: 'BUS_ADDR',
      route: 'direct',
    });
    expect(found).toEqual(Array(each.length).fill(found[0]));
  });
});

describe('4-16: a BAR needs pages of its own', () => {
  const barPages = 'none' as const;

  test.each([
    ['4.20', /by its pages alone/],
    ['6.18', /by its pages alone/],
    ['7.0', /dma-buf, as physical vectors/],
  ])('%s: without them no list can hold it', (kernel, remark) => {
    const report = ask(C, 'RAM and peer memory', { kernel, barPages });
    expect(report.mapping).toMatchObject({ errno: -22, failedAt: 2, outputs: [] });
    expect(report.steps.at(-1)).toMatchObject({ call: 'sg_set_page', entry: 2 });
    expect(report.remarks.join(' ')).toMatch(remark);
  });

  test('lists of RAM are as ever', () => {
    expect(outputs(ask(C, 'Two pages', { kernel: '6.12', barPages }))).toEqual(['0xffffe000+2000']);
  });

  test('a module out of tree hands over addresses, and needs none', () => {
    const report = ask(C, 'Peer memory alone', { kernel: '5.4', barPages, design: 'out-of-tree' });
    expect(outputs(report)).toEqual(['0x3800000000+2000']);
  });
});
