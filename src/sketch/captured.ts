import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { AcsRegisters, Bar, PcieCapability } from '../model/registers.ts';
import { ACS_BITS } from '../model/registers.ts';
import type { FunctionDraft } from './attribute.ts';

/*
 * What the lines of a captured machine begin with and what they leave out. Its registers are facts: of
 * what nobody said nothing is known. Registers that decide nothing would stand on every line; they
 * are left to the document that the text belongs to (`read/takeOver.ts`).
 */

/** Registers of the PCI Express capability that no line of a captured machine speaks of. */
const SILENT = {
  version: UNKNOWN,
  slotImplemented: UNKNOWN,
  slotNumber: UNKNOWN,
  noSnoop: UNKNOWN,
  relaxedOrdering: UNKNOWN,
  readCompletionBoundary: UNKNOWN,
  maxPayloadSupported: UNKNOWN,
} as const satisfies Partial<PcieCapability>;

/** Those that only say something of what sends requests of its own. */
const SILENT_OF_BRIDGES = { maxReadRequest: UNKNOWN, tags: UNKNOWN } as const;

/** Where a line of a captured machine begins, from where one of a drawn machine does. */
export function asCaptured(fn: PciFunction, isNameless: boolean): PciFunction {
  const { pcie, bars } = fn;
  return {
    ...fn,
    multifunction: UNKNOWN,
    revision: UNKNOWN,
    pcie: pcie === null || pcie === UNKNOWN ? pcie : silent(pcie, fn, true),
    acs: acsAsCaptured(fn.acs),
    bars: bars === UNKNOWN ? bars : isNameless ? [] : bars.map(sizeUnasked),
    sriov: sriovUnasked(fn.sriov),
    dma: UNKNOWN,
    externalFacing: UNKNOWN,
    untrusted: UNKNOWN,
    part: isNameless ? null : fn.part,
  };
}

/** Words that a capture shows only as they are now. */
export function acsAsCaptured(acs: PciFunction['acs']): PciFunction['acs'] {
  if (acs === null || acs === UNKNOWN) return acs;
  return { ...acs, firmwareControl: UNKNOWN };
}

/** The same of words that a line adds. */
export function newAcs({ isCaptured }: FunctionDraft, acs: AcsRegisters): AcsRegisters {
  return isCaptured ? { ...acs, firmwareControl: UNKNOWN } : acs;
}

/** What of a machine decides whether some registers have to be said. */
interface Asked {
  /** A capability has Egress Control, which goes by port numbers. */
  readonly portNumbers: boolean;
  /** Some port leads out of the case, so that it counts which parts are trusted. */
  readonly trust: boolean;
}

function askedOf({ functions }: Machine): Asked {
  return {
    portNumbers: functions.some(({ acs }) => {
      if (acs === null || acs === UNKNOWN) return false;
      return acs.capability !== UNKNOWN && (acs.capability & ACS_BITS.EC) !== 0;
    }),
    trust: functions.some(
      ({ externalFacing, untrusted }) => externalFacing === true || untrusted === true,
    ),
  };
}

/** A captured machine with what its text says of it alone; a drawn one as it is. */
export function asSaid(machine: Machine): Machine {
  if (machine.origin === 'drawn') return machine;
  const asked = askedOf(machine);
  return { ...machine, functions: machine.functions.map((fn) => functionAsSaid(fn, asked)) };
}

function functionAsSaid(fn: PciFunction, { portNumbers, trust }: Asked): PciFunction {
  const { pcie, bars, sriov } = fn;
  const isPort = fn.type === 'root-port' || fn.type === 'downstream';
  return {
    ...fn,
    revision: UNKNOWN,
    pcie: pcie === null || pcie === UNKNOWN ? pcie : silent(pcie, fn, !(portNumbers && isPort)),
    bars: bars === UNKNOWN ? bars : bars.map(sizeUnasked),
    sriov: sriovUnasked(sriov),
    externalFacing: trust ? fn.externalFacing : UNKNOWN,
    untrusted: trust ? fn.untrusted : UNKNOWN,
  };
}

