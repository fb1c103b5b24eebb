import { hex } from '../../../base/hex.ts';
import { type Problem, problemWarning } from '../../../base/problem.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciAddress } from '../../../model/address.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { busKey, busOf } from './busKey.ts';

/** A bridge with bus numbers that were shown and lead somewhere. */
interface Claim {
  readonly fn: PciFunction;
  readonly address: PciAddress;
  readonly secondary: number;
  /** At least `secondary`. */
  readonly subordinate: number;
}

/** Which bridge leads to which bus. */
export interface BusOwners {
  /** The bridge whose secondary bus it is; `null` where bridges contradict each other. */
  readonly owners: ReadonlyMap<number, PciFunction | null>;
  /** True for a bus that lies in the range of some bridge, below its secondary bus. */
  readonly isCovered: (domain: number, bus: number) => boolean;
  /** At least one bridge shows its bus numbers. */
  readonly anyShown: boolean;
  readonly problems: readonly Problem[];
}

/** Where a function was read, for messages. */
export type LineOf = (fn: PciFunction) => number | null;

interface Collected {
  readonly claims: Claim[];
  /** Buses that only a bridge with impossible numbers leads to. */
  readonly impossible: number[];
  anyShown: boolean;
}

function place(fn: PciFunction, lineOf: LineOf): { where: string; line?: number } {
  const line = lineOf(fn);
  return line === null ? { where: fn.id } : { where: fn.id, line };
}

/**
 * Secondary bus 0 is a bridge that nobody configured: it leads nowhere, and that is no fault
 * (PCIe base specification 7.5.1.3.4).
 */
function collectClaims(
  functions: readonly PciFunction[],
  lineOf: LineOf,
  problems: Problem[],
): Collected {
  const collected: Collected = { claims: [], impossible: [], anyShown: false };
  for (const fn of functions) {
    const { bridge, address } = fn;
    if (address === null || bridge === null || bridge === UNKNOWN) continue;
    const { secondary, subordinate } = bridge;
    if (secondary === UNKNOWN) continue;
    collected.anyShown = true;
    if (secondary === 0) continue;
    const last = subordinate === UNKNOWN ? secondary : subordinate;
    if (last < secondary) {
      collected.impossible.push(busKey(address.domain, secondary));
      problems.push(
        problemWarning(
          `${fn.id} cannot lead to buses ${hex(secondary, 2)} to ${hex(last, 2)}: the last is below the first. What is there has no known parent.`,
          place(fn, lineOf),
        ),
      );
      continue;
    }
    collected.claims.push({ fn, address, secondary, subordinate: last });
  }
  return collected;
}

function findOwners(
  claims: readonly Claim[],
  lineOf: LineOf,
  problems: Problem[],
): Map<number, Claim | null> {
  const owners = new Map<number, Claim | null>();
  for (const claim of claims) {
    const key = busKey(claim.address.domain, claim.secondary);
    const other = owners.get(key);
    if (other === undefined) {
      owners.set(key, claim);
      continue;
    }
    owners.set(key, null);
    const rival = other === null ? 'other bridges' : other.fn.id;
    problems.push(
      problemWarning(
        `${claim.fn.id} and ${rival} both lead to bus ${hex(claim.secondary, 2)}. What is there has no known parent.`,
        place(claim.fn, lineOf),
      ),
    );
  }
  return owners;
}

/** Takes the owners away from buses whose way up comes back to themselves. */
function breakLoops(owners: Map<number, Claim | null>, lineOf: LineOf, problems: Problem[]): void {
  const settled = new Set<number>();
  for (const start of owners.keys()) {
    const path: number[] = [];
    const onPath = new Set<number>();
    let bus = start;
    let owner = owners.get(bus);
    while (owner && !settled.has(bus) && !onPath.has(bus)) {
      path.push(bus);
      onPath.add(bus);
      bus = busOf(owner.address);
      owner = owners.get(bus);
    }
    if (onPath.has(bus) && owner) {
      problems.push(
        problemWarning(
          `${owner.fn.id} sits below a bus that it leads to itself. The buses of this loop have no known parent.`,
          place(owner.fn, lineOf),
        ),
      );
      for (const looped of path.slice(path.indexOf(bus))) owners.set(looped, null);
    }
    for (const seen of path) settled.add(seen);
  }
}

/** A bridge passes on only what lies in its own range: one below it cannot lead further. */
function checkRanges(
  owners: ReadonlyMap<number, Claim | null>,
  lineOf: LineOf,
  problems: Problem[],
): void {
  for (const claim of owners.values()) {
    const above = claim && owners.get(busOf(claim.address));
    if (!above) continue;
    if (claim.secondary > above.secondary && claim.subordinate <= above.subordinate) continue;
    problems.push(
      problemWarning(
        `${claim.fn.id} leads to buses ${hex(claim.secondary, 2)} to ${hex(claim.subordinate, 2)}, but ${above.fn.id} above it forwards only ${hex(above.secondary, 2)} to ${hex(above.subordinate, 2)}.`,
        place(claim.fn, lineOf),
      ),
    );
  }
}

/** Per domain, how many bridges cover each bus below their secondary one. */
function coverage(claims: readonly Claim[]): (domain: number, bus: number) => boolean {
  const steps = new Map<number, Int32Array>();
  for (const { address, secondary, subordinate } of claims) {
    if (subordinate === secondary) continue;
    const of = steps.get(address.domain) ?? new Int32Array(257);
    steps.set(address.domain, of);
    of[secondary + 1] = (of[secondary + 1] ?? 0) + 1;
    of[subordinate + 1] = (of[subordinate + 1] ?? 0) - 1;
  }
  for (const of of steps.values()) {
    for (let bus = 1; bus < of.length; bus += 1) of[bus] = (of[bus] ?? 0) + (of[bus - 1] ?? 0);
  }
  return (domain, bus) => (steps.get(domain)?.[bus] ?? 0) > 0;
}

/** Finds the bridge of every bus, and what cannot be true about them. */
export function findBusOwners(functions: readonly PciFunction[], lineOf: LineOf): BusOwners {
  const problems: Problem[] = [];
  const { claims, impossible, anyShown } = collectClaims(functions, lineOf, problems);
  const owners = findOwners(claims, lineOf, problems);
  breakLoops(owners, lineOf, problems);
  checkRanges(owners, lineOf, problems);
  const result = new Map<number, PciFunction | null>();
  for (const [bus, claim] of owners) result.set(bus, claim?.fn ?? null);
  for (const bus of impossible) if (!result.has(bus)) result.set(bus, null);
  return { owners: result, isCovered: coverage(claims), anyShown, problems };
}
