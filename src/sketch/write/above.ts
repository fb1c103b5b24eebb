import type { HostBridge } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import type { StatedLink } from '../linkDefaults.ts';
import type { Surroundings } from '../made.ts';

/** What the lines above say, as the reader of the text will see it. */
export interface Above {
  readonly kind: 'host' | 'switch' | 'other';
  readonly parent: Parent | null;
  readonly numaNode: PciFunction['numaNode'];
  readonly domain: number;
  readonly around: Surroundings;
  readonly port: { readonly fn: PciFunction; readonly stated: StatedLink } | null;
  readonly slot: string | null;
  readonly socket: HostBridge['socket'];
  /** From which ids of parts without a name are made. */
  readonly id: string;
}

/** Where nothing is known to be above; the function says so itself. */
export const NO_PARENT: Parent = { kind: 'host', id: '' as never };
