import { type Arbiter, type Input, isPort, type Port } from './arbiters.ts';

/**
 * What each stream would get of an arbiter if it alone asked for everything, and all others for what
 * they ask: written into `turn`, in packets. The arbiter goes round its inputs packet by packet, and an
 * input by which several streams come goes round its own; who asks for less than its turn leaves the
 * rest to the others of its port, and a port to other ports.
 */
export function offerTurns(arbiter: Arbiter, rates: readonly number[]): void {
  const [only] = arbiter.uses;
  if (only !== undefined && arbiter.uses.length === 1) {
    only.turn = arbiter.capacity / only.perPacket;
    return;
  }
  sum(arbiter);
  for (const input of arbiter.inputs) {
    if (!isPort(input)) input.perPacket = input.cost / input.packets;
    else if (input.isMixed) input.perPacket = mixed(input, rates);
  }
  grant(arbiter, arbiter.capacity, true);
}

/** Adds up what inputs ask for, and puts them in its order; mostly they are in order already. */
function sum(port: Port): void {
  const { inputs } = port;
  port.asked = 0;
  for (let at = 0; at < inputs.length; at++) {
    const input = inputs[at] as Input;
    if (isPort(input)) sum(input);
    port.asked += input.asked;
    let to = at;
    for (; to > 0 && (inputs[to - 1] as Input).asked > input.asked; to--) {
      inputs[to] = inputs[to - 1] as Input;
    }
    inputs[to] = input;
  }
}

/** Bytes of a port's packet, as its streams are mixed now. */
function mixed(port: Port, rates: readonly number[]): number {
  let bytes = 0;
  let packets = 0;
  const add = ({ inputs }: Port) => {
    for (const input of inputs) {
      if (isPort(input)) add(input);
      else {
        const rate = Math.max(rates[input.stream] ?? 0, Number.MIN_VALUE * 1e20);
        bytes += input.cost * rate;
        packets += input.packets * rate;
      }
    }
  };
  add(port);
  return bytes / packets;
}

/** Packets of the arbiter cost bytes, of which it has so many; those of a port each cost one of its own. */
function grant({ inputs }: Port, budget: number, isArbiter: boolean): void {
  let weight = 0;
  for (const input of inputs) weight += isArbiter ? input.perPacket : 1;
  let left = budget;
  let rest = weight;
  let isCut = false;
  for (let at = 0; at < inputs.length; at++) {
    const input = inputs[at] as Input;
    // From the first input on that asks for more than its turn all have the same turn.
    isCut ||= input.asked * rest > left;
    input.turn = isCut
      ? split(left, rest, weight)
      : turnOf(inputs, at, left, rest, weight, isArbiter);
    if (!isCut) {
      const each = isArbiter ? input.perPacket : 1;
      left -= each * input.asked;
      rest -= each;
    }
    if (isPort(input)) grant(input, input.turn, false);
  }
}

/**
 * The turn of an input that gets what it asks for, were it to ask for more: those after it that still
 * get what they ask for leave it the rest, as those before it did.
 */
function turnOf(
  inputs: readonly Input[],
  which: number,
  leftOver: number,
  restOver: number,
  weight: number,
  isArbiter: boolean,
): number {
  let left = leftOver;
  let rest = restOver;
  for (let at = which + 1; at < inputs.length; at++) {
    const input = inputs[at] as Input;
    if (input.asked * rest > left) break;
    const each = isArbiter ? input.perPacket : 1;
    left -= each * input.asked;
    rest -= each;
  }
  return split(left, rest, weight);
}

/** Of inputs that cost nothing here, only rounding is left of the weight. */
function split(left: number, rest: number, weight: number): number {
  return rest > weight * 1e-12 ? Math.max(left, 0) / rest : Number.POSITIVE_INFINITY;
}
