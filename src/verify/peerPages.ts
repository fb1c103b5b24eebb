import { hex64Value } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { Analysis } from '../engine/analyze.ts';
import type { PeerMemory } from '../engine/dma/scatterlist.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';

/** What the mapping code of a client takes a provider's memory for. */
export class PeerPages {
  readonly #analysis: Analysis;
  /** By provider, client and offset: entries of one provider share the object. */
  readonly #memory = new Map<string, PeerMemory>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** @param busOffset what is added to a CPU address to get that on the bus */
  of(provider: FunctionId, client: FunctionId, busOffset: number): PeerMemory {
    const name = `${provider} ${client} ${busOffset}`;
    let memory = this.#memory.get(name);
    if (!memory) {
      const { mapType } = this.#analysis.pair(provider, client);
      memory = { provider, mapType, busOffset };
      this.#memory.set(name, memory);
    }
    return memory;
  }
}

/** Which function lends the memory at a CPU address; throws where none does. */
export function providersByAddress({ functions }: Machine): (phys: number) => FunctionId {
  const stretches = functions.flatMap(({ id, bars, p2pMemory }) =>
    p2pMemory.flatMap(({ bar, offset, size }) => {
      const found = bars === UNKNOWN ? undefined : bars.find(({ index }) => index === bar);
      if (!found || found.address === null) return [];
      const start = Number(hex64Value(found.address)) + offset;
      return [{ id, start, end: start + size }];
    }),
  );
  return (phys) => {
    const stretch = stretches.find(({ start, end }) => start <= phys && phys < end);
    if (!stretch) throw new RangeError(`no provider has memory at ${phys.toString(16)}`);
    return stretch.id;
  };
}
