import { devicesBelow, familyOf, isPort } from '../../build/changes/family.ts';
import type { Fragment } from '../../build/fragment.ts';
import { settle } from '../../build/settle.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import { kindRow } from '../../sketch/kinds.ts';
import { lexLine } from '../../sketch/lexLine.ts';
import { readSketch } from '../../sketch/readSketch.ts';
import { statementRow } from '../../sketch/statements.ts';
import { PARTS_HEADING } from './partsText.ts';
import { unquoted } from './unquoted.ts';

/** Parts that were read, and what could not be. */
export interface ReadParts {
  readonly fragment: Fragment;
  /** Sentences on lines that were left out. */
  readonly leftOut: readonly string[];
}

/** More than anybody has ever sent by mail. */
const LONGEST = 1_000_000;

/**
 * Reads parts from a text: lines of a sketch, the first of which is a part that has no machine around
 * it. `null`: it is something else.
 */
export function readPartsText(text: string): ReadParts | null {
  if (text.length > LONGEST) return null;
  const lines = unquoted(text).split('\n');
  const hasHeading = lines.find((line) => line.trim() !== '')?.startsWith(PARTS_HEADING) ?? false;
  if (!hasHeading && !beginsWithPart(lines)) return null;
  const holder = freeName(text);
  const read = readSketch(withHolder(lines, holder), null);
  const errors = read.problems.filter(({ severity }) => severity === 'error');
  const fragment = fragmentOf(read.machine, holder);
  return fragment && { fragment, leftOut: errors.map((problem) => problem.text) };
}

type Line = 'part' | 'whole' | 'origin' | 'other' | 'nothing';

/** What a line that is not indented is about. */
function kindOf(line: string): Line {
  const [first, second] = lexLine(line).words;
  if (!first) return 'nothing';
  if (!first.isName && !first.isQuoted && statementRow(first.text)) {
    return first.text === 'origin' ? 'origin' : 'other';
  }
  const kind = first.isName ? second : first;
  const row = kind && !kind.isQuoted ? kindRow(kind.text) : undefined;
  if (!row) return 'other';
  return row.below.includes('top') ? 'whole' : 'part';
}

/**
 * A line that names a part, or says nothing but its kind and attributes: a sentence that happens to
 * begin with "port" is none.
 */
function beginsWithPart(lines: readonly string[]): boolean {
  const first = lines.find((line) => !['nothing', 'origin'].includes(kindOf(line)));
  if (first === undefined || kindOf(first) !== 'part') return false;
  const [word] = lexLine(first).words;
  if (word?.isName) return true;
  const { problems } = readSketch(`host h empty\n  ${first}\n`, null);
  return problems.every(({ severity }) => severity !== 'error');
}

/** The same with a host bridge that parts without one stand on. */
function withHolder(lines: readonly string[], holder: string): string {
  const before: string[] = [];
  const parts: string[] = [];
  const others: string[] = [];
  let open = others;
  for (const line of lines) {
    if (/^\S/.test(line)) {
      const kind = kindOf(line);
      if (kind === 'origin') open = before;
      else if (kind !== 'nothing') open = kind === 'part' ? parts : others;
    }
    open.push(open === parts ? `  ${line}` : line);
  }
  const held = parts.length > 0 ? [`host ${holder} empty`, ...parts] : [];
  return [...before, ...held, ...others].join('\n');
}

function fragmentOf(read: Machine, holder: string): Fragment | null {
  const { machine } = settle({ ...read, name: '', sketch: null });
  const holding = machine.hostBridges.find(({ label, id }) => (label ?? id) === holder) ?? null;
  const family = familyOf(machine);
  const devices = holding ? headsBelow(family, holding.id) : [];
  const sockets = machine.sockets.map(({ id }) => id);
  const hosts = machine.hostBridges
    .filter((host) => host.vmdFunction === null && host.id !== holding?.id)
    .map(({ id }) => id);
  if (devices.length === 0 && hosts.length === 0 && sockets.length === 0) return null;
  if (!holding || devices.length === 0) {
    const hostBridges = machine.hostBridges.filter(({ id }) => id !== holding?.id);
    return { machine: { ...machine, hostBridges }, devices: [], hosts, sockets, holder: null };
  }
  return {
    machine: onHolder(machine, holding.id, devices),
    devices,
    hosts,
    sockets,
    holder: holding.id,
  };
}

/** First functions of the devices, those below ports that are plugged into nothing included. */
function headsBelow(
  family: ReturnType<typeof familyOf>,
  above: FunctionId | HostBridgeId,
): readonly FunctionId[] {
  return devicesBelow(family, above).flatMap(([first]) => {
    if (!first) return [];
    return isPort(first) ? headsBelow(family, first.id) : [first.id];
  });
}

/** Devices that stood below a port of their own hang on the holder, and those ports go. */
function onHolder(machine: Machine, holder: HostBridgeId, heads: readonly FunctionId[]): Machine {
  const family = familyOf(machine);
  const ports = new Set(
    family
      .below(holder)
      .filter(isPort)
      .map(({ id }) => id),
  );
  if (ports.size === 0) return machine;
  const isHead = new Set(heads);
  const functions = machine.functions
    .filter(({ id }) => !ports.has(id))
    .map((fn) => {
      const isOnPort = fn.parent !== 'unknown' && ports.has(fn.parent.id as FunctionId);
      if (!isOnPort && !isHead.has(fn.id)) return fn;
      return { ...fn, parent: { kind: 'host', id: holder } as const };
    });
  const slots = machine.slots.map((slot) => ({
    ...slot,
    ports: slot.ports.filter((port) => !ports.has(port)),
  }));
  return { ...machine, functions, slots };
}

function freeName(text: string): string {
  let name = 'parts-holder';
  while (text.includes(name)) name = `${name}-`;
  return name;
}
