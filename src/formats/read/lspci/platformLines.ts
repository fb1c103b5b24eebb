import { putFact } from '../configSpace/functionFacts.ts';
import { splitName } from './splitName.ts';
import type { LineReader } from './textDraft.ts';

const IDS = /\s?\[([\da-f]{4}):([\da-f]{4})\]$/i;

/** `Subsystem: Dell Device [1028:0443]`, also as the capability that bridges have. */
export const readSubsystem: LineReader = (value, draft, line) => {
  const { facts, evidence } = draft;
  evidence.kernelLines = true;
  putFact(facts, 'subsystem', true, line);
  const ids = IDS.exec(value);
  const name = ids ? value.slice(0, ids.index) : value;
  const parts = splitName(name);
  const vendor = ids ? Number.parseInt(ids[1] ?? '', 16) : parts.vendorId;
  const device = ids ? Number.parseInt(ids[2] ?? '', 16) : parts.deviceId;
  if (vendor !== null) putFact(facts, 'subsystemVendorId', vendor, line);
  if (device !== null) putFact(facts, 'subsystemDeviceId', device, line);
  if (name !== '' && parts.vendorId === null) putFact(facts, 'subsystemName', name, line);
  return true;
};

export const readNumaNode: LineReader = (value, draft, line) => {
  if (!/^\d{1,4}$/.test(value)) return false;
  putFact(draft.facts, 'numaNode', Number(value), line);
  return true;
};

export const readIommuGroup: LineReader = (value, draft, line) => {
  if (!/^\d{1,6}$/.test(value)) return false;
  putFact(draft.facts, 'iommuGroup', value, line);
  return true;
};

/** Kernel modules and drivers have one word for a name. */
export const readDriver: LineReader = (value, draft, line) => {
  if (value === '' || value.length > 100) return false;
  draft.evidence.kernelLines = true;
  putFact(draft.facts, 'driver', value, line);
  return true;
};

export const readModules: LineReader = (_value, draft) => {
  draft.evidence.kernelLines = true;
  draft.evidence.modules = true;
  return true;
};

export const readPhysicalSlot: LineReader = (value, draft, line) => {
  if (value === '') return false;
  putFact(draft.facts, 'physicalSlot', value.slice(0, 100), line);
  return true;
};

/** `Status: Cap+ 66MHz- …` of the function; capabilities have status lines of other content. */
export const readStatus: LineReader = (value, draft) => {
  if (value.startsWith('Cap+') || value.startsWith('Cap-')) {
    draft.evidence.verbose = true;
    draft.evidence.hasCapabilities = value[3] === '+';
    return true;
  }
  return /^(?:D[0-3] |InProgress|NegoPending|AttnBtn)/.test(value);
};

export const readControl: LineReader = (value, draft) => {
  if (!value.startsWith('I/O')) return /^(?:AttnInd|Enabled)/.test(value);
  draft.evidence.verbose = true;
  return true;
};

/** `Flags: bus master, fast devsel, latency 0, IRQ 122, NUMA node 0, IOMMU group 2` (-v). */
export const readFlags: LineReader = (value, draft, line) => {
  if (!value.includes('devsel')) return value.startsWith('PMEClk');
  draft.evidence.verbose = true;
  const node = /\bNUMA node (\d{1,4})\b/.exec(value);
  if (node) putFact(draft.facts, 'numaNode', Number(node[1]), line);
  const group = /\bIOMMU group (\d{1,6})\b/.exec(value);
  if (group) putFact(draft.facts, 'iommuGroup', group[1] ?? '', line);
  return true;
};
