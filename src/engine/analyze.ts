import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import {
  type ConditionRequest,
  type Conditions,
  NO_REQUEST,
  resolveConditions,
} from './kernel/conditions.ts';
import { PairJudge } from './p2pdma/calcMapTypeAndDist.ts';
import { type HostPath, hostPathOf } from './p2pdma/hostPath.ts';
import { pairVerdict } from './p2pdma/pairVerdict.ts';
import type { PairVerdict } from './p2pdma/verdict.ts';
import { buildTopology, type Topology } from './pci/topology.ts';

/** All outcomes of provider × client, compact enough for machines with thousands of functions. */
export interface PairTable {
  readonly functions: readonly FunctionId[];
  /** Row by row (one provider a row): OUTCOME bits of each pair. */
  readonly possible: Uint8Array;
  /** Hop counts, -1 where not known. */
  readonly distance: Int16Array;
}

/**
 * A machine under given conditions, ready to be asked. The one entry to the engine: the command
 * line, the browser and the tests all come through here.
 */
export class Analysis {
  readonly machine: Machine;
  readonly topology: Topology;
  readonly conditions: Conditions;
  readonly hostPath: HostPath;
  readonly #judge: PairJudge;
  #provider: FunctionId | null = null;

  constructor(machine: Machine, request: ConditionRequest) {
    this.machine = machine;
    this.topology = buildTopology(machine);
    this.conditions = resolveConditions(machine, request);
    this.hostPath = hostPathOf(this.topology, this.conditions);
    this.#judge = this.#newJudge();
  }

  /** The verdict on one pair. Throws on ids that the machine does not have. */
  pair(provider: FunctionId, client: FunctionId): PairVerdict {
    const from = this.#place(provider);
    if (this.#provider !== provider) {
      this.#judge.from(from);
      this.#provider = provider;
    }
    const to = this.#place(client);
    this.#judge.to(to);
    return pairVerdict(this.topology, this.#judge, this.conditions.kernel.value.features, from, to);
  }

  /** Outcomes and distances of all ordered pairs of these functions. */
  table(functions: readonly FunctionId[]): PairTable {
    const steps = this.tableInSteps(functions);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /**
   * {@link table}, one row at a time: yields how many rows are done, so that a caller can look after
   * other things in between. It has a judge of its own, so pairs may be asked meanwhile.
   */
  *tableInSteps(functions: readonly FunctionId[]): Generator<number, PairTable> {
    const places = functions.map((id) => this.#place(id));
    const possible = new Uint8Array(places.length ** 2);
    const distance = new Int16Array(places.length ** 2);
    const judge = this.#newJudge();
    for (const [row, provider] of places.entries()) {
      judge.from(provider);
      let cell = row * places.length;
      for (const client of places) {
        judge.to(client);
        possible[cell] = judge.possible;
        distance[cell] = judge.distance;
        cell++;
      }
      yield row + 1;
    }
    return { functions, possible, distance };
  }

  #newJudge(): PairJudge {
    return new PairJudge(this.topology, this.hostPath, this.conditions.kernel.value.features);
  }

  #place(id: FunctionId): number {
    const place = this.topology.indexOf.get(id);
    if (place === undefined) throw new RangeError(`no function ${id} in this machine`);
    return place;
  }
}

/** Judges a machine under what is asked for, what it says of itself, and stated defaults. */
export function analyze(machine: Machine, request: ConditionRequest = NO_REQUEST): Analysis {
  return new Analysis(machine, request);
}
