import { hex64Value } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import type { FlowEnd, FlowEngine, FlowGroup, ScatterlistEntry } from '../../model/workload.ts';
import type { SlotDraft } from '../attribute.ts';
import { FLOW_ATTRIBUTES, LINK_LINE_ATTRIBUTES, SLOT_ATTRIBUTES } from '../attributesOther.ts';
import { nameWord, quoted } from '../lexLine.ts';
import { RAM_BASE, usualBar } from '../read/readList.ts';
import { settingsOfHosts } from '../read/readSettings.ts';
import { slotLabel } from '../slotId.ts';
import { CPU } from '../values/cpu.ts';
import { writeSize } from '../values/size.ts';
import { isSame } from './isSame.ts';
import { spell } from './spell.ts';
import type { Writer } from './Writer.ts';

/** A word of a setting: in quotes where it must be. */
const plain = (text: string) => (/^[\w.:/+~@-]+$/.test(text) ? text : quoted(text));

/** What stands before the tree: name, origin, settings, slots. */
export function writeHead(writer: Writer): void {
  const { machine } = writer.machinery;
  const { settings, name, origin } = machine;
  if (name !== '') writer.line(0, ['machine', quoted(name)]);
  if (origin === 'captured') writer.line(0, ['origin captured']);
  const usualAcs = origin === 'drawn' ? 'boot' : 'as-is';
  if (settings.acsWords !== usualAcs) writer.line(0, ['acs', settings.acsWords]);
  const usual = settingsOfHosts(machine.hostBridges);
  if (!isSame(settings.cpu, usual.cpu)) {
    writer.line(0, ['cpu', settings.cpu === UNKNOWN ? '?' : plain(CPU.write(settings.cpu))]);
  }
  if (settings.kernel !== UNKNOWN || settings.cmdline !== UNKNOWN) {
    const kernel = settings.kernel === UNKNOWN ? '?' : plain(settings.kernel);
    const cmdline = settings.cmdline === UNKNOWN ? [] : [quoted(settings.cmdline)];
    writer.line(0, ['kernel', kernel, ...cmdline]);
  }
  if (settings.iommu !== usual.iommu || settings.iommuMode !== UNKNOWN) {
    const hardware = settings.iommu === UNKNOWN ? '?' : settings.iommu;
    const mode = settings.iommuMode === UNKNOWN ? [] : [settings.iommuMode ?? '-'];
    writer.line(0, ['iommu', hardware, ...mode]);
  }
  writeSlots(writer);
}

/** Safe without quotes where nothing but a name can stand. */
const PLAIN_SLOT = /^[A-Za-z0-9_](?:[\w.@:-]*\w)?$/;

function writeSlots(writer: Writer): void {
  const { isCaptured } = writer;
  const { machine } = writer.machinery;
  if (machine.slots.length > 0) writer.gap();
  const place = new Map(machine.functions.map(({ id }, index) => [id, index]));
  for (const slot of machine.slots) {
    const name = writer.nameOf(slot.id) ?? slot.id;
    // A captured one that is called by its id says what is printed beside it: a reader keeps the id then.
    const isById = isCaptured && name === slot.id && slot.label !== null;
    const usual = isById ? null : isCaptured ? slotLabel(name) : name;
    const start: SlotDraft = { lanes: null, bifurcation: null, riser: null, label: usual };
    const { words } = spell(start, slot, 'slot', SLOT_ATTRIBUTES);
    const word = PLAIN_SLOT.test(name) ? name : nameWord(name);
    writer.line(0, ['slot', words.length === 0 ? word : `${word}:`, ...words]);
    // Of a captured machine, a reader makes it again.
    if (slot.id !== name && !isCaptured) writer.losses.add('id');
    const places = slot.ports.map((port) => place.get(port) ?? -1);
    if (places.some((at, index) => at < (places[index - 1] ?? -1))) writer.losses.add('order');
  }
}

