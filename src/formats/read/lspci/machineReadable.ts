import { type PciAddress, parseAddress } from '../../../model/address.ts';
import { putFact, putKnown } from '../configSpace/functionFacts.ts';
import type { Block } from './block.ts';
import { classOfName } from './classNames.ts';
import type { TextDraft } from './textDraft.ts';

/** `Slot:` opens a record of -vmm; `-m -v` calls it `Device:`. */
const RECORD = /^\s*(?:Slot|Device):\s+((?:[\da-f]{4,8}:)?[\da-f]{2}:[\da-f]{2}\.[0-7])$/i;

/** The address of a line that opens a record of `lspci -vmm`; `null` for other lines. */
export function recordAddress(text: string): PciAddress | null {
  const match = RECORD.exec(text);
  return match && parseAddress(match[1] ?? '');
}

/** `Intel Corporation [8086]` of -nn, `8086` of -n, or a name. */
interface NameAndNumber {
  readonly name: string | null;
  readonly number: number | null;
}

const NUMBERED = /\s?\[([\da-f]{4})\]$/i;

function nameAndNumber(text: string, unnamed: RegExp): NameAndNumber {
  const bracketed = NUMBERED.exec(text);
  const bare = /^[\da-f]{4}$/i.test(text) ? text : unnamed.exec(text)?.[1];
  const name = bracketed ? text.slice(0, bracketed.index) : text;
  const digits = bracketed?.[1] ?? bare;
  return {
    name: name === '' || bare === text ? null : name,
    number: digits === undefined ? null : Number.parseInt(digits, 16),
  };
}

function putClassField(value: string, draft: TextDraft, line: number): void {
  const { name, number } = nameAndNumber(value, /^Class ([\da-f]{4})$/i);
  const code = number ?? (name === null ? null : classOfName(name));
  const progIf = (draft.facts.classCode?.value ?? 0) & 0xff;
  if (code !== null) putFact(draft.facts, 'classCode', (code << 8) | progIf, line);
  if (name !== null && name !== 'Class') putFact(draft.facts, 'className', name, line);
}

type Field = (value: string, draft: TextDraft, line: number) => void;

const hexByte = (value: string): number | null =>
  /^[\da-f]{2}$/i.test(value) ? Number.parseInt(value, 16) : null;

/** The fields of a record, by the key that -vmm prints. */
const FIELDS: ReadonlyMap<string, Field> = new Map(
  Object.entries<Field>({
    Class: putClassField,
    Vendor: (value, draft, line) => {
      const { name, number } = nameAndNumber(value, /^Vendor ([\da-f]{4})$/i);
      putKnown(draft.facts, 'vendorName', name, line);
      putKnown(draft.facts, 'vendorId', number, line);
    },
    Device: (value, draft, line) => {
      const { name, number } = nameAndNumber(value, /^Device ([\da-f]{4})$/i);
      putKnown(draft.facts, 'deviceName', name, line);
      putKnown(draft.facts, 'deviceId', number, line);
    },
    SVendor: (value, draft, line) => {
      const { number } = nameAndNumber(value, /^Vendor ([\da-f]{4})$/i);
      putFact(draft.facts, 'subsystem', true, line);
      putKnown(draft.facts, 'subsystemVendorId', number, line);
    },
    SDevice: (value, draft, line) => {
      const { name, number } = nameAndNumber(value, /^Device ([\da-f]{4})$/i);
      putKnown(draft.facts, 'subsystemName', name, line);
      putKnown(draft.facts, 'subsystemDeviceId', number, line);
    },
    Rev: (value, draft, line) => {
      const revision = hexByte(value);
      if (revision !== 0xff) putKnown(draft.facts, 'revision', revision, line);
    },
    ProgIf: (value, draft, line) => {
      const progIf = hexByte(value);
      const code = draft.facts.classCode?.value;
      if (progIf !== null && code !== undefined) {
        putFact(draft.facts, 'classCode', (code & ~0xff) | progIf, line);
      }
    },
    PhySlot: (value, draft, line) =>
      putFact(draft.facts, 'physicalSlot', value.slice(0, 100), line),
    NUMANode: (value, draft, line) => {
      if (/^\d{1,4}$/.test(value)) putFact(draft.facts, 'numaNode', Number(value), line);
    },
    IOMMUGroup: (value, draft, line) => {
      if (/^\d{1,6}$/.test(value)) putFact(draft.facts, 'iommuGroup', value, line);
    },
    Driver: (value, draft, line) => {
      draft.evidence.kernelLines = true;
      if (value !== '') putFact(draft.facts, 'driver', value.slice(0, 100), line);
    },
    Module: (_value, draft) => {
      draft.evidence.kernelLines = true;
      draft.evidence.modules = true;
    },
  }),
);

/** Reads a record of `lspci -vmm`: one field per line. */
export function readRecord(block: Block, draft: TextDraft): void {
  for (const { text, number } of block.details) {
    const colon = text.indexOf(':');
    FIELDS.get(text.slice(0, colon))?.(text.slice(colon + 1).trim(), draft, number);
  }
}

const WORD = /"((?:[^"\\]|\\.)*)"|(\S+)/g;
const POSITIONS = ['Class', 'Vendor', 'Device', 'SVendor', 'SDevice'] as const;

/** Reads a line of `lspci -mm`: `00:02.0 "VGA…" "Intel…" "Device 46d1" -r01 "Dell" "Device 0443"`. */
export function readQuoted(block: Block, draft: TextDraft): void {
  let position = 0;
  for (const match of block.header.matchAll(WORD)) {
    const option = match[2];
    if (option !== undefined) {
      if (option.startsWith('-r')) FIELDS.get('Rev')?.(option.slice(2), draft, block.line);
      if (option.startsWith('-p')) FIELDS.get('ProgIf')?.(option.slice(2), draft, block.line);
      continue;
    }
    const field = POSITIONS[position];
    const value = (match[1] ?? '').replace(/\\(.)/g, '$1');
    if (field !== undefined && value !== '') FIELDS.get(field)?.(value, draft, block.line);
    position += 1;
  }
}
