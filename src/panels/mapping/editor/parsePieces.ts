import { type Hex64, hex64, hex64Value } from '../../../base/hex.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { RAM_PAGES, type ScatterlistEntry } from '../../../model/workload.ts';
import { readSize } from '../../../sketch/values/size.ts';
import type { FieldValue } from '../../fields/fieldValue.ts';
import { readAddress, readLength, readOffset } from './fieldValues.ts';
import { LONGEST_ENTRY, MOST_ENTRIES, PAGE, RAM_BASE } from './limits.ts';

/** A line that is no memory: what it says, and what was expected. */
export interface PieceProblem {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

export interface ReadPieces {
  readonly entries: readonly ScatterlistEntry[];
  readonly problems: readonly PieceProblem[];
}

/** What a name in front of an offset stands for; the BAR is that of its memory for peers. */
export type PeerNamed = (name: string) => { readonly id: FunctionId; readonly bar: number } | null;

export const PIECE_FORMS =
  'address+length (0x123456000+0x1000), a range (10000000-10000fff), a length (4K) or device+offset+length (nvme0+0+8K)';

/**
 * A line of a log that names both, whatever stands before: as NVMe prints a list that it cannot map
 * (`sg[0] phys_addr:… offset:… length:…`, nvme_print_sgl() in drivers/nvme/host/pci.c), and as the
 * trace event iommu:map does (`IOMMU: iova=… paddr=… size=…`, include/trace/events/iommu.h).
 */
const PRINTED =
  /\b(?:phys_addr|paddr|phys)[:=] ?(0x[0-9a-f]+)\b.*?\b(?:length|size|len)[:=] ?(\w+)/i;
const SUM = /^((?:0x)?[0-9a-f_]+)\+(\S+)$/i;
/** With a space between, the address has to look like one. */
const SPACED = /^(0x[0-9a-f_]+)\s+(\w+)$/i;
/** A device from the start of its memory. */
const FROM_START = /^(.+?)(?:\[(\d)\])?\+([^+\s]+)$/;
/** Two numbers and nothing else, the first with `0x`: address and length, or two lengths? */
const PAIR = /^(0x[0-9a-f_]+)\s*,\s*(\w+)$/i;
const RANGE = /^((?:0x)?[0-9a-f]+)-((?:0x)?[0-9a-f]+)$/i;
const PEER = /^(.+?)(?:\[(\d)\])?\+([^+\s]+)\+([^+\s]+)$/;

/**
 * Memory as people write it and as kernels print it, one piece a line or between commas. All or
 * nothing: with a problem, `entries` is what could be read nevertheless, and nobody should use it.
 *
 * A number behind an address without `0x` is hexadecimal like the address, as in logs; behind one with
 * it, a size. Pieces of which only the length is given follow one another, a page apart.
 */
export function parsePieces(text: string, peerNamed: PeerNamed): ReadPieces {
  const entries: ScatterlistEntry[] = [];
  const problems: PieceProblem[] = [];
  let free = RAM_BASE;
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const bare = line.replace(/#.*$/, '').trim();
    const pair = PAIR.exec(bare);
    if (pair && readSize(pair[2] ?? '') !== null) {
      const read = readPair(pair[1] ?? '', pair[2] ?? '');
      if (read.ok) {
        entries.push(read.value);
        free = later(free, read.value);
      } else problems.push({ line: at + 1, found: bare, expected: read.why });
      continue;
    }
    const pieces = PRINTED.test(bare) ? [bare] : bare.split(/[,;]/);
    for (const each of pieces) {
      const piece = plain(each);
      if (piece === '') continue;
      const read = readPaged(piece, free, peerNamed);
      if (!read.ok) {
        problems.push({ line: at + 1, found: piece, expected: read.why });
        continue;
      }
      entries.push(read.value);
      if (read.value.kind === 'ram') free = later(free, read.value);
    }
  }
  if (entries.length > MOST_ENTRIES) {
    const expected = `at most ${MOST_ENTRIES} pieces`;
    problems.push({ line: 1, found: `${entries.length} pieces`, expected });
  }
  return { entries, problems };
}

/** Without what surrounds it in logs: `[mem 0x10000000-0x10000fff]`, `ram 0x…`. */
function plain(piece: string): string {
  const inner = /^\[\s*(?:mem\s+)?(\S+)[^\]]*\](?:\s+\w+)*$/.exec(piece.trim());
  const bare = (inner?.[1] ?? piece).trim();
  return bare
    .replace(/^(?:ram|host|h)\s+/i, '')
    .replace(/\s*([+-])\s*/g, '$1')
    .trim();
}