const PASSING: ReadonlySet<string> = new Set([
  'root-port',
  'upstream',
  'downstream',
  'pcie-to-pci',
]);

function silent(pcie: PcieCapability, { type }: PciFunction, noPort: boolean): PcieCapability {
  const { link } = pcie;
  return {
    ...pcie,
    ...SILENT,
    ...(PASSING.has(type) && SILENT_OF_BRIDGES),
    link:
      link === null || link === UNKNOWN
        ? link
        : { ...link, targetGts: UNKNOWN, ...(noPort && { portNumber: UNKNOWN }) },
  };
}

/** That a BAR cannot be resized is not told from that nobody knows. */
export function sizeUnasked(bar: Bar): Bar {
  return bar.resizableTo === null ? { ...bar, resizableTo: UNKNOWN } : bar;
}

function sriovUnasked(sriov: PciFunction['sriov']): PciFunction['sriov'] {
  if (sriov === null || sriov === UNKNOWN || sriov.bars === UNKNOWN) return sriov;
  return { ...sriov, bars: sriov.bars.map(sizeUnasked) };
}

/** How many functions have registers that the text leaves out. */
export function silentIn({ functions }: Machine): number {
  return functions.filter(hasSilent).length;
}

function hasSilent({ pcie, revision }: PciFunction): boolean {
  if (revision !== UNKNOWN) return true;
  if (pcie === null || pcie === UNKNOWN) return false;
  return Object.keys(SILENT).some((key) => pcie[key as keyof typeof SILENT] !== UNKNOWN);
}

/** With what a document of that machine knows, where the text says nothing. */
export function withSilent(fn: PciFunction, old: PciFunction): PciFunction {
  return {
    ...fn,
    revision: known(fn.revision, old.revision),
    externalFacing: known(fn.externalFacing, old.externalFacing),
    untrusted: known(fn.untrusted, old.untrusted),
    pcie: pcieWithSilent(fn.pcie, old.pcie),
  };
}

function pcieWithSilent(pcie: PciFunction['pcie'], old: PciFunction['pcie']): PciFunction['pcie'] {
  if (pcie === null || pcie === UNKNOWN || old === null || old === UNKNOWN) return pcie;
  const kept = <K extends keyof PcieCapability>(key: K): PcieCapability[K] =>
    pcie[key] === UNKNOWN ? old[key] : pcie[key];
  const { link } = pcie;
  return {
    ...pcie,
    version: kept('version'),
    slotImplemented: kept('slotImplemented'),
    slotNumber: kept('slotNumber'),
    noSnoop: kept('noSnoop'),
    relaxedOrdering: kept('relaxedOrdering'),
    readCompletionBoundary: kept('readCompletionBoundary'),
    maxPayloadSupported: kept('maxPayloadSupported'),
    maxReadRequest: kept('maxReadRequest'),
    tags: kept('tags'),
    link:
      link === null || link === UNKNOWN || old.link === null || old.link === UNKNOWN
        ? link
        : {
            ...link,
            targetGts: link.targetGts === UNKNOWN ? old.link.targetGts : link.targetGts,
            portNumber: known(link.portNumber, old.link.portNumber),
          },
  };
}

function known<V>(said: OrUnknown<V>, before: OrUnknown<V>): OrUnknown<V> {
  return said === UNKNOWN ? before : said;
}

/**
 * The bit that a device has several functions, where no line says otherwise: those of which the
 * machine has another one at the same device number, or that are no function 0, have it.
 */
export function severalFunctions(functions: readonly PciFunction[]): (fn: PciFunction) => boolean {
  const counts = new Map<string, number>();
  for (const fn of functions) {
    const key = fn.physfn === null ? deviceOf(fn) : null;
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (fn) => {
    const key = fn.physfn === null ? deviceOf(fn) : null;
    return key !== null && ((fn.address?.function ?? 0) > 0 || (counts.get(key) ?? 0) > 1);
  };
}

function deviceOf({ address }: PciFunction): string | null {
  return address === null ? null : `${address.domain}:${address.bus}:${address.device}`;
}
