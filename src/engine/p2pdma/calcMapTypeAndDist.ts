import { UNKNOWN } from '../../base/unknown.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { functionAt, NOT_SHOWN, ON_ROOT_BUS, type Topology, wayUp } from '../pci/topology.ts';
import type { HostPath, HostPathAnswer } from './hostPath.ts';
import { pciBridgeHasAcsRedir } from './pciBridgeHasAcsRedir.ts';

/** Outcomes as bits, so that a set of them is a number. */
export const OUTCOME = { BUS_ADDR: 1, THRU_HOST_BRIDGE: 2, NOT_SUPPORTED: 4 } as const;

/** Redirection as a number in which the worst of several is their maximum. */
const DIRECT = 0;
const MAY_REDIRECT = 1;
const REDIRECTS = 2;

const REFUSED_BY_REDIRECT: HostPathAnswer = {
  answer: 'no',
  rule: 'acs-redirect-refuses',
  row: null,
  decidedBy: [],
};

/**
 * Judges pairs as `calc_map_type_and_dist()` does (drivers/pci/p2pdma.c, Linux 5.4 to 7.1; the
 * rule is the same in all of them; 4.20 to 5.3 differ in one point):
 *
 * - The bridge common to both ways up is looked for. Every function on the way counts: the
 *   provider, the bridges up to and including the common one, then the client and its bridges
 *   below the common one. None of them redirects: BUS_ADDR.
 * - One redirects, or there is no common bridge: the root complex must be trusted to forward
 *   ({@link HostPath}): THRU_HOST_BRIDGE, else NOT_SUPPORTED.
 *   Before 5.4 redirection refused at once, and only a pair without a common bridge could pass.
 * - The distance counts steps from either to the common bridge; without one, the functions of
 *   both ways, root ports included.
 *
 * Where the input hides an ACS word or a parent, all outcomes that it leaves open are kept.
 *
 * Made for many pairs: fix a provider with {@link from}, then ask {@link to} for each client and
 * read the fields.
 */
export class PairJudge {
  readonly #topology: Topology;
  readonly #hostPath: HostPath;
  /** Before 5.4, ACS redirection ended the matter: the host bridge was not asked. */
  readonly #redirectRefuses: boolean;
  readonly #redirect: Uint8Array;
  /** Steps from the provider to each function above it; valid where `#mark` is the current one. */
  readonly #steps: Int32Array;
  readonly #redirectOnLeg: Uint8Array;
  readonly #mark: Int32Array;
  #round = 0;
  #provider = -1;
  #providerTop = -1;
  #providerNodes = 0;

  /** Set of {@link OUTCOME} bits. */
  possible = 0;
  /** Hop count, or -1 when it is not known. */
  distance = 0;
  /** Place of the common bridge, ON_ROOT_BUS when there is none, NOT_SHOWN when it is hidden. */
  common = NOT_SHOWN;
  /** Set when the answer of the root complex was needed. */
  viaHost: HostPathAnswer | null = null;

