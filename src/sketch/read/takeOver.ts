import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar, PcieCapability } from '../../model/registers.ts';
import { withSilent } from '../captured.ts';
import type { Base } from './Base.ts';

/**
 * What text does not carry, from the document that it belongs to: printed names, addresses of BARs,
 * windows, registers without a word, positions on the drawing.
 */
export function takeOver(machine: Machine, base: Base): Machine {
  const before = base.machine;
  if (!before) return machine;
  const isCaptured = machine.origin === 'captured';
  const functions = machine.functions.map((fn) => {
    const old = base.functions.withId(fn.id);
    return old ? withOld(fn, old, isCaptured) : fn;
  });
  const parts = new Set<string>([
    ...functions.map(({ id }) => id),
    ...machine.hostBridges.map(({ id }) => id),
    ...machine.sockets.map(({ id }) => id),
    ...machine.slots.map(({ id }) => id),
  ]);
  return {
    ...machine,
    functions,
    placements: before.placements.filter(({ about }) => parts.has(about)),
  };
}

function withOld(said: PciFunction, old: PciFunction, isCaptured: boolean): PciFunction {
  const isSame = samePart(said, old);
  const fn = isSame && isCaptured ? withSilent(said, old) : said;
  return {
    ...fn,
    address: fn.address ?? old.address,
    bridge: bridgeOf(fn, old),
    pcie: isSame ? pcieOf(fn.pcie, old.pcie) : fn.pcie,
    bars: fn.bars === UNKNOWN || old.bars === UNKNOWN ? fn.bars : placed(fn.bars, old.bars),
    sriov: sriovOf(fn, old),
    ...(isSame && { names: old.names }),
  };
}

function sriovOf({ sriov }: PciFunction, { sriov: old }: PciFunction): PciFunction['sriov'] {
  if (sriov === null || sriov === UNKNOWN || old === null || old === UNKNOWN) return sriov;
  if (sriov.bars === UNKNOWN || old.bars === UNKNOWN) return sriov;
  return { ...sriov, bars: placed(sriov.bars, old.bars) };
}

function samePart(a: PciFunction, b: PciFunction): boolean {
  if (a.classCode !== b.classCode) return false;
  if (a.pciId === UNKNOWN || b.pciId === UNKNOWN) return a.pciId === b.pciId;
  return a.pciId.vendor === b.pciId.vendor && a.pciId.device === b.pciId.device;
}

/** Bus numbers and windows; a captured machine's text has the numbers. */
function bridgeOf({ bridge }: PciFunction, { bridge: old }: PciFunction): PciFunction['bridge'] {
  if (bridge === null || bridge === UNKNOWN || old === null || old === UNKNOWN) return bridge;
  const keep = <K extends 'primary' | 'secondary' | 'subordinate' | 'windows'>(key: K) =>
    bridge[key] === UNKNOWN ? old[key] : bridge[key];
  return {
    primary: keep('primary'),
    secondary: keep('secondary'),
    subordinate: keep('subordinate'),
    windows: keep('windows'),
  };
}

/** Registers that no line speaks of. */
function pcieOf(pcie: PciFunction['pcie'], old: PciFunction['pcie']): PciFunction['pcie'] {
  if (pcie === null || pcie === UNKNOWN || old === null || old === UNKNOWN) return pcie;
  const { version, slotImplemented, slotNumber, noSnoop } = old;
  const kept: Pick<PcieCapability, 'version' | 'slotImplemented' | 'slotNumber' | 'noSnoop'> = {
    version,
    slotImplemented,
    slotNumber,
    noSnoop,
  };
  return { ...pcie, ...kept };
}

/** Addresses of BARs that are as they were. */
function placed(bars: readonly Bar[], old: readonly Bar[]): readonly Bar[] {
  return bars.map((bar) => {
    const before = old.find(({ index }) => index === bar.index);
    const isSame =
      before && before.size === bar.size && before.kind === bar.kind && bar.address === null;
    return isSame
      ? {
          ...bar,
          address: before.address,
          // That it cannot be resized is not said of captured ones.
          resizableTo: bar.resizableTo === UNKNOWN ? before.resizableTo : bar.resizableTo,
        }
      : bar;
  });
}
