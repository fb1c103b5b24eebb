import { UNKNOWN } from '../../base/unknown.ts';
import { ACS_REDIRECT_BITS } from '../../engine/acs/acsMasks.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';
import type { Settings } from '../../model/settings.ts';
import type { TermId } from '../../parts/glossary.ts';
import type { Edit } from '../../store/edit.ts';

export interface AcsBitRow {
  readonly bit: AcsBit;
  readonly mask: number;
  /** As the specification spells it out. */
  readonly name: string;
  readonly term: TermId;
  /** Is it one of the three that p2pdma looks at? */
  readonly redirects: boolean;
}

function row(bit: AcsBit, name: string): AcsBitRow {
  const mask = ACS_BITS[bit];
  return { bit, mask, name, term: `acs${bit}`, redirects: (mask & ACS_REDIRECT_BITS) !== 0 };
}

/** In the register's order, lowest bit first. */
export const ACS_ROWS: readonly AcsBitRow[] = [
  row('SV', 'Source Validation'),
  row('TB', 'Translation Blocking'),
  row('RR', 'P2P Request Redirect'),
  row('CR', 'P2P Completion Redirect'),
  row('UF', 'Upstream Forwarding'),
  row('EC', 'P2P Egress Control'),
  row('DT', 'Direct Translated P2P'),
];

/**
 * The function with the word in its control register that the switches set: where a kernel boots
 * from the firmware's word, that one.
 */
export function asEdited(fn: PciFunction, acsWords: Settings['acsWords']): PciFunction {
  const { acs } = fn;
  if (acsWords === 'as-is' || acs === null || acs === UNKNOWN) return fn;
  if (acs.firmwareControl === UNKNOWN) return fn;
  return { ...fn, acs: { ...acs, control: acs.firmwareControl } };
}

/** A bit of the control words of one function or several: `mixed` when they differ. */
export type BitState = 'on' | 'off' | 'unknown' | 'mixed';

/** Those of the functions that have ACS, or may have it. */
export function withAcs(functions: readonly PciFunction[]): readonly PciFunction[] {
  return functions.filter((fn) => fn.acs !== null);
}

export function controlState(functions: readonly PciFunction[], mask: number): BitState {
  const states = new Set(withAcs(functions).map((fn) => ownState(fn, mask)));
  const [first = 'off', ...others] = states;
  return others.length > 0 ? 'mixed' : first;
}

function ownState({ acs }: PciFunction, mask: number): 'on' | 'off' | 'unknown' {
  if (acs === null) return 'off';
  if (acs === UNKNOWN || acs.control === UNKNOWN) return 'unknown';
  return (acs.control & mask) === 0 ? 'off' : 'on';
}

/** Does the capability word have the bit? */
export function capabilityState({ acs }: PciFunction, mask: number): 'yes' | 'no' | 'unknown' {
  if (acs === null) return 'no';
  if (acs === UNKNOWN || acs.capability === UNKNOWN) return 'unknown';
  return (acs.capability & mask) === 0 ? 'no' : 'yes';
}

/** Functions on which a bit may be switched: it is in the capability, or set in spite of it. */
function switchable(functions: readonly PciFunction[], mask: number): readonly PciFunction[] {
  return withAcs(functions).filter(
    (fn) => capabilityState(fn, mask) !== 'no' || ownState(fn, mask) === 'on',
  );
}

/**
 * What pressing a bit's switch does: it clears the bit where all have it set, and else sets it on
 * all that can. `null` when it can be set nowhere.
 */
export function toggleEdit(functions: readonly PciFunction[], mask: number): Edit | null {
  const able = switchable(functions, mask);
  if (able.length === 0) return null;
  const isOn = able.every((fn) => ownState(fn, mask) === 'on');
  const changed = able.filter((fn) => isOn || ownState(fn, mask) !== 'on').map(({ id }) => id);
  return {
    kind: 'acs-control',
    functions: changed,
    set: isOn ? 0 : mask,
    clear: isOn ? mask : 0,
  };
}

/** Functions whose control word the input hides. */
export function hiddenControl(functions: readonly PciFunction[]): readonly PciFunction[] {
  return withAcs(functions).filter(({ acs }) => acs === UNKNOWN || acs?.control === UNKNOWN);
}

/** Makes hidden control words known: every bit 0, to be set one by one. */
export function makeKnownEdit(functions: readonly PciFunction[]): Edit {
  const hidden = hiddenControl(functions).map(({ id }) => id);
  return { kind: 'acs-control', functions: hidden, set: 0, clear: 0 };
}

/** Bits in which the control word differs from what the firmware left; `null`: cannot be told. */
export function changedBits({ acs }: PciFunction): number | null {
  if (acs === null || acs === UNKNOWN) return null;
  const { control, firmwareControl } = acs;
  return control === UNKNOWN || firmwareControl === UNKNOWN ? null : control ^ firmwareControl;
}
