import type { Draft, Patch } from 'immer';
import { hex } from '../base/hex.ts';
import { keepSame } from '../base/keepSame.ts';
import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import { saySameOfIommu } from '../engine/kernel/cmdline/saySameOfIommu.ts';
import { formatCpu } from '../engine/kernel/conditions.ts';
import { formatAddress } from '../model/address.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { formatPciId } from '../model/pciId.ts';
import { ACS_BITS, type AcsBit, type AcsRegisters } from '../model/registers.ts';
import type { Edit } from './edit.ts';
import type { EditOf, EditTable, InPlace } from './editTable.ts';
import {
  flowAdd,
  flowChange,
  flowGroupAdd,
  flowGroupChange,
  flowGroupRemove,
  flowRemove,
} from './flowEdits.ts';
import type { RecordedEdit } from './history.ts';
import { setHostIdentity } from './hostIdentity.ts';
import { isNothing } from './isNothing.ts';
import { dmaLimits, listAdd, listClient, listEntries, listLabel, listRemove } from './listEdits.ts';
import { immer } from './patches.ts';
import { keep, nudge, tidy } from './placementEdits.ts';
import { publish } from './publish.ts';
import { label, names, note } from './wordEdits.ts';

const textOf = (cmdline: OrUnknown<string>) => (cmdline === UNKNOWN ? '' : cmdline);

/** Control words have 16 bits. */
const WORD = 0xffff;

/** What is known of ACS registers that the input hides, once somebody sets them. */
const HIDDEN_ACS: AcsRegisters = {
  capability: UNKNOWN,
  control: UNKNOWN,
  firmwareControl: UNKNOWN,
  egressVector: UNKNOWN,
  dwordAt8: UNKNOWN,
};

/** Where a kernel boots from the firmware's words, those are what people set, as far as they are known. */
function wordThatDecides(
  words: AcsRegisters,
  { settings }: Machine,
): 'control' | 'firmwareControl' {
  const isFirmwares = settings.acsWords === 'boot' && words.firmwareControl !== UNKNOWN;
  return isFirmwares ? 'firmwareControl' : 'control';
}

const EDITS: EditTable = {
  'acs-control': {
    title: ({ functions, set, clear }, machine) => {
      const changes = [
        ...(set === 0 ? [] : [`set ACS ${bitNames(set)}`]),
        ...(clear === 0 ? [] : [`clear ACS ${bitNames(clear)}`]),
      ];
      return `${changes.join(', ') || 'set no ACS bit'} on ${functionNames(functions, machine)}`;
    },
    apply: (draft, { functions, set, clear }, machine) => {
      const places = placesOf(machine);
      for (const id of functions) {
        const place = places.get(id) ?? -1;
        const before = machine.functions[place]?.acs;
        const fn = draft.functions[place];
        if (before === undefined || fn === undefined) throw new RangeError(`no function ${id}`);
        if (before === null) throw new RangeError(`${id} has no ACS capability`);
        const words = before === UNKNOWN ? HIDDEN_ACS : before;
        const word = wordThatDecides(words, machine);
        const old = words[word] === UNKNOWN ? 0 : words[word];
        const after = (old | set) & ~clear & WORD;
        if (after === words[word]) continue;
        // Nobody has booted a drawn machine: what it has is what its firmware left.
        const isDrawn = machine.origin === 'drawn' && words.control === words.firmwareControl;
        const both = isDrawn ? { control: after, firmwareControl: after } : { [word]: after };
        fn.acs = { ...(words as Draft<AcsRegisters>), ...both };
      }
    },
  },

  kernel: {
    title: ({ kernel }) => (isNothing(kernel) ? 'kernel unknown' : `kernel ${kernel}`),
    apply: (draft, { kernel }) => {
      draft.settings.kernel = isNothing(kernel) ? UNKNOWN : kernel.trim();
    },
  },

  cmdline: {
    title: ({ cmdline }) => (cmdline === UNKNOWN ? 'command line unknown' : 'command line'),
    apply: ({ settings }, { cmdline, iommuMode }) => {
      const isSame = saySameOfIommu(textOf(settings.cmdline), textOf(cmdline));
      settings.cmdline = cmdline;
      if (iommuMode !== undefined) settings.iommuMode = iommuMode;
      // `null` says that there is no IOMMU, which no parameter changes.
      else if (!isSame && settings.iommuMode !== null) settings.iommuMode = UNKNOWN;
    },
  },

  'acs-words': {
    title: ({ acsWords }) =>
      acsWords === 'boot' ? 'ACS words as booted' : 'ACS words as they stand',
    apply: (draft, { acsWords }) => {
      draft.settings.acsWords = acsWords;
    },
  },

  cpu: {
    title: ({ cpu }) => (cpu === UNKNOWN ? 'CPU unknown' : `CPU ${formatCpu(cpu)}`),
    apply: (draft, { cpu }, machine) => {
      if (!isSame(cpu, machine.settings.cpu))
        draft.settings.cpu = cpu === UNKNOWN ? cpu : { ...cpu };
    },
  },

  iommu: {
    title: ({ iommu, iommuMode }) => {
      if (iommu === UNKNOWN && iommuMode === UNKNOWN) return 'IOMMU unknown';
      return `IOMMU ${[iommu, iommuMode].filter((part) => part !== null && part !== UNKNOWN).join(', ')}`;
    },
    apply: ({ settings }, { iommu, iommuMode }) => {
      settings.iommu = iommu;
      settings.iommuMode = iommuMode;
    },
  },

  'host-identity': {
    title: ({ host, pciId }, machine) => {
      const found = machine.hostBridges.find((each) => each.id === host);
      const isNumbered = found !== undefined && found.rootBus !== null;
      const name = isNumbered ? `${hex(found.domain, 4)}:${hex(found.rootBus, 2)}` : host;
      return `host bridge ${name} as ${formatPciId(pciId)}`;
    },
    apply: setHostIdentity,
  },

  publish,
  label,
  names,
  note,
  nudge,
  tidy,
  keep,
  'list-add': listAdd,
  'list-remove': listRemove,
  'list-entries': listEntries,
  'list-client': listClient,
  'list-label': listLabel,
  'dma-limits': dmaLimits,
  'flow-add': flowAdd,
  'flow-change': flowChange,
  'flow-remove': flowRemove,
  'flow-group-add': flowGroupAdd,
  'flow-group-change': flowGroupChange,
  'flow-group-remove': flowGroupRemove,

  name: {
    title: ({ name }) => `call the machine “${name}”`,
    apply: (draft, { name }) => {
      draft.name = name;
    },
  },
};

