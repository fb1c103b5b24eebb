import type { Maybe, OrUnknown } from '../../base/unknown.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { Parent } from '../../model/pciFunction.ts';
import type { Surroundings } from '../made.ts';
import type { NodeLine } from './readLines.ts';

/** What the lines above a line say about it. */
export interface Above {
  readonly parent: OrUnknown<Parent>;
  readonly numaNode: Maybe<number>;
  readonly domain: number;
  readonly around: Surroundings;
  /** The port directly above: its place among the functions, and whether it takes figures from below. */
  readonly port: { readonly at: number; readonly isOpen: boolean } | null;
  /** The slot that this port feeds. */
  readonly slot: string | null;
  /** The socket of the host bridge. */
  readonly socket: HostBridge['socket'];
  /** Id of the part above, from which ids of parts without a name are made. */
  readonly id: string;
}

/** Where nothing is known to be above; the function says so itself. */
export const NO_PARENT: Parent = { kind: 'host', id: '' as never };

/** What a line below a function is read into. */
export interface Place {
  readonly node: NodeLine;
  readonly above: Above;
  /** From 1: which line below the part above it is. */
  readonly place: number;
}