  constructor(topology: Topology, hostPath: HostPath, features: KernelFeatures) {
    const count = topology.functions.length;
    this.#topology = topology;
    this.#hostPath = hostPath;
    this.#redirectRefuses = features.pairRule !== 'map-types';
    this.#redirect = Uint8Array.from(topology.functions, (fn) => {
      const answer = pciBridgeHasAcsRedir(fn);
      return answer === 'yes' ? REDIRECTS : answer === 'no' ? DIRECT : MAY_REDIRECT;
    });
    this.#steps = new Int32Array(count);
    this.#redirectOnLeg = new Uint8Array(count);
    this.#mark = new Int32Array(count);
  }

  /** Fixes the provider for the questions that follow. */
  from(provider: number): void {
    const { upstream } = this.#topology;
    this.#round++;
    this.#provider = provider;
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

  /** Judges the pair of the fixed provider and this client; the answer is in the fields. */
  to(client: number): void {
    const { upstream } = this.#topology;
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
    if (at >= 0) {
      this.common = at;
      this.distance = steps + (this.#steps[at] ?? 0);
      this.#decide(client, Math.max(redirect, this.#redirectOnLeg[at] ?? MAY_REDIRECT));
    } else if (upstream[this.#providerTop] === ON_ROOT_BUS && upstream[top] === ON_ROOT_BUS) {
      this.common = ON_ROOT_BUS;
      this.distance = steps + this.#providerNodes;
      this.#decide(client, REDIRECTS);
    } else {
      this.#decideHidden(client, top, steps);
    }
  }

  #decide(client: number, redirect: number): void {
    this.viaHost = null;
    this.possible = 0;
    if (redirect !== REDIRECTS) this.possible = OUTCOME.BUS_ADDR;
    if (redirect === DIRECT) return;
    this.viaHost = this.#beyondRedirect(client);
    if (this.viaHost.answer !== 'no') this.possible |= OUTCOME.THRU_HOST_BRIDGE;
    if (this.viaHost.answer !== 'yes') this.possible |= OUTCOME.NOT_SUPPORTED;
  }

  /** What is asked once the direct way is closed. */
  #beyondRedirect(client: number): HostPathAnswer {
    const { host } = this.#topology;
    if (this.#redirectRefuses && this.common >= 0) return REFUSED_BY_REDIRECT;
    const answer = this.#hostPath(host[this.#provider] ?? NOT_SHOWN, host[client] ?? NOT_SHOWN);
    const mayBeRefused = this.#redirectRefuses && this.common === NOT_SHOWN;
    if (!mayBeRefused || answer.answer === 'no') return answer;
    return { ...answer, answer: 'unknown', rule: 'parent-unknown' };
  }

  /** No common bridge among those shown, and one of the two ways up ends in the dark. */
  #decideHidden(client: number, clientTop: number, clientNodes: number): void {
    const topology = this.#topology;
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
      this.#surelyOnWay(client, clientTop).some((node) => this.#redirect[node] === REDIRECTS);
    this.#decide(client, redirects ? REDIRECTS : MAY_REDIRECT);
  }

  /**
   * Functions that are on the way wherever the two legs meet: both ends, and on a leg that ends in
   * the dark everything shown, unless the other leg may join it from below.
   */
  #surelyOnWay(client: number, clientTop: number): readonly number[] {
    const topology = this.#topology;
    const sure = (end: number, top: number, otherTop: number): readonly number[] => {
      if (topology.upstream[top] === ON_ROOT_BUS) return [end];
      return wayUp(topology, end).filter(
        (node) => node === end || !mayLeadTo(topology, node, otherTop),
      );
    };
    return [
      ...sure(this.#provider, this.#providerTop, clientTop),
      ...sure(client, clientTop, this.#providerTop),
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

/** May this function forward to the bus that the other sits on? */
function mayLeadTo(topology: Topology, node: number, other: number): boolean {
  const there = functionAt(topology, other).address;
  const bridge = functionAt(topology, node);
  if (there === null || bridge.address === null) return true;
  if (there.domain !== bridge.address.domain) return false;
  if (bridge.bridge === null) return false;
  if (bridge.bridge === UNKNOWN) return true;
  const { secondary, subordinate } = bridge.bridge;
  if (secondary === UNKNOWN || subordinate === UNKNOWN) return true;
  return secondary <= there.bus && there.bus <= subordinate;
}

/** The functions whose ACS word the kernel looks at for a pair, in its order. */
export function acsWay(topology: Topology, provider: number, client: number): readonly number[] {
  const up = wayUp(topology, provider);
  const down = wayUp(topology, client);
  const onProviderLeg = new Set(up);
  const meeting = down.find((index) => onProviderLeg.has(index));
  if (meeting === undefined) return [...up, ...down];
  return [...up.slice(0, up.indexOf(meeting) + 1), ...down.slice(0, down.indexOf(meeting))];
}
