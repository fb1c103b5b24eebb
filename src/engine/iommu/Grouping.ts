import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { type AcsContext, acsContextOf } from '../acs/acsContext.ts';
import { REQ_ACS_FLAGS } from '../acs/acsMasks.ts';
import { pciAcsEnabled } from '../acs/pciAcsEnabled.ts';
import type { Conditions } from '../kernel/conditions.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { functionAt, NOT_SHOWN, type Topology } from '../pci/topology.ts';
import { dmaAliasesOf } from './dmaAliases.ts';
import { hiddenIsolation } from './hiddenIsolation.ts';
import { type DmaAlias, pciForEachDmaAlias } from './pciForEachDmaAlias.ts';
import { pciRealDmaDev } from './pciRealDmaDev.ts';

/**
 * What the rules of grouping share while groups are given, one function after the other: who is in
 * which group so far, and answers that many functions ask for.
 */
export class Grouping {
  readonly topology: Topology;
  readonly features: KernelFeatures;
  /** Group number of each function that has one. */
  readonly groupOf = new Map<number, number>();
  /** Functions whose hidden ACS was asked for; they were taken as not isolating. */
  readonly assumed = new Set<FunctionId>();
  /** Those that were taken as isolating. */
  readonly assumedIsolating = new Set<FunctionId>();
  /** By the proposed rule: bridges whose whole subtree shares their group, and what spoils it. */
  readonly sharedBelow = new Map<number, number>();
  readonly #conditions: Conditions;
  readonly #context: AcsContext;
  readonly #isolates = new Map<number, boolean>();
  readonly #spoiler = new Map<number, number | null>();
  readonly #buses = new Map<string, number[]>();
  readonly #below = new Map<number, number[]>();
  readonly #hasAliases = new Map<readonly number[], boolean>();
  readonly #aliases = new Map<number, ReadonlySet<number>>();

  constructor(topology: Topology, conditions: Conditions) {
    this.topology = topology;
    this.features = conditions.kernel.value.features;
    this.#conditions = conditions;
    this.#context = acsContextOf(conditions);
    topology.functions.forEach((fn, index) => {
      const bus = busOf(fn);
      if (bus !== null) append(this.#buses, bus, index);
      append(this.#below, topology.upstream[index] ?? NOT_SHOWN, index);
    });
  }

  /** The function at that place. */
  at(index: number): PciFunction {
    return functionAt(this.topology, index);
  }

  /** All names of its requests (`pciForEachDmaAlias`). */
  aliasesOf(index: number): readonly DmaAlias[] {
    return pciForEachDmaAlias(this.topology, index, this.features);
  }

  /** Further ids of its own bus under which it may send requests. */
  busAliasesOf(index: number): ReadonlySet<number> {
    let found = this.#aliases.get(index);
    if (!found) {
      found = new Set(dmaAliasesOf(this.at(index)));
      this.#aliases.set(index, found);
    }
    return found;
  }

  /** Functions of its bus, none where no function of that bus has another id of it. */
  onBusWithAliases(index: number): readonly number[] {
    const bus = this.onSameBus(index);
    let has = this.#hasAliases.get(bus);
    if (has === undefined) {
      has = bus.some((each) => this.busAliasesOf(each).size > 0);
      this.#hasAliases.set(bus, has);
    }
    return has ? bus : [];
  }

  realDmaDev(index: number): number {
    return pciRealDmaDev(this.topology, index, this.features);
  }

  /** Functions with the same bus number, in order of enumeration, itself among them. */
  onSameBus(index: number): readonly number[] {
    const bus = busOf(this.at(index));
    return (bus === null ? null : this.#buses.get(bus)) ?? [index];
  }

  /** Functions whose next bridge up is this one, virtual ones left out. */
  directlyBelow(bridge: number): readonly number[] {
    return (this.#below.get(bridge) ?? []).filter((index) => this.at(index).physfn === null);
  }

  /**
   * Are two functions of one bus parts of one device? Virtual functions and what is known to be
   * single have no siblings. Linux looks for functions above 0 only where function 0 says that there
   * are some, so their being there answers an unknown.
   */
  areSiblings(a: number, b: number): boolean {
    const [one, other] = [this.at(a), this.at(b)];
    if (a === b || one.physfn !== null || other.physfn !== null) return false;
    if (one.address === null || one.multifunction === false) return false;
    return one.address.device === other.address?.device;
  }

  /**
   * Does it keep all that isolation asks for? Where the input hides what decides, what is likely
   * counts; where nothing is, it counts as no. Both are noted.
   */
  isolates(index: number): boolean {
    const known = this.#isolates.get(index);
    if (known !== undefined) return known;
    const fn = this.at(index);
    let answer = pciAcsEnabled(fn, REQ_ACS_FLAGS, this.#context);
    if (answer === 'unknown') {
      answer = hiddenIsolation(fn, this.#isAlone(index), this.#conditions, this.#context);
      (answer === 'yes' ? this.assumedIsolating : this.assumed).add(fn.id);
    }
    this.#isolates.set(index, answer === 'yes');
    return answer === 'yes';
  }

  #isAlone(index: number): boolean {
    const { address } = this.at(index);
    if (address?.function !== 0) return false;
    return this.onSameBus(index).every((other) => !this.areSiblings(index, other));
  }

  /**
   * The highest function from this one up to the root bus that does not isolate; `null` when all do
   * (`pci_acs_path_enabled()` to the root bus).
   */
  notIsolatingFrom(index: number): number | null {
    const known = this.#spoiler.get(index);
    if (known !== undefined) return known;
    const above = this.topology.upstream[index] ?? -1;
    // Set before going up: a loop in a damaged document ends here.
    this.#spoiler.set(index, null);
    const higher = above >= 0 ? this.notIsolatingFrom(above) : null;
    const found = higher ?? (this.isolates(index) ? null : index);
    this.#spoiler.set(index, found);
    return found;
  }
}

function busOf({ address }: PciFunction): string | null {
  return address && `${address.domain}:${address.bus}`;
}

function append<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