/** A changed machine, and the change as a step of the history. */
export interface Edited {
  readonly machine: Machine;
  readonly step: RecordedEdit;
}

/** Applies an edit; `null` when it changes nothing. Throws on what the page never offers. */
export function applyEdit(machine: Machine, edit: Edit, gesture: string | null): Edited | null {
  if (edit.kind === 'rebuilt') return rebuilt(machine, edit, gesture);
  const { title, apply } = EDITS[edit.kind] as EditTable[InPlace['kind']] & Row;
  const [after, patches, inverse] = immer.produceWithPatches(machine, (draft) => {
    apply(draft, edit, machine);
  });
  if (patches.length === 0) return null;
  return {
    machine: after,
    step: { title: title(edit, machine), gesture, patches, inverse },
  };
}

/**
 * Another machine in the document's place. It shares with the one before all that says the same, so
 * that a step of the history holds little more than what changed, and undoing brings the very
 * functions back.
 */
function rebuilt(
  before: Machine,
  { machine, title }: EditOf<'rebuilt'>,
  gesture: string | null,
): Edited | null {
  const after = keepSame(before, machine);
  if (after === before) return null;
  const patches: readonly Patch[] = [{ op: 'replace', path: [], value: after }];
  const inverse: readonly Patch[] = [{ op: 'replace', path: [], value: before }];
  return { machine: after, step: { title, gesture, patches, inverse } };
}

/** A row of the table as seen by who knows only that edit and row belong together. */
interface Row {
  readonly title: (edit: InPlace, machine: Machine) => string;
  readonly apply: (draft: Draft<Machine>, edit: InPlace, machine: Machine) => void;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Looked for one by one, a thousand functions among thousands take longer than all the rest. */
function placesOf({ functions }: Machine): ReadonlyMap<FunctionId, number> {
  return new Map(functions.map(({ id }, place) => [id, place]));
}

function functionNames(ids: readonly FunctionId[], machine: Machine): string {
  const [only, ...others] = ids;
  if (only === undefined || others.length > 0) return `${ids.length} functions`;
  const address = machine.functions.find((fn) => fn.id === only)?.address;
  return address ? formatAddress(address) : only;
}

/** `RR CR`; bits without a name as a number. */
function bitNames(bits: number): string {
  const names = (Object.keys(ACS_BITS) as AcsBit[]).filter((bit) => (bits & ACS_BITS[bit]) !== 0);
  const rest = names.reduce((left, bit) => left & ~ACS_BITS[bit], bits);
  return [...names, ...(rest === 0 ? [] : [`0x${hex(rest, 4)}`])].join(' ');
}
