import type { FunctionId, HostBridgeId, SocketId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';

/**
 * Parts cut out of a machine, ready to be put in elsewhere: a document of its own, in which devices
 * hang below a host bridge that only holds them (`holder`), unless the host bridge was taken along.
 */
export interface Fragment {
  readonly machine: Machine;
  /** First functions of the devices that are put in, in the machine's order. */
  readonly devices: readonly FunctionId[];
  /** Host bridges that were taken whole, with everything on them. */
  readonly hosts: readonly HostBridgeId[];
  /** Sockets that were taken whole. */
  readonly sockets: readonly SocketId[];
  /** The host bridge that stands in for what was above; `null` where only whole hosts were taken. */
  readonly holder: HostBridgeId | null;
}
