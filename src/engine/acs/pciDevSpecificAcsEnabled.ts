import { type Answer, both } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ERAS } from '../kernel/eras.ts';
import type { AcsContext } from './acsContext.ts';
import type { IsolationFamily } from './quirks/isolationFamilies.ts';
import { ISOLATION_ROWS, type IsolationRow } from './quirks/isolationRows.ts';
import { registersEnable } from './registersEnable.ts';

/** What one row says of a function, where it may be about it. */
export interface SpecificAnswer {
  readonly family: string;
  /** Whether the row is about this function: yes, or not to be told. */
  readonly applies: 'yes' | 'unknown';
  readonly answer: Answer;
}

/**
 * What the kernel's table of particular devices says of these ACS promises: the answers in the
 * table's order, up to the first row that certainly speaks. Rows that may or may not be about the
 * function (its ids or type are hidden) come before that with `applies: 'unknown'`. None: the
 * standard rule decides.
 *
 * Used for grouping only; p2pdma reads the raw control word. Source:
 * `pci_dev_specific_acs_enabled()`, drivers/pci/quirks.c, Linux 5.4 to 7.1.
 */
export function pciDevSpecificAcsEnabled(
  fn: PciFunction,
  want: number,
  context: AcsContext,
): readonly SpecificAnswer[] {
  const answers: SpecificAnswer[] = [];
  for (const row of rowsOf(fn)) {
    if (isAbsent(row, context.era)) continue;
    const { family } = row;
    const applies = both(isNamed(fn, row), speaksTo(fn, family, context));
    if (applies === 'no') continue;
    const about = isAbout(fn, family);
    if (about === 'no' && family.others === 'next-row') continue;
    const saysNo = about === 'no';
    const isSure = applies === 'yes' && (about === 'yes' || family.others === 'no');
    answers.push({
      family: family.id,
      applies: isSure ? 'yes' : UNKNOWN,
      answer: saysNo ? 'no' : about === 'yes' ? says(fn, family, want, context) : UNKNOWN,
    });
    if (isSure) break;
  }
  return answers;
}

const BY_VENDOR = new Map<number, IsolationRow[]>();
for (const row of ISOLATION_ROWS) {
  BY_VENDOR.set(row.vendor, [...(BY_VENDOR.get(row.vendor) ?? []), row]);
}
const NONE: readonly IsolationRow[] = [];

function rowsOf({ pciId }: PciFunction): readonly IsolationRow[] {
  return pciId === UNKNOWN ? ISOLATION_ROWS : (BY_VENDOR.get(pciId.vendor) ?? NONE);
}

function isAbsent({ absentUpTo }: IsolationRow, era: string | undefined): boolean {
  if (absentUpTo === null || era === undefined) return false;
  const order = (id: string) => ERAS.findIndex((row) => row.id === id);
  return order(era) <= order(absentUpTo);
}

/** A hidden id may be any that such a function can have: no endpoint is a Qualcomm root port. */
function isNamed(fn: PciFunction, { device, family }: IsolationRow): Answer {
  const { pciId } = fn;
  if (pciId === UNKNOWN) return isOfKind(fn, family) ? UNKNOWN : 'no';
  if (device === 'any' || pciId.device === device) return 'yes';
  return pciId.device === UNKNOWN && isOfKind(fn, family) ? UNKNOWN : 'no';
}

const BRIDGE = 0x06;
const NETWORK = 0x02;

function isOfKind({ type, classCode }: PciFunction, { kind }: IsolationFamily): boolean {
  const baseClass = classCode === UNKNOWN ? UNKNOWN : classCode >> 16;
  switch (kind) {
    case 'root-port':
      return type === 'root-port' || type === UNKNOWN;
    case 'port':
      return type === 'root-port' || type === 'downstream' || type === UNKNOWN;
    case 'conventional':
      return type === 'conventional' || type === 'conventional-bridge' || type === UNKNOWN;
    case 'device':
      return baseClass !== BRIDGE;
    case 'network-device':
      return baseClass === NETWORK || baseClass === UNKNOWN;
  }
}

function speaksTo(fn: PciFunction, { speaks }: IsolationFamily, context: AcsContext): Answer {
  switch (speaks) {
    case 'always':
      return 'yes';
    case 'rciep':
    case 'root-port':
      return isType(fn, [speaks]);
    case 'root-or-downstream-port':
      return isType(fn, ['root-port', 'downstream']);
    case 'amd-multifunction-on-root-bus': {
      if (!context.hasAmdIommu) return 'no';
      const onRootBus = fn.parent === UNKNOWN ? UNKNOWN : fn.parent.kind === 'host' ? 'yes' : 'no';
      const isMulti = fn.multifunction === UNKNOWN ? UNKNOWN : fn.multifunction ? 'yes' : 'no';
      return both(onRootBus, isMulti);
    }
  }
}

function isType({ type }: PciFunction, types: readonly PciFunction['type'][]): Answer {
  if (type === UNKNOWN) return UNKNOWN;
  return types.includes(type) ? 'yes' : 'no';
}

/** Is the device one of those that the family is about? */
function isAbout(fn: PciFunction, family: IsolationFamily): Answer {
  const isListed = isInDevices(fn, family.devices);
  if (family.says.kind !== 'reads-dword-at-8') return isListed;
  const hasAcs = fn.acs === UNKNOWN ? UNKNOWN : fn.acs === null ? 'no' : 'yes';
  return both(isListed, hasAcs);
}

function isInDevices({ pciId }: PciFunction, devices: IsolationFamily['devices']): Answer {
  if (devices === null) return 'yes';
  if (pciId === UNKNOWN || pciId.device === UNKNOWN) return UNKNOWN;
  const { device } = pciId;
  return devices.some(([from, to]) => from <= device && device <= to) ? 'yes' : 'no';
}

function says(
  fn: PciFunction,
  { says: saying, looksAt }: IsolationFamily,
  want: number,
  { requestsAcs }: AcsContext,
): Answer {
  switch (saying.kind) {
    case 'grants':
      return (want & looksAt & ~saying.bits) === 0 ? 'yes' : 'no';
    case 'grants-if-requested':
      return (want & looksAt & ~(requestsAcs ? saying.bits : 0)) === 0 ? 'yes' : 'no';
    case 'reads-dword-at-8': {
      if (fn.acs === null) return 'no';
      if (fn.acs === UNKNOWN) return UNKNOWN;
      return registersEnable(fn.acs.capability, fn.acs.dwordAt8, want);
    }
  }
}
