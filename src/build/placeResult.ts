import { type Hex64, hex64 } from '../base/hex.ts';
import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { HostWindow, Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Bar, BridgeWindow } from '../model/registers.ts';
import { barSize, type Claim, LEAST_VF, vfCopies } from './placeClaims.ts';
import type { PlaceTree } from './placeTree.ts';

/** Where everything went. */
export interface Placed {
  /** CPU addresses. */
  readonly claims: ReadonlyMap<Claim, bigint>;
  /** Windows in bus addresses, as a bridge's registers hold them, by the bridge's place. */
  readonly windows: ReadonlyMap<number, readonly BridgeWindow[]>;
  /** By the host bridge's place. */
  readonly hostWindows: readonly OrUnknown<readonly HostWindow[]>[];
}

/** The machine with everything at its place; what found none has no address. */
export function withPlaces(machine: Machine, tree: PlaceTree, placed: Placed): Machine {
  const addressOf = tree.functions.map((_, at) => addresses(tree.claims[at] ?? [], placed));
  const functions = machine.functions.map((fn, at): PciFunction => {
    if ((tree.hostOf[at] ?? -1) < 0) return fn;
    const of = addressOf[at];
    return {
      ...fn,
      bars: fn.bars === UNKNOWN ? UNKNOWN : fn.bars.map((bar) => put(bar, of?.bar)),
      sriov:
        fn.sriov === null || fn.sriov === UNKNOWN || fn.sriov.bars === UNKNOWN
          ? fn.sriov
          : { ...fn.sriov, bars: fn.sriov.bars.map((bar) => put(bar, of?.vf)) },
      bridge:
        fn.bridge === null || fn.bridge === UNKNOWN
          ? fn.bridge
          : { ...fn.bridge, windows: placed.windows.get(at) ?? [] },
    };
  });
  for (const [physical, virtual] of tree.virtual) {
    const owner = functions[physical];
    const shared = owner?.sriov;
    if (!shared || shared === UNKNOWN || shared.bars === UNKNOWN) continue;
    const copies = vfCopies(owner);
    for (const [number, at] of virtual.entries()) {
      const fn = functions[at];
      if (!fn || fn.bars === UNKNOWN) continue;
      functions[at] = { ...fn, bars: partsOf(shared.bars, number, copies) };
    }
  }
  const hostBridges = machine.hostBridges.map((host, at) => ({
    ...host,
    windows: placed.hostWindows[at] ?? host.windows,
  }));
  return { ...machine, functions, hostBridges };
}

/** The BARs of one virtual function: its part of what all `copies` share. */
export function partsOf(bars: readonly Bar[], number: number, copies: number): readonly Bar[] {
  return bars.map((bar) => {
    const one = barSize(bar, LEAST_VF);
    if (bar.address === null || one === null || number >= copies) return { ...bar, address: null };
    return { ...bar, address: hex64(BigInt(bar.address) + BigInt(number) * one) };
  });
}

type Addresses = ReadonlyMap<number, Hex64 | null>;

function addresses(
  claims: readonly Claim[],
  placed: Placed,
): { readonly bar: Addresses; readonly vf: Addresses } {
  const of = { bar: new Map<number, Hex64 | null>(), vf: new Map<number, Hex64 | null>() };
  for (const claim of claims) {
    if (claim.of === 'reserve') continue;
    const address = placed.claims.get(claim);
    of[claim.of].set(claim.index, address === undefined ? null : hex64(address));
  }
  return of;
}

function put(bar: Bar, addressOf: Addresses | undefined): Bar {
  const address = addressOf?.get(bar.index);
  return address === undefined ? bar : { ...bar, address };
}
