import { type Arbiter, arbitersOf, type Leaf } from './arbiters.ts';
import { chargeReturning } from './chargeReturning.ts';
import type { Binding, FluidNetwork, FluidSolution } from './fluid.ts';
import { offerTurns } from './offerTurns.ts';

/** Rounds in which answers are believed as far as the last two say; later ones go more carefully. */
const QUICK_ROUNDS = 60;
const MAX_ROUNDS = 600;
/** Relative change of all rates over a round when everybody agrees. */
const AGREED = 1e-10;
/** Limits that are so near each other are the same. */
const SAME = 1e-7;
/** What changes by less than this part of what rates may be off is not looked at again. */
const QUIET = 0.03;

/** Whose overhead a resource carries, and how much for each byte of theirs. */
interface Overhead {
  readonly streams: Int32Array;
  readonly bytes: Float64Array;
}

/** What is asked of a network besides what it says itself. */
export interface Asked {
  /** Limits of the streams instead of their own. */
  readonly limits?: readonly number[];
  /** A resource that limits nobody. */
  readonly lifted?: number;
  /** How far rates may be off; 1e-10 unless said otherwise. */
  readonly agreed?: number;
  /** What is found after so many rounds is good enough. */
  readonly maxRounds?: number;
}

/**
 * Finds what streams get, by what the parts themselves do: every arbiter offers each of its streams what
 * it would get if it took all it can, the others asking for what they are offered elsewhere; every stream
 * asks at each arbiter for the least that all others offer it. When offers stay as they are, each stream
 * has the fair share of its tightest arbiter, and none can have more.
 *
 * Why not by filling all streams up together until something is full: arbiters divide by ports, each in
 * its own way, so that streams do not grow at one pace; one that is held at the first arbiter may hold
 * one at the second that holds it in turn, and no order in which to settle them exists (every other
 * network of forty streams has such a ring). Where turns are those of the streams themselves, the
 * rounds end at the plain max-min.
 *
 * What arbiters offer in a ring may go up and down for ever. Each offer is therefore believed only as
 * far as its last two answers say that it is steep (a secant), and later as long as it keeps its direction.
 * Streams that are alike are treated alike in every round, and get the same.
 *
 * Where the same streams fill several links in a row, offers may come to rest in more than one state. Every
 * question begins where each arbiter offers all that it has: the answer then hangs neither on the order of
 * the streams nor on what was asked before, and with something lifted it is that of a network without it.
 */
export class FluidSolver {
  readonly #network: FluidNetwork;
  readonly #arbiters: readonly Arbiter[];
  readonly #uses: readonly (readonly Leaf[])[];
  /** In the order of the arbiters. */
  readonly #overheads: readonly Overhead[];

