import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { type AcsBoot, pciAcsInit } from './acs/pciAcsInit.ts';
import { withBootWords } from './acs/withBootWords.ts';
import { addressWalk } from './fabric/addressWalk.ts';
import { fabricWalk } from './fabric/fabricWalk.ts';
import type { Surroundings } from './fabric/packet.ts';
import type { AddressQuestion, FabricWalk, PeerQuestion } from './fabric/walk.ts';
import { groupFunctions } from './iommu/groupFunctions.ts';
import type { IommuGroups } from './iommu/iommuGroups.ts';
import { hasUntrusted, isTranslated } from './iommu/isTranslated.ts';
import {
  type AssumptionId,
  type ConditionRequest,
  type Conditions,
  NO_REQUEST,
  resolveConditions,
} from './kernel/conditions.ts';
import { type HostPath, hostPathOf } from './p2pdma/hostPath.ts';
import type { PairJudge } from './p2pdma/pairJudge.ts';
import { pairJudgeOf } from './p2pdma/pairJudgeOf.ts';
import { pairVerdict } from './p2pdma/pairVerdict.ts';
import type { PairVerdict } from './p2pdma/verdict.ts';
import { wordDoubts } from './p2pdma/wordDoubts.ts';
import { buildTopology, functionAt, placeOfId, type Topology } from './pci/topology.ts';

/** All outcomes of provider × client, compact enough for machines with thousands of functions. */
export interface PairTable {
  readonly functions: readonly FunctionId[];
  /** Row by row (one provider a row): OUTCOME bits of each pair. */
  readonly possible: Uint8Array;
  /** Hop counts, -1 where not known. */
  readonly distance: Int16Array;
}

interface Doubt {
  readonly assumption: AssumptionId;
  readonly judge: PairJudge;
}

/**
 * A machine under given conditions, ready to be asked. The one entry to the engine: the command
 * line, the browser and the tests all come through here.
 */
export class Analysis {
  /** As it runs: ACS control words are those after boot. */
  readonly machine: Machine;
  readonly topology: Topology;
  /** What became of the ACS control words at boot; nothing where they are taken as they stand. */
  readonly boot: AcsBoot;
  readonly conditions: Conditions;
  readonly hostPath: HostPath;
  readonly #judge: PairJudge;
  readonly #asRead: Topology;
  #provider: FunctionId | null = null;

  /** Judges of the machine as it would run if an assumption behind its ACS words were wrong. */
  #doubts: readonly Doubt[] | null = null;
  #groups: IommuGroups | null = null;

  constructor(machine: Machine, request: Partial<ConditionRequest>) {
    this.conditions = resolveConditions(machine, request);
    const found = buildTopology(machine);
    this.#asRead = found;
    this.boot = pciAcsInit(found, this.conditions);
    this.machine = withBootWords(machine, this.boot);
    this.topology = this.machine === machine ? found : buildTopology(this.machine);
    this.hostPath = hostPathOf(this.topology, this.conditions);
    this.#judge = this.#newJudge();
  }

  /** The machine as it was handed in: ACS control words are those before boot. */
  get asRead(): Machine {
    return this.#asRead.machine;
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
    const { features } = this.conditions.kernel.value;
    const doubtful = this.#doubtful(from, to);
    return pairVerdict(this.topology, this.#judge, features, from, to, doubtful);
  }

  /** Assumptions behind the ACS words without which the pair just judged would come out otherwise. */
  #doubtful(from: number, to: number): readonly AssumptionId[] {
    this.#doubts ??= wordDoubts(this.#asRead, this.boot, this.conditions).map(
      ({ assumption, topology }) => ({
        assumption,
        judge: pairJudgeOf(topology, this.hostPath, this.conditions),
      }),
    );
    return this.#doubts.flatMap(({ assumption, judge }) => {
      judge.from(from);
      judge.to(to);
      return judge.possible === this.#judge.possible ? [] : [assumption];
    });
  }

  /** Which functions share an IOMMU group. Computed when first asked. */
  groups(): IommuGroups {
    this.#groups ??= groupFunctions(this.topology, this.#asRead, this.conditions);
    return this.#groups;
  }

  /** Whether an IOMMU translates this function's addresses. */
  isTranslated(id: FunctionId): boolean {
    return isTranslated(this.topology, this.#place(id), this.conditions, () => this.#sharers(id));
  }

  /** Whether an untrusted function has the same IOMMU domain, or it is one itself. */
  sharesWithUntrusted(id: FunctionId): boolean {
    if (!hasUntrusted(this.topology)) return false;
    return this.#sharers(id).some((place) => functionAt(this.topology, place).untrusted === true);
  }

  /** Places of all functions of its group. */
  #sharers(id: FunctionId): readonly number[] {
    const group = this.groups().groups.find(({ members }) =>
      members.some((member) => member.function === id),
    );
    return group?.members.map((member) => this.#place(member.function)) ?? [this.#place(id)];
  }

  /** What the fabric does with a request, port by port. */
  walk(question: PeerQuestion): FabricWalk {
    const { requester } = question;
    return fabricWalk(this.topology, this.conditions, question, this.#surroundings(requester));
  }

  /** The same for a request by whatever address, to host memory as well. */
  walkByAddress(question: AddressQuestion): FabricWalk {
    const { requester } = question;
    return addressWalk(this.topology, this.conditions, question, this.#surroundings(requester));
  }

  #surroundings(requester: FunctionId): Surroundings {
    return {
      kernelTrusts: (from, to) =>
        this.conditions.kernel.value.features.pairRule === 'none'
          ? 'not-asked'
          : this.hostPath(from, to).answer,
      isTranslated: this.isTranslated(requester),
    };
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
    return pairJudgeOf(this.topology, this.hostPath, this.conditions);
  }

  #place(id: FunctionId): number {
    return placeOfId(this.topology, id);
  }
}

/** Judges a machine under what is asked for, what it says of itself, and stated defaults. */
export function analyze(
  machine: Machine,
  request: Partial<ConditionRequest> = NO_REQUEST,
): Analysis {
  return new Analysis(machine, request);
}
