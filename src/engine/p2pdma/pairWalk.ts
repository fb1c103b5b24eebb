import { mayLeadTo } from '../pci/mayLeadTo.ts';
import { functionAt, NOT_SHOWN, ON_ROOT_BUS, type Topology, wayUp } from '../pci/topology.ts';
import { acsWay } from './acsWay.ts';
import type { HostPathAnswer } from './hostPath.ts';
import { OUTCOME } from './outcome.ts';
import { NOBODY_ON_WAY, type OnWay, type PairJudge } from './pairJudge.ts';
import type { PairRule, TlpClasses } from './verdict.ts';

/** Redirection as a number in which the worst of several is their maximum. */
export const DIRECT = 0;
export const MAY_REDIRECT = 1;
export const REDIRECTS = 2;

/**
 * The walk that most kernels share: both ways up are gone until they meet.
 *
 * - The distance counts steps from either to the common bridge; without one, the functions of both
 *   ways, root ports included.
 * - Every function on the way counts: the provider, the bridges up to and including the common one,
 *   then the client and its bridges below the common one. None redirects: BUS_ADDR.
 * - What follows otherwise is the kernel's rule ({@link beyondDirect}).
 *
 * Where the input hides an ACS word or a parent, all outcomes that it leaves open are kept.
 *
 * Source: `upstream_bridge_distance()` and `calc_map_type_and_dist()`, drivers/pci/p2pdma.c, Linux
 * 4.20 to 7.1: the walk is the same in all of them.
 */
export abstract class PairWalk implements PairJudge {
  protected readonly topology: Topology;
  /** What each function does to a peer's request: DIRECT, MAY_REDIRECT or REDIRECTS. */
  readonly #redirect: Uint8Array;
  /** Steps from the provider to each function above it; valid where `#mark` is the current one. */
  readonly #steps: Int32Array;
  readonly #redirectOnLeg: Uint8Array;
  readonly #mark: Int32Array;
  #round = 0;
  #providerTop = -1;
  #providerNodes = 0;
  protected provider = -1;
  protected client = -1;

  possible = 0;
  distance = 0;
  common = NOT_SHOWN;
  viaHost: HostPathAnswer | null = null;
  readonly directRule: PairRule = 'common-bridge';

  constructor(topology: Topology, redirect: Uint8Array) {
    const count = topology.functions.length;
    this.topology = topology;
    this.#redirect = redirect;
    this.#steps = new Int32Array(count);
    this.#redirectOnLeg = new Uint8Array(count);
    this.#mark = new Int32Array(count);
  }

