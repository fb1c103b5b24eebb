import type { FluidNetwork, FluidStream } from './fluid.ts';

/*
 * A network as its arbiters see it: at every resource a tree whose leaves are the streams that use it
 * and whose inner nodes are the input ports by which several of them come. What changes while rates
 * are looked for is kept in the nodes.
 */

/** What an arbiter goes round: a stream, or a port by which several come. */
interface Turns {
  /** Packets that it asks for. */
  asked: number;
  /** Packets that it would get if it asked for any number. */
  turn: number;
  /** Bytes of the resource that go with one of its packets. */
  perPacket: number;
}

/** What one stream takes of one resource, by one input port. */
export interface Leaf extends Turns {
  readonly stream: number;
  readonly arbiter: Arbiter;
  /** For each byte of payload. */
  readonly bytes: number;
  readonly packets: number;
  /** Bytes that it stands for: of streams that come twice, their uses share what all of them take. */
  cost: number;
  /** The rate that it is offered here, payload; the offer before, and what came of that. */
  offer: number;
  offerBefore: number;
  answerBefore: number;
  /** How far an answer is believed. */
  step: number;
}

export type Input = Leaf | Port;

/** An input by which several streams come; they share its turn as the arbiter before shared it. */
export interface Port extends Turns {
  /** In the order of what they ask for, the least first. */
  readonly inputs: Input[];
  /** Bytes of a packet depend on whose it is. */
  isMixed: boolean;
}

export interface Arbiter extends Port {
  readonly resource: number;
  /** All streams below it, those of inner ports as well. */
  readonly uses: Leaf[];
  /** A stream comes to it by more than one port. */
  hasReturning: boolean;
  /** Something was asked for that was not asked before. */
  isStale: boolean;
  /** What packets may take of the capacity. */
  capacity: number;
}

/** A use of a resource, by its place in its leg. */
interface Coming {
  readonly stream: number;
  readonly leg: FluidStream['legs'][number];
  readonly use: number;
}

export function isPort(input: Input): input is Port {
  return 'inputs' in input;
}

/** Trees of input ports for all resources that limit anything. */
export function arbitersOf({ resources, streams }: FluidNetwork): readonly Arbiter[] {
  const coming = resources.map((): Coming[] => []);
  streams.forEach(({ legs }, stream) => {
    for (const leg of legs) {
      leg.forEach(({ resource, bytes }, use) => {
        if (bytes > 0) coming[resource]?.push({ stream, leg, use });
      });
    }
  });
  return resources.flatMap(({ capacity }, resource) => {
    const here = coming[resource] ?? [];
    return capacity < Number.POSITIVE_INFINITY && here.length > 0
      ? [arbiterOf(resource, capacity, here)]
      : [];
  });
}

function arbiterOf(resource: number, capacity: number, coming: readonly Coming[]): Arbiter {
  const arbiter: Arbiter = {
    resource,
    capacity,
    uses: [],
    hasReturning: false,
    isStale: true,
    inputs: [],
    isMixed: false,
    asked: 0,
    turn: 0,
    perPacket: 1,
  };
  divide(arbiter, coming, 1, arbiter);
  const { uses } = arbiter;
  arbiter.hasReturning =
    uses.length > 1 && new Set(uses.map(({ stream }) => stream)).size < uses.length;
  markMixed(arbiter, arbiter.hasReturning);
  return arbiter;
}

/** Puts the inputs of a port into it: what comes, told apart by what it used so many resources before. */
function divide(port: Port, coming: readonly Coming[], back: number, arbiter: Arbiter): void {
  if (isOneStream(coming)) {
    addLeaf(port, coming, arbiter);
    return;
  }
  for (const input of inputsOf(coming, back)) {
    // A port with a single input has nothing to divide: what comes by it is told apart further up.
    let group = input;
    let next = back + 1;
    while (!isOneStream(group)) {
      const further = inputsOf(group, next);
      if (further.length > 1 || further[0] === undefined) break;
      group = further[0];
      next++;
    }
    if (isOneStream(group)) addLeaf(port, group, arbiter);
    else {
      const inner: Port = { inputs: [], isMixed: false, asked: 0, turn: 0, perPacket: 1 };
      port.inputs.push(inner);
      divide(inner, group, next, arbiter);
    }
  }
}

function addLeaf(port: Port, coming: readonly Coming[], arbiter: Arbiter): void {
  const leaf = leafOf(coming, arbiter);
  port.inputs.push(leaf);
  arbiter.uses.push(leaf);
}

/** By what they used before; a stream at its sender is an input of its own. */
function inputsOf(coming: readonly Coming[], back: number): readonly Coming[][] {
  const inputs = new Map<number, Coming[]>();
  for (const one of coming) {
    const before = one.leg[one.use - back];
    const key = before === undefined ? -1 - one.stream : before.resource;
    const input = inputs.get(key);
    if (input) input.push(one);
    else inputs.set(key, [one]);
  }
  return [...inputs.values()];
}

function isOneStream(coming: readonly Coming[]): boolean {
  const first = coming[0]?.stream;
  for (const { stream } of coming) if (stream !== first) return false;
  return true;
}

function leafOf(coming: readonly Coming[], arbiter: Arbiter): Leaf {
  let bytes = 0;
  let packets = 0;
  for (const { leg, use } of coming) {
    const { bytes: more = 0, packets: morePackets = 0 } = leg[use] ?? {};
    bytes += more;
    // What is not cut into packets takes its turns as bytes.
    packets += morePackets > 0 ? morePackets : more;
  }
  return {
    stream: coming[0]?.stream ?? 0,
    arbiter,
    bytes,
    packets,
    cost: bytes,
    offer: 0,
    offerBefore: 0,
    answerBefore: 0,
    step: 1,
    asked: 0,
    turn: 0,
    perPacket: bytes / packets,
  };
}

/** Finds ports whose packets are all alike: theirs are counted once and for all. */
function markMixed(port: Port, isReturning: boolean): void {
  for (const input of port.inputs) if (isPort(input)) markMixed(input, isReturning);
  const [first] = port.inputs;
  port.perPacket = first?.perPacket ?? 1;
  port.isMixed =
    isReturning ||
    port.inputs.some(
      (input) => (isPort(input) && input.isMixed) || input.perPacket !== first?.perPacket,
    );
}
