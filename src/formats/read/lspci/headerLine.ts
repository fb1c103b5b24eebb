import { type PciAddress, parseAddress } from '../../../model/address.ts';
import { type Facts, putFact, putKnown } from '../configSpace/functionFacts.ts';
import { classOfName } from './classNames.ts';
import { splitName } from './splitName.ts';

/**
 * The address at the start of a line; domains have at least four digits where they are printed. -PP
 * prints the way there: `0000:00:02.0/01:00.0`, with the domain once.
 */
const START =
  /^\s*((?:[\da-f]{4,8}:)?[\da-f]{2}:[\da-f]{2}\.[0-7])((?:\/[\da-f]{2}:[\da-f]{2}\.[0-7]){0,255})(?=\s|$)/i;

/** A script's listing puts the group before each line; what follows is a header like any other. */
const GROUP_PREFIX = /^\s*(?:IOMMU\s+)?group:?\s+\d+:?\s+(?=[\da-f]{2,8}:)/i;

const PROG_IF = /\s\(prog-?if ([\da-f]{2})(?: \[[^\]]{0,200}\])?\)$/i;
const REVISION = /\s\(rev ([\da-f]{2})\)$/i;
const IDS = /\s\[([\da-f]{4}):([\da-f]{4})\]$/i;
const CLASS_IN_BRACKETS = /\s?\[([\da-f]{4})\]$/i;
const CLASS_NUMBER = /^(?:Class )?([\da-f]{4})$/i;

/** The start of a function's block. */
export interface HeaderStart {
  readonly address: PciAddress;
  /** What follows the address, trimmed. */
  readonly rest: string;
}

/** Finds the address that a header line begins with; `null` for any other line. */
export function headerStart(text: string): HeaderStart | null {
  const plain = text.length < 400 ? text.replace(GROUP_PREFIX, '') : text;
  const match = START.exec(plain);
  if (!match) return null;
  const first = parseAddress(match[1] ?? '');
  const last = match[2] ? parseAddress(match[2].slice(match[2].lastIndexOf('/') + 1)) : first;
  const address = first && last && { ...last, domain: first.domain };
  return address && { address, rest: plain.slice(match[0].length).trim() };
}

interface ClassText {
  readonly name: string | null;
  readonly code: number | null;
}

/** `PCI bridge`, `PCI bridge [0604]`, `Class [0604]`, `Class 0604` or `0604`. */
function parseClass(text: string): ClassText {
  const bracketed = CLASS_IN_BRACKETS.exec(text);
  const name = bracketed ? text.slice(0, bracketed.index) : text;
  const number = CLASS_NUMBER.exec(name);
  const digits = bracketed?.[1] ?? number?.[1];
  return {
    name: number || name === '' || name === 'Class' ? null : name,
    code: digits === undefined ? classOfName(name) : Number.parseInt(digits, 16),
  };
}

/** Class and name; a line that was cut at the colon has the class alone. */
function splitAtColon(text: string): readonly [string, string] {
  const colon = text.indexOf(': ');
  if (colon >= 0) return [text.slice(0, colon), text.slice(colon + 2).trim()];
  return [text.endsWith(':') ? text.slice(0, -1) : '', ''];
}

/** Class names begin with a capital or a digit; `10:15.3 error: …` is a time in somebody's log. */
const NO_CLASS = /^(?:[a-z]|(?:Error|Warning|Warn|Info|Note|Notice|Debug|Failed|Fatal|Kernel)\b)/;

/**
 * How much the rest of a line reads like lspci's description of a function: `sure` with a class
 * that is known or numbered, `maybe` with some other word and a colon.
 */
export function descriptionLikeness(rest: string): 'sure' | 'maybe' | 'no' {
  if (!rest.includes(': ') && !rest.endsWith(':')) return 'no';
  const className = splitAtColon(rest)[0];
  if (parseClass(className).code !== null) return 'sure';
  return NO_CLASS.test(className) ? 'no' : 'maybe';
}

function putClass(facts: Facts, text: string, progIf: number | null, line: number): void {
  const { name, code } = parseClass(text);
  if (code !== null && code !== 0xffff)
    putFact(facts, 'classCode', (code << 8) | (progIf ?? 0), line);
  if (name !== null) putFact(facts, 'className', name, line);
}

const NO_ANSWER = 0xff;
const NO_VENDOR = 0xffff;

/**
 * Reads `VGA compatible controller [0300]: Intel Corporation Device [8086:46d1] (rev 01) (prog-if
 * 00 [VGA controller])` in all the forms that -n, -nn and older versions give it. False when it says that the function did not answer: its revision is ff then.
 */
export function readDescription(rest: string, facts: Facts, line: number): boolean {
  let text = rest;
  const progIf = PROG_IF.exec(text);
  if (progIf) text = text.slice(0, progIf.index);
  const revision = REVISION.exec(text);
  if (revision) text = text.slice(0, revision.index);
  const ids = IDS.exec(text);
  if (ids) text = text.slice(0, ids.index);

  const [className, name] = splitAtColon(text);
  const parts = splitName(name);
  const hexByte = (match: RegExpExecArray | null): number | null =>
    match && Number.parseInt(match[1] ?? '', 16);
  const answered = hexByte(revision) !== NO_ANSWER;
  putClass(facts, className, answered ? hexByte(progIf) : null, line);
  if (answered) putKnown(facts, 'revision', hexByte(revision), line);
  putKnown(facts, 'vendorName', parts.vendorName, line);
  putKnown(facts, 'deviceName', parts.deviceName, line);
  const vendor = ids ? Number.parseInt(ids[1] ?? '', 16) : parts.vendorId;
  // Virtual functions read from a file have ids of ones.
  if (vendor === NO_VENDOR) return answered;
  putKnown(facts, 'vendorId', vendor, line);
  putKnown(facts, 'deviceId', ids ? Number.parseInt(ids[2] ?? '', 16) : parts.deviceId, line);
  return answered;
}
