import { bench, describe } from 'vitest';
import { hex64 } from '../base/hex.ts';
import { analyze } from '../engine/analyze.ts';
import { isEndpointLike } from '../model/classCode.ts';
import { acs, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Bar, PcieCapability } from '../model/registers.ts';
import { createEngineHost } from './engineHost.ts';
import type { FromWorker, Judgement, Listing, ToWorker } from './protocol.ts';
import { yieldNow } from './yieldNow.ts';

/*
 * From an edit to its verdicts, as far as the worker is concerned: the machine is cloned in, all
 * pairs are judged, the answer is handed over.
 */

const HOSTS_PER_SOCKET = 4;
const SOCKETS = 2;
const PORTS_PER_SWITCH = 19;

/** Two sockets of four root complexes; below each a switch with 19 devices of two functions: 500. */
function twoSockets(): Machine {
  const builder = new MachineBuilder();
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  for (let host = 0; host < SOCKETS * HOSTS_PER_SOCKET; host++) {
    const bus = host * 32;
    const last = hex(bus + 2 + PORTS_PER_SWITCH);
    builder.host(`${hex(bus)}:00.0`, '8086:09a2');
    for (let fn = 0; fn < (host % 2 ? 3 : 2); fn++) builder.rciep(`${hex(bus)}:02.${fn}`);
    builder.rootPort(`${hex(bus)}:01.0`, `${hex(bus + 1)}-${last}`, { acs: acs(0x1d) });
    builder.upstream(`${hex(bus + 1)}:00.0`, `${hex(bus + 2)}-${last}`);
    for (let port = 0; port < PORTS_PER_SWITCH; port++) {
      const below = hex(bus + 3 + port);
      const word = acs(port % 2 ? 0 : 0x1d);
      builder.downstream(`${hex(bus + 2)}:${hex(port)}.0`, below, { acs: word });
      builder.endpoint(`${below}:00.0`).endpoint(`${below}:00.1`);
    }
  }
  const machine = builder.build();
  return { ...machine, functions: machine.functions.map(asCaptured) };
}

const BARS: readonly Bar[] = [0, 2, 4].map((index) => ({
  index,
  kind: 'memory',
  is64bit: true,
  prefetchable: index === 2,
  address: hex64(0xe000_0000n + BigInt(index) * 0x100_0000n),
  size: 0x100_0000,
  resizableTo: null,
}));

const PCIE: PcieCapability = {
  version: 2,
  link: {
    capable: { gts: 32, width: 16 },
    current: { gts: 32, width: 16 },
    targetGts: 32,
    portNumber: 0,
  },
  slotImplemented: false,
  slotNumber: null,
  maxPayloadSupported: 512,
  maxPayload: 256,
  maxReadRequest: 512,
  readCompletionBoundary: 64,
  tags: 256,
  relaxedOrdering: true,
  noSnoop: true,
};

/** With all that a dump says of a function: what is cloned weighs as much as in a real one. */
function asCaptured(fn: PciFunction): PciFunction {
  return {
    ...fn,
    pcie: fn.pcie === null ? null : { ...PCIE },
    bars: BARS.map((bar) => ({ ...bar })),
    subsystemId: { vendor: 0x1b36, device: 0x0010 },
    names: {
      vendor: 'Example Corporation',
      device: `Device of ${fn.id}`,
      className: 'Non-Volatile memory controller',
      subsystem: 'Example Corporation Device 0010',
    },
  };
}

const machine = twoSockets();

/** A host in place, and how to ask it. */
function engine(): (listing: Listing) => Promise<Judgement> {
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
  return (listing) =>
    new Promise((resolve) => {
      answered = resolve;
      const id = ++revision;
      const input = { revision, machine, listing };
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
      await judge(listing);
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