/** What stands after the tree: links, flows, lists, notes. */
export function writeTail(writer: Writer): void {
  const { machine } = writer.machinery;
  const known = idsOf(machine);
  const hasAll = (ids: readonly (string | null)[]) => {
    const isWhole = ids.every((id) => id === null || id === UNKNOWN || known.has(id));
    if (!isWhole) writer.losses.add('reference');
    return isWhole;
  };
  writer.gap();
  for (const { from, to, bytesPerSecond, latencyNs } of machine.socketLinks) {
    if (!hasAll([from, to])) continue;
    const figures = { bytesPerSecond, latencyNs };
    const none = { bytesPerSecond: null, latencyNs: null };
    const { words } = spell(none, figures, 'link', LINK_LINE_ATTRIBUTES);
    const word = socketLinkWord(machine);
    writer.line(0, ['link', word, writer.reference(from), '--', writer.reference(to), ...words]);
  }
  for (const { kind, from, to, label } of machine.sideLinks) {
    if (!hasAll([from, to])) continue;
    const text = label === null ? [] : [quoted(label)];
    writer.line(0, ['link', kind, writer.reference(from), '--', writer.reference(to), ...text]);
  }
  writer.gap();
  writeWorkload(writer, hasAll);
  writer.gap();
  for (const { about, on, text } of machine.notes) {
    if (!hasAll([about])) continue;
    const part = about === null ? [] : [writer.reference(about)];
    writer.line(0, ['note', ...(on === 'link' ? ['above'] : []), ...part, quoted(text)]);
  }
}

function idsOf({ functions, hostBridges, sockets, slots, workload }: Machine): ReadonlySet<string> {
  const things = [functions, hostBridges, sockets, slots, workload.scatterlists];
  return new Set(things.flatMap((list) => list.map(({ id }): string => id)));
}

/** The maker's word for it; the document does not tell them apart. */
function socketLinkWord({ settings }: Machine): string {
  const isAmd = settings.cpu !== UNKNOWN && settings.cpu.vendor === 'AuthenticAMD';
  return isAmd ? 'xgmi' : 'upi';
}

type HasAll = (ids: readonly (string | null)[]) => boolean;

function writeWorkload(writer: Writer, hasAll: HasAll): void {
  const { machine } = writer.machinery;
  const { flows, groups, scatterlists } = machine.workload;
  const names = workloadNames(writer);
  const nothing = { sizeBytes: null, queueDepth: null, rateBytesPerSecond: null };
  const end = (each: FlowEnd) => flowEnd(writer, each, names);
  scatterlists.forEach(({ id, client, entries }) => {
    const providers = entries.flatMap((entry) => (entry.kind === 'peer' ? [entry.provider] : []));
    if (!hasAll([client, ...providers])) return;
    const name = names.get(id);
    const pieces = listPieces(writer, entries).join(', ');
    writer.line(0, [
      'list',
      ...(name === undefined ? [] : [name === 'on' ? quoted(name) : nameWord(name)]),
      'on',
      `${writer.reference(client)}:`,
      ...(pieces === '' ? [] : [pieces]),
    ]);
  });
  flows.forEach((flow) => {
    const { from, to, operation, by, bothWays } = flow;
    if (!hasAll([...endIds(from), ...endIds(to), ...engineIds(by)])) return;
    const name = names.get(flow.id);
    const { words } = spell(nothing, flow, 'flow', FLOW_ATTRIBUTES);
    const isBackwards = operation === 'read' && !bothWays;
    writer.line(0, [
      'flow',
      ...(name === undefined ? [] : [`${nameWord(name)}:`]),
      end(isBackwards ? to : from),
      bothWays ? '<->' : isBackwards ? '<-' : '->',
      end(isBackwards ? from : to),
      operation,
      ...(by === null ? [] : ['by', engine(writer, by)]),
      ...words,
    ]);
  });
  groups.forEach((group) => {
    const { members, pattern, operation } = group;
    const through = group.through ? [group.through] : [];
    if (!hasAll([...members, ...through].flatMap(endIds))) return;
    const name = names.get(group.id);
    const figures = { ...nothing, sizeBytes: group.sizeBytes };
    const { words } = spell(nothing, figures, 'group', FLOW_ATTRIBUTES);
    const word = PATTERN_WORDS[pattern];
    const ends = members.map(end);
    const first = ends[0] ?? '';
    const isChain = pattern === 'ring' && ends.length > 1;
    writer.line(0, [
      'group',
      ...(name === undefined ? [] : [`${nameWord(name)}:`]),
      isChain ? [...ends, first].join(' -> ') : `${word}(${ends.join(' ')})`,
      operation,
      ...words,
      ...through.map((each) => `through=${end(each)}`),
    ]);
  });
}

const PATTERN_WORDS: Readonly<Record<FlowGroup['pattern'], string>> = {
  'all-to-all': 'all',
  'nvme-of': 'nvmeof',
  ring: 'ring',
  incast: 'incast',
  sequence: 'sequence',
};

