import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';
import { isSame } from './isSame.ts';

/** What a sketch may not carry, in the words that are told: one, and many. */
const KINDS = {
  position: ['the position of a part', 'positions of parts'],
  names: ['the printed name of a function', 'printed names of functions'],
  bars: ['the address of a BAR', 'addresses of BARs'],
  windows: ['the windows of a bridge', 'windows of bridges'],
  registers: [
    'a capability register that nothing asks for',
    'capability registers that nothing asks for',
  ],
  name: ['a name that two parts had', 'names that several parts had'],
  place: [
    'the place of a function that cannot be where it is said to be',
    'places of functions that cannot be where they are said to be',
  ],
  id: [
    'the id of a part, which is called by its name',
    'ids of parts, which are called by their names',
  ],
  field: ['a figure that no word of a sketch has', 'figures that no word of a sketch has'],
  reference: ['a line about a part that is not there', 'lines about parts that are not there'],
  order: ['the order of the ports of a slot', 'orders of the ports of slots'],
} as const;

export type Loss = keyof typeof KINDS;

/** Counts what is left out of a text. */
export class Losses {
  readonly #counts = new Map<Loss, number>();
  /** Whether anybody asks: comparing takes as long as writing. */
  readonly #isAsked: boolean;

  constructor(isAsked: boolean) {
    this.#isAsked = isAsked;
  }

  add(loss: Loss, count = 1): void {
    if (count > 0) this.#counts.set(loss, (this.#counts.get(loss) ?? 0) + count);
  }

  /** In the order of the table: `3 positions of parts`. */
  list(): readonly string[] {
    return (Object.keys(KINDS) as Loss[]).flatMap((loss) => {
      const count = this.#counts.get(loss);
      if (count === undefined) return [];
      return [count === 1 ? KINDS[loss][0] : `${count} ${KINDS[loss][1]}`];
    });
  }

  /** Compares a function with what a reader of its line will have. */
  compare(target: PciFunction, read: PciFunction, isCaptured: boolean): void {
    if (!this.#isAsked) return;
    if (Object.values(target.names).some((name) => name !== null)) this.add('names');
    // Of a drawn machine they are made anew, the same as before.
    if (isCaptured) {
      this.add('bars', placedBars(target));
      const { bridge } = target;
      const windows = bridge === null || bridge === UNKNOWN ? UNKNOWN : bridge.windows;
      if (windows !== UNKNOWN && windows.length > 0) this.add('windows');
    }
    const [a, b] = [comparable(target, isCaptured), comparable(read, isCaptured)];
    for (const key of Object.keys(a) as (keyof typeof a)[]) {
      if (!isSame(a[key], b[key])) this.add('field');
    }
  }
}

function placedBars({ bars, sriov }: PciFunction): number {
  const own = bars === UNKNOWN ? [] : bars;
  const virtual = sriov === null || sriov === UNKNOWN || sriov.bars === UNKNOWN ? [] : sriov.bars;
  return [...own, ...virtual].filter(({ address }) => address !== null).length;
}

/**
 * A function as far as its line can say it: without what is dropped by design, what the place of the
 * line says, and what numbering makes. Two functions that agree in it are the same for a sketch.
 */
export function comparable(fn: PciFunction, isCaptured: boolean) {
  const { pcie, bridge } = fn;
  const hasBridge = bridge !== null && bridge !== UNKNOWN;
  return {
    address: isCaptured ? fn.address : null,
    fixedAddress: fn.fixedAddress,
    hotplugReserve: fn.hotplugReserve,
    type: fn.type,
    headerType: fn.headerType,
    multifunction: isCaptured ? fn.multifunction : null,
    pciId: fn.pciId,
    deviceIdFromName: fn.deviceIdFromName,
    subsystemId: fn.subsystemId,
    revision: fn.revision,
    classCode: fn.classCode,
    bridge: hasBridge
      ? isCaptured
        ? [bridge.primary, bridge.secondary, bridge.subordinate]
        : 'bridge'
      : bridge,
    pcie: pcie === null || pcie === UNKNOWN ? pcie : pcieParts(pcie),
    acs: fn.acs,
    ats: fn.ats,
    ari: fn.ari,
    sriov:
      fn.sriov === null || fn.sriov === UNKNOWN
        ? fn.sriov
        : { ...fn.sriov, bars: withoutAddresses(fn.sriov.bars) },
    bars: withoutAddresses(fn.bars),
    p2pMemory: fn.p2pMemory,
    numaNode: fn.numaNode,
    driver: fn.driver,
    dma: fn.dma,
    iommuGroup: fn.iommuGroup,
    iommuDomain: fn.iommuDomain,
    externalFacing: fn.externalFacing,
    untrusted: fn.untrusted,
    part: fn.part,
  };
}

function pcieParts(pcie: Exclude<PciFunction['pcie'], null | 'unknown'>) {
  const { link, maxPayloadSupported, maxPayload, maxReadRequest } = pcie;
  const { readCompletionBoundary, tags, relaxedOrdering } = pcie;
  const ends =
    link === null || link === UNKNOWN
      ? link
      : {
          capable: state(link.capable),
          current: state(link.current),
          targetGts: link.targetGts,
          portNumber: link.portNumber,
        };
  return [
    ends,
    maxPayloadSupported,
    maxPayload,
    maxReadRequest,
    readCompletionBoundary,
    tags,
    relaxedOrdering,
  ];
}

/** Neither figure known is the same as nothing known. */
function state<T extends { readonly gts: unknown; readonly width: unknown } | string>(link: T) {
  if (typeof link === 'string') return link;
  return link.gts === UNKNOWN && link.width === UNKNOWN ? UNKNOWN : [link.gts, link.width];
}

function withoutAddresses(bars: PciFunction['bars']) {
  return bars === UNKNOWN
    ? UNKNOWN
    : bars.map(({ index, kind, is64bit, prefetchable, size, resizableTo }: Bar) => [
        index,
        kind,
        is64bit,
        prefetchable,
        size,
        resizableTo,
      ]);
}
