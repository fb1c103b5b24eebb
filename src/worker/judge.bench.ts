import { bench, describe } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { isEndpointLike } from '../model/classCode.ts';
import type { Machine } from '../model/machine.ts';
import { createEngineHost } from './engineHost.ts';
import { manySwitches } from './manySwitches.testkit.ts';
import type { FromWorker, Judgement, Listing, ToWorker } from './protocol.ts';
import { yieldNow } from './yieldNow.ts';

/*
 * From an edit to its verdicts, as far as the worker is concerned: the machine is cloned in, all
 * pairs are judged, the answer is handed over.
 */

const machine = manySwitches(1);

/** The same, of which a kernel with an IOMMU makes the ACS control words at boot. */
const booted: Machine = {
  ...machine,
  settings: { ...machine.settings, iommu: 'intel', iommuMode: 'strict', acsWords: 'boot' },
};

/** A host in place, and how to ask it. */
function engine(): (machine: Machine, listing: Listing) => Promise<Judgement> {
  let answered: ((judgement: Judgement) => void) | null = null;
  const host = createEngineHost({
    post: (message, transfer) => {
      const clone: FromWorker = structuredClone(message, { transfer: [...transfer] });
      if (clone.kind === 'answer' && clone.question === 'judge') answered?.(clone.output);
    },
    loadNames: () => Promise.resolve(null),
    yieldNow,
    wait: () => Promise.resolve(),
    now: () => performance.now(),
  });
  let revision = 0;
  return (asked, listing) =>
    new Promise((resolve) => {
      answered = resolve;
      const id = ++revision;
      const input = { revision, machine: asked, listing };
      const ask: ToWorker = { kind: 'ask', id, question: 'judge', input };
      host.receive(structuredClone(ask));
    });
}

/** Each pair by the other way of asking: one verdict, with all that decided it, for each. */
function naive(listing: Listing): number {
  const copy = structuredClone(machine);
  const listed = copy.functions.filter((fn) => listing === 'all' || isEndpointLike(fn));
  const analysis = analyze(copy);
  const verdicts = listed.flatMap((provider) =>
    listed.map((client) => analysis.pair(provider.id, client.id)),
  );
  return structuredClone(verdicts).length;
}

const judge = engine();

describe.each(['endpoints', 'all'] as const)(
  `${machine.functions.length} functions, listing %s`,
  (listing) => {
    bench('judged through the host', async () => {
      await judge(machine, listing);
    });
    bench('as booted', async () => {
      await judge(booted, listing);
    });
    bench(
      'baseline: a verdict as an object for every pair, cloned',
      () => {
        naive(listing);
      },
      { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 },
    );
  },
);
