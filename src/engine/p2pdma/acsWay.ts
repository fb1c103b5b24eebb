import { type Topology, wayUp } from '../pci/topology.ts';

/** The ways of a pair up to where they meet. */
export interface Legs {
  /** Place of the lowest bridge above both (or one of them); `null` when none is shown. */
  readonly common: number | null;
  /** From the provider up, without the common bridge. */
  readonly provider: readonly number[];
  /** From the client up, without the common bridge. */
  readonly client: readonly number[];
}

/** Both ways up, parted where they meet. Provider and client are places in the topology. */
export function legsOf(topology: Topology, provider: number, client: number): Legs {
  const up = wayUp(topology, provider);
  const down = wayUp(topology, client);
  const onProviderLeg = new Set(up);
  const common = down.find((index) => onProviderLeg.has(index));
  if (common === undefined) return { common: null, provider: up, client: down };
  return {
    common,
    provider: up.slice(0, up.indexOf(common)),
    client: down.slice(0, down.indexOf(common)),
  };
}

/**
 * The functions whose ACS word the kernel looks at for a pair, in its order: the provider's leg
 * with the common bridge, then the client's without it.
 */
export function acsWay(topology: Topology, provider: number, client: number): readonly number[] {
  const legs = legsOf(topology, provider, client);
  const common = legs.common === null ? [] : [legs.common];
  return [...legs.provider, ...common, ...legs.client];
}
