import type { Analysis } from '../engine/analyze.ts';
import { IovaDomain } from '../engine/dma/iova/IovaDomain.ts';
import { iovaSetupOf } from '../engine/dma/iova/iovaSetupOf.ts';
import type { IovaSource } from '../engine/dma/mapContext.ts';
import { functionAt, placeOfId } from '../engine/pci/topology.ts';
import type { FunctionId } from '../model/ids.ts';

/**
 * The IOVAs of a domain while the lists of a case are mapped. Where a driver uses the domain as well,
 * nobody knows what it has mapped, and each list is given a fresh one: addresses then hold within a
 * list. Where addresses are freed lazily, that goes by a clock, and only the first are known.
 */
export class ListDomain {
  readonly #new: () => IovaDomain;
  readonly #isDriven: boolean;
  readonly #isLazy: boolean;
  #source: IovaDomain;
  #isFresh = true;

  constructor(analysis: Analysis, client: FunctionId, members: readonly FunctionId[]) {
    const { topology, conditions } = analysis;
    const place = placeOfId(topology, client);
    const { setup } = iovaSetupOf({ topology, conditions, client: place, seenAs: place });
    this.#new = () => new IovaDomain({ ...setup, flush: { kind: 'strict' } });
    this.#source = this.#new();
    this.#isLazy = setup.flush.kind === 'lazy';
    this.#isDriven = members.some((id) => {
      const member = topology.indexOf.get(id);
      return member !== undefined && functionAt(topology, member).driver !== null;
    });
  }

  /** What the next mapping takes its IOVAs from. */
  get source(): IovaSource {
    if (!this.isKnown) this.#source = this.#new();
    return this.#source;
  }

  /** Whether these are the IOVAs that the kernel gives next. */
  get isKnown(): boolean {
    return !this.#isDriven && (!this.#isLazy || this.#isFresh);
  }

  /** IOVAs were given. */
  used(): void {
    this.#isFresh = false;
  }
}
