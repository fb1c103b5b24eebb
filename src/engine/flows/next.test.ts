import { expect, test } from 'vitest';
import type { FlowId } from '../../model/ids.ts';
import { analyze } from '../analyze.ts';
import { flowAt, machineOf, TWO_SWITCHES } from './flows.testkit.ts';
import { throughputOf } from './throughput.ts';
import { USUAL_THROUGHPUT } from './throughputOptions.ts';

/** Twelve flows that share links, three of them with limits of their own. */
const flows = Array.from({ length: 12 }, (_, at) => {
  const [from, to] = [`gpu${(at * 3) % 8}`, `gpu${(at * 5 + 1) % 8}`];
  return `flow f${at}: ${from} -> ${to === from ? 'gpu2' : to} write${at % 4 === 0 ? ' rate=3G' : ''}\n`;
});
const analysis = analyze(machineOf(`${TWO_SWITCHES}${flows.join('')}`));

test('what comes next of some flows is what it is among all of them', () => {
  const all = throughputOf(analysis, USUAL_THROUGHPUT);
  expect(all.nextOf).toBeUndefined();
  const asked = ['f4', 'f9'] as FlowId[];
  const some = throughputOf(analysis, USUAL_THROUGHPUT, asked);
  expect(some.nextOf).toEqual(asked);
  some.flows.forEach((flow, at) => {
    const known = flowAt(all, at);
    expect(known.next).not.toBeNull();
    expect(flow).toEqual({ ...known, next: asked.includes(flow.id) ? known.next : null });
  });
});
