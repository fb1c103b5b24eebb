import { hex64, hex64Value, parseHex64 } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { RAM_PAGES, type ScatterlistEntry } from '../../model/workload.ts';
import { lexLine, type Word } from '../lexLine.ts';
import { readSize } from '../values/size.ts';
import type { Draft } from './Draft.ts';
import type { References } from './References.ts';
import { type StatementLine, show } from './readLines.ts';

/** Where memory lies that a list gives no address for: above 4 GiB, each list the same. */
export const RAM_BASE = 0x1_0000_0000n;
const MOST_PIECES = 65_536;

export interface ListRead {
  readonly name: Word | null;
  readonly client: FunctionId;
  readonly entries: readonly ScatterlistEntry[];
}

/** `list NAME on CLIENT: ENTRY, ENTRY`; `null`: told. */
export function readList(
  draft: Draft,
  refs: References,
  statement: StatementLine,
): ListRead | null {
  const { line, at, words } = statement;
  const isNamed = words[0] !== undefined && (words[0].isQuoted || words[0].text !== 'on');
  const name = isNamed ? (words[0] ?? null) : null;
  const [on, client, ...rest] = words.slice(isNamed ? 1 : 0);
  if (on?.text !== 'on' || !client) {
    draft.problems.error(line, on ?? at, 'list expects the device that it is for.', {
      instead: 'list L on nic0: ram 16 x 4K scattered',
    });
    return null;
  }
  const id = refs.functionNamed(client.value, line, client);
  let ram = RAM_BASE;
  const entries: ScatterlistEntry[] = [];
  for (const entry of entriesOf(rest)) {
    const read = readEntry(draft, refs, line, entry, ram);
    if (!read) continue;
    if (entries.length + read.length > MOST_PIECES) {
      draft.problems.error(line, entry[0] ?? at, `A list has at most ${MOST_PIECES} pieces.`);
      break;
    }
    entries.push(...read);
    for (const piece of read) {
      if (piece.kind !== 'ram') continue;
      const end = hex64Value(piece.address) + BigInt(piece.length);
      if (end > ram) ram = end;
    }
  }
  return id === undefined ? null : { name, client: id, entries };
}

/** Words between commas; a comma may stand inside a word or by itself. */
function entriesOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const entries: Word[][] = [[]];
  for (const word of words) {
    for (const [index, piece] of pieces(word).entries()) {
      if (index > 0) entries.push([]);
      if (piece) entries.at(-1)?.push(piece);
    }
  }
  return entries.filter((entry) => entry.length > 0);
}

function pieces(word: Word): readonly (Word | null)[] {
  const cuts: number[] = [];
  let isQuoted = false;
  for (let at = 0; at < word.text.length; at++) {
    const char = word.text[at];
    if (isQuoted && char === '\\') at++;
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === ',' && !isQuoted) cuts.push(at);
  }
  if (cuts.length === 0) return [word];
  return [...cuts, word.text.length].map((end, index) => {
    const start = index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1;
    const [inner] = lexLine(word.text.slice(start, end)).words;
    return inner ? { ...inner, from: word.from + start, to: word.from + end } : null;
  });
}

function readEntry(
  draft: Draft,
  refs: References,
  line: number,
  entry: readonly Word[],
  ram: bigint,
): readonly ScatterlistEntry[] | null {
  const [first, ...rest] = entry;
  if (!first) return null;
  const isRam = first.text === 'ram';
  const read = isRam ? readRam(rest, ram) : readPeer(refs, line, first, rest);
  if (read === null) return null;
  if (read) return read;
  draft.problems.error(
    line,
    { from: first.from, to: (entry.at(-1) ?? first).to },
    `${show(entry.map(({ text }) => text).join(' '))} is no piece of memory.`,
    {
      hint: 'Write ram 0x40001000+4K, ram 16 x 4K scattered, or nvme0+0+8K (device, offset, length); fs-dax, device-dax or highmem may stand behind RAM.',
    },
  );
  return null;
}

/** `undefined`: it is no such entry. */
function readRam(words: readonly Word[], ram: bigint): readonly ScatterlistEntry[] | undefined {
  const last = words.at(-1)?.text.toLowerCase();
  const page = RAM_PAGES.find((each) => each === last);
  const bare = readPlainRam(page === undefined ? words : words.slice(0, -1), ram);
  return page === undefined ? bare : bare?.map((entry) => ({ ...entry, page }));
}

type RamEntry = ScatterlistEntry & { readonly kind: 'ram' };

function readPlainRam(words: readonly Word[], ram: bigint): readonly RamEntry[] | undefined {
  const text = words.map((word) => word.text).join(' ');
  const single = /^(0x[0-9a-f]{1,16})\+(\S+)$/i.exec(text);
  if (single) {
    const address = parseHex64(single[1] ?? '');
    const length = readSize(single[2] ?? '');
    return address && length !== null ? [{ kind: 'ram', address, length }] : undefined;
  }
  const many = /^(\d{1,6}) x (\S+)( scattered)?$/i.exec(text);
  const length = readSize(many?.[2] ?? '');
  const count = Number(many?.[1]);
  if (!many || length === null || length < 1 || count < 1 || count > MOST_PIECES) return undefined;
  const step = BigInt(length) * (many[3] ? 2n : 1n);
  if (ram + step * BigInt(count) >= 1n << 64n) return undefined;
  return Array.from({ length: count }, (_, index) => ({
    kind: 'ram',
    address: hex64(ram + step * BigInt(index)),
    length,
  }));
}

/** `null`: told already. */
function readPeer(
  refs: References,
  line: number,
  word: Word,
  more: readonly Word[],
): readonly ScatterlistEntry[] | null | undefined {
  const match = /^([\s\S]+?)(?:\[(\d{1,2})\])?\+([^+\s]+)\+([^+\s]+)$/.exec(word.value);
  const offset = readSize(match?.[3] ?? '');
  const length = readSize(match?.[4] ?? '');
  if (!match || more.length > 0 || offset === null || length === null) return undefined;
  const provider = refs.functionNamed(match[1] ?? '', line, word);
  if (provider === undefined) return null;
  const bar = match[2] === undefined ? usualBar(refs.functionOf(provider)) : Number(match[2]);
  return [{ kind: 'peer', provider, bar, offset, length }];
}

/** The BAR that a list means where it names none: that of the memory for peers, else the largest. */
export function usualBar(fn: PciFunction | undefined): number {
  const [memory] = fn?.p2pMemory ?? [];
  if (memory) return memory.bar;
  if (!fn || fn.bars === UNKNOWN) return 0;
  let best = 0;
  let most = -1;
  for (const { index, kind, size } of fn.bars) {
    if (kind !== 'memory' || size === UNKNOWN || size <= most) continue;
    [best, most] = [index, size];
  }
  return best;
}