/** Flows, groups and lists have names of their own; one that nothing calls needs none. */
function workloadNames(writer: Writer): ReadonlyMap<string, string> {
  const { flows, groups, scatterlists } = writer.machinery.machine.workload;
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const give = (id: string, wish: string) => {
    let name = wish;
    for (let number = 2; taken.has(name); number++) name = `${wish}~${number}`;
    if (name !== wish) writer.losses.add('name');
    taken.add(name);
    names.set(id, name);
    if (name !== id) writer.losses.add('id');
  };
  const all = [
    ...scatterlists.map((list, index) => ({ ...list, made: `list${index + 1}` })),
    ...flows.map((flow, index) => ({ ...flow, made: `flow${index + 1}` })),
    ...groups.map((group, index) => ({ ...group, made: `group${index + 1}` })),
  ];
  for (const { id, label } of all) if (label !== null && label !== '') give(id, label);
  for (const { id, label, made } of all) {
    if ((label === null || label === '') && id !== made) give(id, id);
  }
  return names;
}

const endIds = (end: FlowEnd): readonly (string | null)[] =>
  end.kind === 'memory' ? [end.socket] : [end.id];
const engineIds = (by: FlowEngine | null): readonly (string | null)[] =>
  by === null ? [] : by.kind === 'cpu' ? [by.socket] : [by.id];

/** `0` for the socket with that number alone, else its name after an `@`. */
function socketWord(writer: Writer, id: string | null): string {
  if (id === null) return '';
  const { sockets } = writer.machinery.machine;
  const socket = sockets.find((each) => each.id === id);
  const number = socket?.numaNode ?? null;
  const isFirst = sockets.find(({ numaNode }) => numaNode === number)?.id === id;
  if (number !== null && number >= 0 && number <= 99_999 && isFirst) return String(number);
  return `@${writer.reference(id)}`;
}

function flowEnd(writer: Writer, end: FlowEnd, names: ReadonlyMap<string, string>): string {
  if (end.kind === 'memory') return `ram${socketWord(writer, end.socket)}`;
  if (end.kind === 'function') return writer.reference(end.id);
  return nameWord(names.get(end.id) ?? end.id);
}

function engine(writer: Writer, by: FlowEngine): string {
  if (by.kind === 'function') return writer.reference(by.id);
  return `cpu${socketWord(writer, by.socket)}/${by.caching}`;
}

/** Entries, with runs of equal pieces of memory taken together where a reader would make the same of them. */
function listPieces(writer: Writer, entries: readonly ScatterlistEntry[]): readonly string[] {
  const words: string[] = [];
  let ram = RAM_BASE;
  for (let at = 0; at < entries.length; ) {
    const entry = entries[at];
    if (!entry) break;
    if (entry.kind === 'peer') {
      const fn = writer.machinery.byId.get(entry.provider);
      const bar = entry.bar === usualBar(fn) ? '' : `[${entry.bar}]`;
      const { offset, length } = entry;
      words.push(
        `${writer.reference(entry.provider)}${bar}+${writeSize(offset)}+${writeSize(length)}`,
      );
      at++;
      continue;
    }
    const run = runAt(entries, at, ram);
    const page = entry.page === undefined ? '' : ` ${entry.page}`;
    if (run)
      words.push(
        `ram ${run.count} x ${writeSize(entry.length)}${run.scattered ? ' scattered' : ''}${page}`,
      );
    else words.push(`ram ${entry.address}+${writeSize(entry.length)}${page}`);
    for (const next = at + (run?.count ?? 1); at < next; at++) {
      const piece = entries[at];
      if (piece?.kind !== 'ram') continue;
      const end = hex64Value(piece.address) + BigInt(piece.length);
      if (end > ram) ram = end;
    }
  }
  return words;
}

/** A run that begins where a list's memory begins and goes on evenly. */
function runAt(
  entries: readonly ScatterlistEntry[],
  at: number,
  ram: bigint,
): { readonly count: number; readonly scattered: boolean } | null {
  const first = entries[at];
  if (first?.kind !== 'ram' || hex64Value(first.address) !== ram || first.length < 1) return null;
  for (const scattered of [true, false]) {
    const step = BigInt(first.length) * (scattered ? 2n : 1n);
    let count = 1;
    for (; at + count < entries.length; count++) {
      const next = entries[at + count];
      const wanted = ram + step * BigInt(count);
      if (next?.kind !== 'ram' || next.length !== first.length || next.page !== first.page) break;
      if (hex64Value(next.address) !== wanted) break;
    }
    if (count > 1) return { count, scattered };
  }
  return null;
}
