import { UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BarPlan, DevicePart, DeviceWord, FunctionPlan } from './part.ts';
import { NO_MEMORY_OFFERED, SWITCH_ENDPOINT } from './sourcesDevices.ts';

/*
 * Short forms for the tables of devices. What a row does not say is unknown.
 */

export const KIB = 2 ** 10;
export const MIB = 2 ** 20;
export const GIB = 2 ** 30;

const MEMORY = { kind: 'memory', resizableTo: null } as const;

/** A BAR of 32 bits that may not be prefetched: registers. */
export function mem32(index: number, size: number): BarPlan {
  return { ...MEMORY, index, size, is64bit: false, prefetchable: false };
}

/** A BAR of 64 bits that may not be prefetched. */
export function mem64(index: number, size: number): BarPlan {
  return { ...MEMORY, index, size, is64bit: true, prefetchable: false };
}

/** A prefetchable BAR of 64 bits: memory. `resizableTo`: the sizes that it can have instead. */
export function pref64(
  index: number,
  size: number,
  resizableTo: readonly number[] | null = null,
): BarPlan {
  return { ...MEMORY, index, size, is64bit: true, prefetchable: true, resizableTo };
}

/** A BAR of I/O ports. */
export function ports(index: number, size: number): BarPlan {
  return { index, size, kind: 'io', is64bit: false, prefetchable: false, resizableTo: null };
}

/** The powers of two from one size to another, both included. */
export function sizes(from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let size = from; size <= to; size *= 2) found.push(size);
  return found;
}

/** One function of which only this is known. */
export function functionPlan(role: string, given: Partial<FunctionPlan>): FunctionPlan {
  return {
    number: 0,
    role,
    type: 'endpoint',
    pciId: UNKNOWN_FIGURE,
    classCode: UNKNOWN_FIGURE,
    bars: UNKNOWN_FIGURE,
    acs: UNKNOWN_FIGURE,
    ats: UNKNOWN_FIGURE,
    ari: UNKNOWN_FIGURE,
    sriov: UNKNOWN_FIGURE,
    driver: UNKNOWN_FIGURE,
    dma: UNKNOWN_FIGURE,
    p2pMemory: UNKNOWN_FIGURE,
    maxPayload: UNKNOWN_FIGURE,
    tags: UNKNOWN_FIGURE,
    ...given,
  };
}

/**
 * An endpoint function of a switch, beside its upstream port. Nobody can say more of it in a drawing,
 * so that everything which decides about it is settled here.
 */
export function switchFunction(role: string, given: Partial<FunctionPlan>): FunctionPlan {
  return functionPlan(role, {
    number: 1,
    acs: known(null, SWITCH_ENDPOINT),
    ats: known(false, SWITCH_ENDPOINT),
    ari: known(false, SWITCH_ENDPOINT),
    sriov: known(null, SWITCH_ENDPOINT),
    p2pMemory: known(null, NO_MEMORY_OFFERED),
    ...given,
  });
}

type Row = Pick<DevicePart, 'id' | 'title' | 'note' | 'functions'> & Partial<DevicePart>;

/** A device of which only this is known. */
export function device(kind: DeviceWord, row: Row): DevicePart {
  return {
    aliases: [],
    link: UNKNOWN_FIGURE,
    onboardSwitch: null,
    rdma: null,
    readLatencyNs: UNKNOWN_FIGURE,
    ...row,
    kind,
  };
}
