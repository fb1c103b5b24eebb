import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS } from '../../model/registers.ts';
import { functionAt, NOT_SHOWN, ON_ROOT_BUS, type Topology, wayUp } from '../pci/topology.ts';
import { legsOf } from './acsWay.ts';
import type { HostPath, HostPathAnswer } from './hostPath.ts';
import { OUTCOME, onlyOutcome, outcomesOf } from './outcome.ts';
import { NOBODY_ON_WAY, type OnWay } from './pairJudge.ts';
import { DIRECT, MAY_REDIRECT, PairWalk, REDIRECTS } from './pairWalk.ts';
import { TLP_CLASSES, type TlpClass, type TlpClasses, type TlpClassVerdict } from './verdict.ts';

/** What the ports have to say about one class: no (DIRECT), perhaps, or yes (REDIRECTS). */
interface Say {
  /** The client's port turns the request away. */
  readonly request: number;
  /** The provider's port turns the completion away. */
  readonly completion: number;
  /** Translated requests are stopped below where the ways part. */
  readonly stoppedBelow: number;
  /** They are stopped above it, if they come there. */
  readonly stoppedAbove: number;
}

/**
 * Judges pairs as design C does (proposal of 2026): for each class of TLP by itself, and only by
 * the two ports below the common bridge where the ways part.
 *
 * - The client's port decides on requests: RR or EC turns them away. The provider's port decides on
 *   completions: CR does. Where provider or client is itself the common node, neither is asked.
 * - Translated requests (AT = 10) go directly wherever the client's port has DT set, and are stopped
 *   by TB on any port above the client: always up to where the ways part, beyond only if the request
 *   is turned away to the root complex. There is no other way for them then.
 * - Relaxed-ordered completions do not mind CR.
 * - Both directions direct: BUS_ADDR. Else the way through the root complex.
 *
 * The pair's own outcome is that of the strict class. A register that cannot be read at run time
 * makes the pair NOT_SUPPORTED there; a document has no such thing, only words that it does not
 * show, which leave the outcomes open.
 */
export class TlpClassesJudge extends PairWalk {
  readonly #hostPath: HostPath;

  constructor(topology: Topology, hostPath: HostPath) {
    // No function by itself redirects for sure: it depends on where the ways part.
    super(topology, new Uint8Array(topology.functions.length).fill(MAY_REDIRECT));
    this.#hostPath = hostPath;
  }

