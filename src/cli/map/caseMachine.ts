import { hex64 } from '../../base/hex.ts';
import { blankMachine, unknownFunction } from '../../model/blank.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { MapCase } from './mapCase.ts';

const HOST = 'host:00' as HostBridgeId;
export const CASE_CLIENT = '0000:00:01.0' as FunctionId;

/**
 * The least machine that a list can be mapped on: one device below one host bridge. The bridge's
 * window is where it often is, so that IOVAs keep clear of it.
 */
export function caseMachine({ maskBits, maxSegment, boundary, untrusted }: MapCase): Machine {
  return {
    ...blankMachine('captured', 'a list by itself'),
    hostBridges: [
      {
        id: HOST,
        label: null,
        domain: 0,
        rootBus: 0,
        lastBus: 0xff,
        socket: null,
        numaNode: null,
        kind: 'native',
        vmdFunction: null,
        windows: [
          {
            kind: 'memory',
            cpuBase: hex64(0xe000_0000n),
            busBase: hex64(0xe000_0000n),
            size: hex64(0x1ec0_0000n),
          },
        ],
        forwarding: null,
        model: null,
        isGuess: false,
      },
    ],
    functions: [
      {
        ...unknownFunction(CASE_CLIENT, { domain: 0, bus: 0, device: 1, function: 0 }),
        parent: { kind: 'host', id: HOST },
        type: 'rciep',
        headerType: 0,
        multifunction: false,
        driver: null,
        acs: null,
        externalFacing: false,
        untrusted,
        dma: { maskBits, maxSegment, segmentBoundary: hex64(boundary) },
      },
    ],
  };
}