  constructor(network: FluidNetwork) {
    this.#network = network;
    this.#arbiters = arbitersOf(network);
    this.#uses = inOrder(network, this.#arbiters);
    const overheads = network.resources.map(() => ({
      streams: [] as number[],
      bytes: [] as number[],
    }));
    network.streams.forEach(({ overhead }, stream) => {
      for (const { resource, bytes } of overhead) {
        overheads[resource]?.streams.push(stream);
        overheads[resource]?.bytes.push(bytes);
      }
    });
    this.#overheads = this.#arbiters.map(({ resource }) => ({
      streams: Int32Array.from(overheads[resource]?.streams ?? []),
      bytes: Float64Array.from(overheads[resource]?.bytes ?? []),
    }));
  }

  solve(asked: Asked = {}): FluidSolution {
    const limits = asked.limits ?? this.#network.streams.map(({ limit }) => limit);
    const rates: number[] = Array(limits.length).fill(0);
    const agreed = asked.agreed ?? AGREED;
    const quiet = agreed * QUIET;
    this.#begin(asked.lifted);
    let rounds = 0;
    for (let calm = 0; ; rounds++) {
      this.#ask(limits, rates, quiet);
      if (calm === 2) break;
      if (rounds === (asked.maxRounds ?? MAX_ROUNDS)) {
        this.#fit(rates);
        break;
      }
      this.#offer(rates, rounds > 0, asked.lifted, quiet);
      const change = this.#believe(limits, rates, rounds >= QUICK_ROUNDS);
      calm = change <= agreed ? calm + 1 : 0;
    }
    const bindings = rates.map((rate, stream) => this.#bindingOf(stream, rate, limits));
    return { rates, bindings, rounds };
  }

  #begin(lifted: number | undefined): void {
    for (const arbiter of this.#arbiters) {
      arbiter.isStale = true;
      arbiter.capacity = this.#network.resources[arbiter.resource]?.capacity ?? 0;
      for (const use of arbiter.uses) {
        use.offer = arbiter.capacity / use.bytes;
        if (arbiter.resource === lifted) use.offer = Number.POSITIVE_INFINITY;
        use.offerBefore = use.offer;
        use.answerBefore = use.offer;
        use.step = 1;
        use.cost = use.bytes;
        use.asked = Number.NaN;
      }
    }
  }

  /** Everywhere for the least that is offered elsewhere. */
  #ask(limits: readonly number[], rates: number[], quiet: number): void {
    for (let stream = 0; stream < limits.length; stream++) {
      let first = limits[stream] as number;
      let second = Number.POSITIVE_INFINITY;
      let held: Leaf | null = null;
      const uses = this.#uses[stream] as readonly Leaf[];
      for (const use of uses) {
        if (use.offer < first) {
          second = first;
          first = use.offer;
          held = use;
        } else if (use.offer < second) second = use.offer;
      }
      rates[stream] = first;
      for (const use of uses) {
        const packets = use.packets * (use === held ? second : first);
        if (isOther(packets, use.asked, quiet)) {
          use.asked = packets;
          use.arbiter.isStale = true;
        }
      }
    }
  }

  #offer(
    rates: readonly number[],
    withOverhead: boolean,
    lifted: number | undefined,
    quiet: number,
  ): void {
    for (let at = 0; at < this.#arbiters.length; at++) {
      const arbiter = this.#arbiters[at] as Arbiter;
      if (arbiter.resource === lifted) continue;
      let capacity = this.#network.resources[arbiter.resource]?.capacity ?? 0;
      if (withOverhead) {
        const { streams, bytes } = this.#overheads[at] as Overhead;
        for (let one = 0; one < streams.length; one++) {
          const rate = rates[streams[one] as number] as number;
          if (rate < Number.POSITIVE_INFINITY) capacity -= (bytes[one] as number) * rate;
        }
      }
      capacity = Math.max(capacity, 0);
      // Bytes of mixed packets go with the rates, whatever is asked for.
      const isSame = !isOther(capacity, arbiter.capacity, quiet);
      if (isSame && !arbiter.isStale && !arbiter.isMixed) continue;
      arbiter.capacity = capacity;
      arbiter.isStale = false;
      if (arbiter.hasReturning) chargeReturning(arbiter);
      offerTurns(arbiter, rates);
    }
  }

  /** Moves offers towards the answers, and says how far rates are from them. */
  #believe(limits: readonly number[], rates: readonly number[], isCareful: boolean): number {
    let change = 0;
    for (let stream = 0; stream < limits.length; stream++) {
      let after = limits[stream] as number;
      for (const use of this.#uses[stream] as readonly Leaf[]) {
        if (use.offer === Number.POSITIVE_INFINITY) continue;
        const answer = Math.min(use.turn / use.packets, use.arbiter.capacity / use.bytes);
        if (answer < after) after = answer;
        if (answer === use.offer) continue;
        const move = answer - use.offer;
        use.step = isCareful ? carefully(use, move) : bySecant(use, answer);
        use.offerBefore = use.offer;
        use.answerBefore = answer;
        use.offer += use.step * move;
      }
      const before = rates[stream] as number;
      const difference = Math.abs(after - before);
      if (difference > 0) change = Math.max(change, difference / Math.max(after, before));
    }
    return change;
  }

  /** Who has not agreed in time gives up what there is not. */
  #fit(rates: number[]): void {
    const parts = new Map(
      this.#arbiters.map((arbiter) => {
        let bytes = 0;
        for (const use of arbiter.uses) bytes += use.bytes * (rates[use.stream] ?? 0);
        return [arbiter, bytes > arbiter.capacity ? arbiter.capacity / bytes : 1];
      }),
    );
    this.#uses.forEach((uses, stream) => {
      const part = Math.min(1, ...uses.map(({ arbiter }) => parts.get(arbiter) ?? 1));
      if (part < 1) rates[stream] = (rates[stream] ?? 0) * part;
    });
  }

  #bindingOf(stream: number, rate: number, limits: readonly number[]): Binding {
    const uses = this.#uses[stream] ?? [];
    const least = Math.min(...uses.map(({ offer }) => offer));
    if ((limits[stream] as number) <= least * (1 + SAME)) {
      return rate === Number.POSITIVE_INFINITY ? 'none' : 'own';
    }
    return uses.find(({ offer }) => offer <= least * (1 + SAME))?.arbiter.resource ?? 'none';
  }
}

function isOther(a: number, b: number, quiet: number): boolean {
  return a !== b && !(Math.abs(a - b) <= quiet * Math.min(a, b));
}

/** To where the line through the last two answers meets the offer. */
function bySecant(use: Leaf, answer: number): number {
  const moved = use.offer - use.offerBefore;
  if (Math.abs(moved) <= 1e-12 * use.offer) return use.step;
  const steepness = (answer - use.answerBefore) / moved;
  return Math.min(1, Math.max(0.1, 1 / (1 - Math.min(0, steepness))));
}

/** Faster as long as it goes one way, slower when it turns. */
function carefully(use: Leaf, move: number): number {
  const moveBefore = use.answerBefore - use.offerBefore;
  if (move * moveBefore < 0) return Math.max(use.step * 0.6, 1 / 64);
  return move * moveBefore > 0 ? Math.min(use.step * 1.1, 1) : use.step;
}

/** What each stream uses, in the order in which it meets the resources. */
function inOrder({ streams }: FluidNetwork, arbiters: readonly Arbiter[]): Leaf[][] {
  const known = streams.map(() => new Map<number, Leaf[]>());
  for (const { resource, uses } of arbiters) {
    for (const use of uses) {
      const before = known[use.stream]?.get(resource);
      if (before) before.push(use);
      else known[use.stream]?.set(resource, [use]);
    }
  }
  return streams.map(({ legs }, stream) => {
    const met = new Set<number>();
    for (const leg of legs) for (const { resource } of leg) met.add(resource);
    return [...met].flatMap((resource) => known[stream]?.get(resource) ?? []);
  });
}