  override onWay(): OnWay {
    if (this.common < 0) return NOBODY_ON_WAY;
    const { providerPort, clientPort } = this.#ports();
    const said: readonly (readonly [number | null, number])[] = [
      [providerPort, this.#bits(providerPort, ACS_BITS.CR)],
      [clientPort, this.#bits(clientPort, ACS_BITS.RR | ACS_BITS.EC)],
    ];
    const of = (wanted: number) =>
      said.flatMap(([at, level]) => (at !== null && level === wanted ? [at] : []));
    return { redirecting: of(REDIRECTS), hidden: of(MAY_REDIRECT) };
  }

  override classes(): TlpClasses {
    const verdicts = TLP_CLASSES.map((each) => [each, this.#verdict(each)] as const);
    return Object.fromEntries(verdicts) as Record<TlpClass, TlpClassVerdict>;
  }

  protected override decide(): void {
    this.possible = this.#outcomes('strict');
    this.viaHost = this.possible === OUTCOME.BUS_ADDR ? null : this.beyondDirect();
  }

  protected beyondDirect(): HostPathAnswer {
    const { host } = this.topology;
    return this.#hostPath(host[this.provider] ?? NOT_SHOWN, host[this.client] ?? NOT_SHOWN);
  }

  #verdict(each: TlpClass): TlpClassVerdict {
    const possible = this.#outcomes(each);
    return { mapType: onlyOutcome(possible), possible: outcomesOf(possible) };
  }

  #outcomes(each: TlpClass): number {
    const say = this.#say(each);
    let outcomes = 0;
    for (const request of either(say.request)) {
      for (const completion of either(say.completion)) {
        for (const below of either(say.stoppedBelow)) {
          for (const above of either(say.stoppedAbove)) {
            const isStopped = below || (request && above);
            if (isStopped) outcomes |= OUTCOME.NOT_SUPPORTED;
            else if (request || completion) outcomes |= this.#throughHost();
            else outcomes |= OUTCOME.BUS_ADDR;
          }
        }
      }
    }
    return outcomes;
  }

  #throughHost(): number {
    const { answer } = this.beyondDirect();
    return (
      (answer === 'no' ? 0 : OUTCOME.THRU_HOST_BRIDGE) |
      (answer === 'yes' ? 0 : OUTCOME.NOT_SUPPORTED)
    );
  }

  #say(each: TlpClass): Say {
    const isTranslated = each === 'translated' || each === 'both';
    const isRelaxed = each === 'relaxed' || each === 'both';
    const { providerPort, clientPort } = this.#ports();
    const isApart = this.common === ON_ROOT_BUS;
    const isHidden = this.common === NOT_SHOWN;
    const request = isApart
      ? REDIRECTS
      : isHidden
        ? MAY_REDIRECT
        : this.#bits(clientPort, ACS_BITS.RR | ACS_BITS.EC);
    const completion = isHidden ? MAY_REDIRECT : this.#bits(providerPort, ACS_BITS.CR);
    return {
      request: isTranslated && !isApart ? this.#unlessTranslated(request, clientPort) : request,
      completion: isRelaxed || isApart ? DIRECT : completion,
      ...(isTranslated ? this.#stops() : { stoppedBelow: DIRECT, stoppedAbove: DIRECT }),
    };
  }

  /** DT at the client's port lets translated requests pass directly. */
  #unlessTranslated(request: number, clientPort: number | null): number {
    if (this.common === NOT_SHOWN) return MAY_REDIRECT;
    const translatedPass = this.#bits(clientPort, ACS_BITS.DT);
    if (translatedPass === REDIRECTS || request === DIRECT) return DIRECT;
    return translatedPass === MAY_REDIRECT ? MAY_REDIRECT : request;
  }

  /** Where translation blocking stops translated requests on their way up. */
  #stops(): Pick<Say, 'stoppedBelow' | 'stoppedAbove'> {
    const way = wayUp(this.topology, this.client);
    const ports = way.slice(1);
    // What is above the last function that is shown may block, too.
    const top = this.topology.upstream[way.at(-1) ?? -1] === ON_ROOT_BUS ? DIRECT : MAY_REDIRECT;
    const worst = (places: readonly number[], least: number) =>
      Math.max(least, ...places.map((at) => this.#bits(at, ACS_BITS.TB)));
    if (this.common === NOT_SHOWN) {
      return { stoppedBelow: MAY_REDIRECT, stoppedAbove: MAY_REDIRECT };
    }
    if (this.common === ON_ROOT_BUS) {
      return { stoppedBelow: worst(ports, top), stoppedAbove: DIRECT };
    }
    // A client that is itself the common node has nothing below it on its way.
    const below = Math.max(0, ports.indexOf(this.common));
    return {
      stoppedBelow: worst(ports.slice(0, below), DIRECT),
      stoppedAbove: worst(ports.slice(below), top),
    };
  }

  /** The two ports (or functions) just below the common bridge. */
  #ports(): { readonly providerPort: number | null; readonly clientPort: number | null } {
    const legs = legsOf(this.topology, this.provider, this.client);
    const [mine, yours] = [legs.provider.at(-1) ?? null, legs.client.at(-1) ?? null];
    const isOnOneWay = legs.common === null || mine === null || yours === null;
    return isOnOneWay
      ? { providerPort: null, clientPort: null }
      : { providerPort: mine, clientPort: yours };
  }

  #bits(place: number | null, bits: number): number {
    return place === null ? DIRECT : levelOf(functionAt(this.topology, place), bits);
  }
}

/** REDIRECTS: one of these bits is set; MAY_REDIRECT: the input does not show it. */
function levelOf({ acs }: PciFunction, bits: number): number {
  if (acs === null) return DIRECT;
  if (acs === UNKNOWN || acs.control === UNKNOWN) return MAY_REDIRECT;
  return (acs.control & bits) === 0 ? DIRECT : REDIRECTS;
}

function either(level: number): readonly boolean[] {
  if (level === MAY_REDIRECT) return [false, true];
  return [level === REDIRECTS];
}
