import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS } from '../../model/registers.ts';
import { functionAt, NOT_SHOWN, type Topology } from '../pci/topology.ts';
import { acsWay, legsOf } from './acsWay.ts';
import type { HostPath, HostPathAnswer } from './hostPath.ts';
import { type NodeAnswer, nodeVerdict } from './nodeVerdict.ts';
import type { OnWay } from './pairJudge.ts';
import { DIRECT, MAY_REDIRECT, PairWalk, REDIRECTS } from './pairWalk.ts';

/**
 * Judges pairs as design B does (proposal of 2026): every node on the way gives its own verdict
 * ({@link nodeVerdict}), the two ports where the ways part with the other one as target. All
 * direct: BUS_ADDR; anything else, blocked included, falls to the way through the root complex.
 */
export class NodeVerdictsJudge extends PairWalk {
  readonly #hostPath: HostPath;

  constructor(topology: Topology, hostPath: HostPath) {
    super(topology, Uint8Array.from(topology.functions, levelWithoutTarget));
    this.#hostPath = hostPath;
  }

  override onWay(): OnWay {
    if (this.common < 0) return super.onWay();
    const levels = this.#levels();
    const of = (wanted: number) => levels.flatMap(([at, level]) => (level === wanted ? [at] : []));
    return { redirecting: of(REDIRECTS), hidden: of(MAY_REDIRECT) };
  }

  protected override decide(redirect: number): void {
    const isMet = this.common >= 0;
    super.decide(isMet ? Math.max(DIRECT, ...this.#levels().map(([, level]) => level)) : redirect);
  }

  protected beyondDirect(): HostPathAnswer {
    const { host } = this.topology;
    return this.#hostPath(host[this.provider] ?? NOT_SHOWN, host[this.client] ?? NOT_SHOWN);
  }

  /** Each function on the way with what it does, in the kernel's order. */
  #levels(): readonly (readonly [place: number, level: number])[] {
    const { topology } = this;
    const legs = legsOf(topology, this.provider, this.client);
    const [mine, yours] = [legs.provider.at(-1), legs.client.at(-1)];
    return acsWay(topology, this.provider, this.client).map((at) => {
      const target = at === mine ? yours : at === yours ? mine : undefined;
      const aimed = target === undefined ? null : functionAt(topology, target);
      return [at, levelOf(nodeVerdict(functionAt(topology, at), aimed))];
    });
  }
}

function levelOf(answers: readonly NodeAnswer[]): number {
  if (!answers.includes('direct')) return REDIRECTS;
  return answers.length === 1 ? DIRECT : MAY_REDIRECT;
}

/** Where the ways part is not shown, any node with egress control may be one that has a target. */
function levelWithoutTarget(fn: PciFunction): number {
  const plain = levelOf(nodeVerdict(fn, null));
  if (fn.acs === null || fn.acs === UNKNOWN || fn.acs.control === UNKNOWN) return plain;
  if ((fn.acs.control & ACS_BITS.EC) === 0) return plain;
  const bothWays = ACS_BITS.RR | ACS_BITS.CR;
  return (fn.acs.control & bothWays) === bothWays ? REDIRECTS : MAY_REDIRECT;
}