const PAGED = new RegExp(`^(.+?)\\s+(${RAM_PAGES.join('|')})$`, 'i');

/** Behind RAM may stand what kind of page it is. */
function readPaged(
  piece: string,
  free: bigint,
  peerNamed: PeerNamed,
): FieldValue<ScatterlistEntry> {
  const [, bare, word] = PAGED.exec(piece) ?? [];
  const page = RAM_PAGES.find((each) => each === word?.toLowerCase());
  if (bare === undefined || page === undefined) return readPiece(piece, free, peerNamed);
  const read = readPiece(bare, free, peerNamed);
  if (!read.ok) return read;
  return read.value.kind === 'ram'
    ? { ok: true, value: { ...read.value, page } }
    : { ok: false, why: `${page} stands behind RAM only` };
}

function readPiece(
  piece: string,
  free: bigint,
  peerNamed: PeerNamed,
): FieldValue<ScatterlistEntry> {
  const printed = PRINTED.exec(piece);
  if (printed) return ram(printed[1] ?? '', printed[2] ?? '');
  const sum = SUM.exec(piece) ?? SPACED.exec(piece);
  if (sum) return ram(sum[1] ?? '', likeAddress(sum[1] ?? '', sum[2] ?? ''));
  const range = RANGE.exec(piece);
  if (range) return span(range[1] ?? '', range[2] ?? '');
  const peer = PEER.exec(piece);
  if (peer) {
    const [, name = '', bar, from = '', long = ''] = peer;
    return ofPeer({ name, bar, from, long }, peerNamed);
  }
  const [, name = '', bar, long] = FROM_START.exec(piece) ?? [];
  if (long !== undefined && peerNamed(name))
    return ofPeer({ name, bar, from: '0', long }, peerNamed);
  if (readSize(piece) === null) return { ok: false, why: PIECE_FORMS };
  const length = readLength(piece);
  return length.ok
    ? { ok: true, value: { kind: 'ram', address: hex64(free), length: length.value } }
    : length;
}

/** Behind an address without `0x`, plain digits are hexadecimal, too. */
function likeAddress(address: string, length: string): string {
  const isLog = !/^0x/i.test(address) && /^[0-9a-f]+$/i.test(length);
  return isLog ? `0x${length}` : length;
}

type RamEntry = ScatterlistEntry & { kind: 'ram' };

function ram(address: string, length: string): FieldValue<RamEntry> {
  const from = readAddress(address);
  if (!from.ok) return from;
  const long = readLength(length);
  if (!long.ok) return long;
  return { ok: true, value: { kind: 'ram', address: from.value, length: long.value } };
}

/** Address and length where no length is that long; below 4 GiB it may be either, and is not guessed. */
function readPair(first: string, second: string): FieldValue<RamEntry> {
  const from = readAddress(first);
  if (!from.ok) return from;
  if (hex64Value(from.value) > BigInt(LONGEST_ENTRY)) return ram(first, second);
  return {
    ok: false,
    why: `address+length (${first}+${second}), or two lengths, each on a line of its own`,
  };
}

/** Both ends belong to it, as in /proc/iomem. */
function span(first: string, last: string): FieldValue<ScatterlistEntry> {
  const from = readAddress(first);
  const to = readAddress(last);
  if (!from.ok) return from;
  if (!to.ok) return to;
  const length = hex64Value(to.value) - hex64Value(from.value) + 1n;
  if (length < 1n) return { ok: false, why: 'a range that ends behind its beginning' };
  return ram(from.value, String(length));
}

interface PeerPiece {
  readonly name: string;
  readonly bar: string | undefined;
  readonly from: string;
  readonly long: string;
}

function ofPeer(
  { name, bar, from, long }: PeerPiece,
  peerNamed: PeerNamed,
): FieldValue<ScatterlistEntry> {
  const provider = peerNamed(name);
  if (!provider) return { ok: false, why: `a device with memory; none here is called ${name}` };
  const offset = readOffset(from);
  if (!offset.ok) return offset;
  const length = readLength(long);
  if (!length.ok) return length;
  return {
    ok: true,
    value: {
      kind: 'peer',
      provider: provider.id,
      bar: bar === undefined ? provider.bar : Number(bar),
      offset: offset.value,
      length: length.value,
    },
  };
}

/** The first page behind all that was given, with one between that keeps them apart. */
function later(free: bigint, { address, length }: { address: Hex64; length: number }): bigint {
  const end = hex64Value(address) + BigInt(length);
  const page = BigInt(PAGE);
  const next = ((end + page - 1n) / page + 1n) * page;
  return next > free ? next : free;
}
