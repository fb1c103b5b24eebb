import { UsageError } from '../usageError.ts';
import { addressAt, countAt, expected, FieldError, FieldReader } from './FieldReader.ts';
import {
  CASE_BOUNCES,
  CASE_DEVICES,
  CASE_HARDWARE,
  CASE_MODES,
  type CaseEntry,
  type EntryKind,
  type MapCase,
} from './mapCase.ts';

const KINDS: readonly EntryKind[] = ['ram', 'bus', 'thru', 'none'];
const MOST_BYTES = 0xffffffff;
/** So many mistakes are told at once. */
const MOST_TOLD = 20;

/** Does the text hold cases, and not a machine? Text that is broken further on counts as well. */
export function isMapCases(text: string): boolean {
  if (/^\s*\[\s*(?:\{|\]|$)/.test(text)) return true;
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) || (typeof json === 'object' && json !== null && 'entries' in json);
  } catch {
    return false;
  }
}

export interface ReadCases {
  readonly cases: readonly MapCase[];
  /** What was passed over, and in which case. */
  readonly remarks: readonly string[];
}

/**
 * Reads a file of scatterlists: an array of cases, or one of them by itself.
 *
 * @throws UsageError that names case and field of everything that is wrong
 */
export function readMapCases(text: string, path: string): ReadCases {
  const json = parse(text, path);
  const values: readonly unknown[] = Array.isArray(json) ? json : [json];
  const cases: MapCase[] = [];
  const wrong: string[] = [];
  const remarks: string[] = [];
  values.forEach((value, index) => {
    const name = caseName(value, index);
    try {
      const fields = new FieldReader(value, '');
      cases.push(readCase(fields));
      for (const text of strangeFields(fields)) remarks.push(`${name}: ${text}.`);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      wrong.push(`${name}: ${error.message}`);
    }
  });
  if (wrong.length > MOST_TOLD) {
    wrong.splice(MOST_TOLD, Infinity, `and ${wrong.length - MOST_TOLD} more`);
  }
  if (wrong.length > 0) throw new UsageError([`${path} cannot be mapped:`, ...wrong].join('\n'));
  return { cases, remarks };
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${path} is no JSON: ${error instanceof Error ? error.message : error}. \`peerlane map --help\` shows the form.`,
    );
  }
}

/** `case 3 ("s05")` */
function caseName(value: unknown, index: number): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return `case ${index + 1}${typeof id === 'string' ? ` ("${id}")` : ''}`;
}

const FIELDS = ['id', 'iommu', 'client', 'entries', 'device', 'iommuDevice', 'bounce'];
const CLIENT_FIELDS = ['mask', 'maxSeg', 'boundary', 'untrusted', 'minAlign'];

function strangeFields(fields: FieldReader): readonly string[] {
  return [...fields.strange(FIELDS), ...fields.object('client').strange(CLIENT_FIELDS)];
}

function readCase(fields: FieldReader): MapCase {
  const id = fields.text('id');
  const client = fields.object('client');
  return {
    id,
    iommu: fields.choice('iommu', CASE_MODES),
    hardware: fields.choice('iommuDevice', CASE_HARDWARE, 'intel'),
    device: fields.choice('device', CASE_DEVICES, 'direct-or-iommu'),
    bounce: fields.choice('bounce', CASE_BOUNCES, 'pool'),
    maskBits: client.count('mask', 1, 64),
    maxSegment: client.count('maxSeg', 1, MOST_BYTES),
    boundary: maskOf(client, 'boundary', 0xfffn),
    untrusted: client.flag('untrusted'),
    minAlignMask: client.has('minAlign') ? Number(maskOf(client, 'minAlign', 0n)) : null,
    entries: fields
      .list('entries')
      .map((entry, index) => readEntry(entry, `${fields.at('entries')}/${index}`)),
  };
}

/** A mask is one less than a power of two. */
function maskOf(client: FieldReader, name: string, least: bigint): bigint {
  const mask = client.address(name);
  if ((mask & (mask + 1n)) !== 0n || mask < least) {
    const what = `a mask such as "ffff" or "ffffffff", at least "${least.toString(16)}"`;
    throw expected(client.at(name), what, mask.toString(16));
  }
  return mask;
}

function readEntry(value: unknown, path: string): CaseEntry {
  if (!Array.isArray(value)) throw expected(path, 'an array', value);
  const [name, phys, length, bus, ...more] = value as readonly unknown[];
  const kind = KINDS.find((each) => each === name);
  if (kind === undefined) throw expected(`${path}/0`, '"ram", "bus", "thru" or "none"', name);
  const isPeer = kind !== 'ram';
  const extra = isPeer ? more : [bus, ...more].filter((each) => each != null);
  if (extra.length > 0) {
    throw expected(path, isPeer ? '4 parts' : '3 parts: kind, address, length', value);
  }
  return {
    kind,
    phys: exact(addressAt(phys, `${path}/1`), `${path}/1`, phys),
    length: countAt(length, `${path}/2`, 1, MOST_BYTES),
    bus: isPeer ? exact(addressAt(bus, `${path}/3`), `${path}/3`, bus) : null,
  };
}

function exact(address: bigint, path: string, found: unknown): number {
  if (address > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw expected(path, 'an address below 2^53', found);
  }
  return Number(address);
}
