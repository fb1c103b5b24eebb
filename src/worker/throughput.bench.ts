import { bench, describe } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { flowNetwork } from '../engine/flows/network/flowNetwork.ts';
import { planStreams } from '../engine/flows/planStreams.ts';
import { throughputOf } from '../engine/flows/throughput.ts';
import { USUAL_THROUGHPUT } from '../engine/flows/throughputOptions.ts';
import { maxMin } from '../engine/throughput/maxMin.testkit.ts';
import { isEndpointLike } from '../model/classCode.ts';
import type { FlowId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Flow } from '../model/workload.ts';
import { manySwitches } from './manySwitches.testkit.ts';

/*
 * From a machine that is analysed to the whole report of its flows: plans, rates, what holds each and
 * what comes next, and what every link carries. The page asks what comes next of the flow that is looked
 * at, the command line of all. Beside it a plain max-min of the same streams, over and over: so many times
 * that the report takes longer is a figure that other machines can be held against.
 */

/** Flows from endpoint to endpoint, near and far, one in three of them a read. */
function withFlows(machine: Machine, count: number): Machine {
  const ends = machine.functions.filter(isEndpointLike);
  const flows = Array.from({ length: count }, (_, at): readonly Flow[] => {
    const from = ends[(at * 37) % ends.length];
    const to = ends[(at * 53 + 20 * (at % 7) + 1) % ends.length];
    if (from === undefined || to === undefined) return [];
    return [
      {
        id: `flow${at}` as FlowId,
        label: null,
        from: { kind: 'function', id: from.id },
        to: { kind: 'function', id: to.id },
        operation: at % 3 === 0 ? 'read' : 'write',
        by: null,
        bothWays: false,
        sizeBytes: null,
        queueDepth: null,
        rateBytesPerSecond: null,
      },
    ];
  }).flat();
  return { ...machine, workload: { flows, groups: [], scatterlists: [] } };
}

/** As while a slider moves: the code is compiled, and the ways of the flows were followed before. */
const WARM = { warmupIterations: 60, iterations: 60 };

const machine = manySwitches(1);

for (const count of [1, 64]) {
  const analysis = analyze(withFlows(machine, count));
  const { fluid } = flowNetwork(planStreams(analysis, USUAL_THROUGHPUT));
  const seen = ['flow0' as FlowId];
  describe(`${machine.functions.length} functions, ${count} flows`, () => {
    const row = (name: string, run: () => void) => bench(name, run, WARM);
    row('plain max-min, without a report', () => {
      maxMin(fluid);
    });
    row('the whole report, as the page asks for it', () => {
      throughputOf(analysis, USUAL_THROUGHPUT, seen);
    });
    row('the whole report, what comes next of all flows', () => {
      throughputOf(analysis, USUAL_THROUGHPUT);
    });
  });
}
