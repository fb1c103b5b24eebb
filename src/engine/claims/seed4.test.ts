import { describe, expect, test } from 'vitest';
import { outputs } from '../mapping/scenarios/mapped.testkit.ts';
import { ask, C } from './claimLists.testkit.ts';

/* Seed 004: Gunthorpe and Logan, November 2016. The steps are in docs/claims.md. */

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