  from(provider: number): void {
    const { upstream } = this.topology;
    this.#round++;
    this.provider = provider;
    let redirect = DIRECT;
    let steps = 0;
    for (let at = provider; at >= 0 && this.#mark[at] !== this.#round; ) {
      redirect = Math.max(redirect, this.#redirect[at] ?? MAY_REDIRECT);
      this.#mark[at] = this.#round;
      this.#steps[at] = steps++;
      this.#redirectOnLeg[at] = redirect;
      this.#providerTop = at;
      at = upstream[at] ?? NOT_SHOWN;
    }
    this.#providerNodes = steps;
  }

  to(client: number): void {
    const { upstream } = this.topology;
    let redirect = DIRECT;
    let steps = 0;
    let top = client;
    let at = client;
    while (at >= 0 && this.#mark[at] !== this.#round && steps <= upstream.length) {
      redirect = Math.max(redirect, this.#redirect[at] ?? MAY_REDIRECT);
      steps++;
      top = at;
      at = upstream[at] ?? NOT_SHOWN;
    }
    this.client = client;
    if (at >= 0) {
      this.common = at;
      this.distance = steps + (this.#steps[at] ?? 0);
      this.decide(Math.max(redirect, this.#redirectOnLeg[at] ?? MAY_REDIRECT));
    } else if (upstream[this.#providerTop] === ON_ROOT_BUS && upstream[top] === ON_ROOT_BUS) {
      this.common = ON_ROOT_BUS;
      this.distance = steps + this.#providerNodes;
      this.decide(REDIRECTS);
    } else {
      this.#decideHidden(top, steps);
    }
  }

  onWay(): OnWay {
    // The kernel collects redirecting functions only on the way to a common bridge.
    if (this.common === ON_ROOT_BUS) return NOBODY_ON_WAY;
    const way = acsWay(this.topology, this.provider, this.client);
    return {
      redirecting: way.filter((index) => this.#redirect[index] === REDIRECTS),
      hidden: way.filter((index) => this.#redirect[index] === MAY_REDIRECT),
    };
  }

  classes(): TlpClasses | null {
    return null;
  }

  /** What is asked once the direct way is closed, or may be. */
  protected abstract beyondDirect(): HostPathAnswer;

  /** Settles the outcome from the worst that is on the way. */
  protected decide(redirect: number): void {
    this.viaHost = null;
    this.possible = 0;
    if (redirect !== REDIRECTS) this.possible = OUTCOME.BUS_ADDR;
    if (redirect === DIRECT) return;
    this.viaHost = this.beyondDirect();
    if (this.viaHost.answer !== 'no') this.possible |= OUTCOME.THRU_HOST_BRIDGE;
    if (this.viaHost.answer !== 'yes') this.possible |= OUTCOME.NOT_SUPPORTED;
  }

  /** No common bridge among those shown, and one of the two ways up ends in the dark. */
  #decideHidden(clientTop: number, clientNodes: number): void {
    const { topology } = this;
    if (isOnSameBus(topology, this.#providerTop, clientTop)) {
      // One bus has one bridge or none: either way it is one step above both.
      this.common = NOT_SHOWN;
      this.distance = this.#providerNodes + clientNodes;
    } else {
      const apart = !mayMeetAbove(topology, this.#providerTop, clientTop);
      this.common = apart ? ON_ROOT_BUS : NOT_SHOWN;
      this.distance = -1;
    }
    const redirects =
      this.common === ON_ROOT_BUS ||
      this.#surelyOnWay(clientTop).some((node) => this.#redirect[node] === REDIRECTS);
    this.decide(redirects ? REDIRECTS : MAY_REDIRECT);
  }

  /**
   * Functions that are on the way wherever the two legs meet: both ends, and on a leg that ends in
   * the dark everything shown, unless the other leg may join it from below.
   */
  #surelyOnWay(clientTop: number): readonly number[] {
    const { topology } = this;
    const sure = (end: number, top: number, otherTop: number): readonly number[] => {
      if (topology.upstream[top] === ON_ROOT_BUS) return [end];
      return wayUp(topology, end).filter(
        (node) => node === end || !mayLeadTo(topology, node, otherTop),
      );
    };
    return [
      ...sure(this.provider, this.#providerTop, clientTop),
      ...sure(this.client, clientTop, this.#providerTop),
    ];
  }
}

function isOnSameBus(topology: Topology, a: number, b: number): boolean {
  const left = functionAt(topology, a);
  const right = functionAt(topology, b);
  if (left.physfn !== null || right.physfn !== null) return false;
  return (
    left.address !== null &&
    right.address !== null &&
    left.address.domain === right.address.domain &&
    left.address.bus === right.address.bus
  );
}

/**
 * Could the two ways up, of which at least one is not shown to the end, still meet in a bridge?
 * Not when the one that is shown to its root bus forwards no bus that the other sits on.
 */
function mayMeetAbove(topology: Topology, a: number, b: number): boolean {
  const { upstream } = topology;
  if (upstream[a] === ON_ROOT_BUS) return mayLeadTo(topology, a, b);
  if (upstream[b] === ON_ROOT_BUS) return mayLeadTo(topology, b, a);
  return functionAt(topology, a).address?.domain === functionAt(topology, b).address?.domain;
}
