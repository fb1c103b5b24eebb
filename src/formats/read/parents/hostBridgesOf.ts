import { hex } from '../../../base/hex.ts';
import { type Maybe, UNKNOWN } from '../../../base/unknown.ts';
import type { HostBridgeId } from '../../../model/ids.ts';
import type { HostBridge } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { FIRST_VMD_DOMAIN, findVmdFunction } from './vmdFunction.ts';

export function hostBridgeId(domain: number, bus: number): HostBridgeId {
  return `host:${hex(domain, 4)}:${hex(bus, 2)}` as HostBridgeId;
}

/** The node that all functions name that name one. */
function commonNode(functions: readonly PciFunction[]): Maybe<number> {
  let common: Maybe<number> = UNKNOWN;
  for (const { numaNode } of functions) {
    if (numaNode === UNKNOWN) continue;
    if (common !== UNKNOWN && common !== numaNode) return UNKNOWN;
    common = numaNode;
  }
  return common;
}

/** A root bus and what sits on it. */
export interface RootBus {
  readonly domain: number;
  readonly bus: number;
  readonly functions: readonly PciFunction[];
  /** Only concluded, from functions that are seldom anywhere else. */
  readonly isGuess: boolean;
}

/** One host bridge per root bus, in order of their numbers. */
export function hostBridgesOf(
  roots: readonly RootBus[],
  functions: readonly PciFunction[],
): readonly HostBridge[] {
  const vmd = findVmdFunction(functions);
  return [...roots]
    .sort((a, b) => a.domain - b.domain || a.bus - b.bus)
    .map(({ domain, bus, functions: onBus, isGuess }) => {
      const isVmd = domain >= FIRST_VMD_DOMAIN;
      return {
        id: hostBridgeId(domain, bus),
        label: null,
        domain,
        rootBus: bus,
        lastBus: UNKNOWN,
        socket: UNKNOWN,
        numaNode: commonNode(onBus),
        kind: isVmd ? 'vmd' : 'native',
        vmdFunction: isVmd ? (vmd?.id ?? UNKNOWN) : null,
        windows: UNKNOWN,
        forwarding: null,
        model: null,
        isGuess,
      };
    });
}
