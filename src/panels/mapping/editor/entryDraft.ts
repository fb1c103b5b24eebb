import type { FunctionId } from '../../../model/ids.ts';
import type { RamPage, ScatterlistEntry } from '../../../model/workload.ts';
import { readAddress, readLength, readOffset } from './fieldValues.ts';
import { lengthWords } from './writePieces.ts';

/** An entry while it is being written. */
export interface EntryDraft {
  /** `null`: host memory. */
  readonly provider: FunctionId | null;
  /** Of host memory; `null`: ordinary. */
  readonly page: RamPage | null;
  readonly address: string;
  /** `BAR+offset`: `4+0x10000`; the BAR alone counts from its start. */
  readonly offset: string;
  readonly length: string;
}

export type ReadDraft =
  | { readonly ok: true; readonly value: ScatterlistEntry }
  | { readonly ok: false; readonly field: 'address' | 'offset' | 'length'; readonly why: string };

export function startDraft(entry: ScatterlistEntry): EntryDraft {
  const length = lengthWords(entry.length);
  if (entry.kind === 'ram') {
    const { address, page = null } = entry;
    return { provider: null, page, address, offset: '0+0', length };
  }
  const offset = `${entry.bar}+0x${entry.offset.toString(16)}`;
  return { provider: entry.provider, page: null, address: '0x100000000', offset, length };
}

export function readDraft({ provider, page, address, offset, length }: EntryDraft): ReadDraft {
  const long = readLength(length);
  if (provider === null) {
    const from = readAddress(address);
    if (!from.ok) return { ok: false, field: 'address', why: from.why };
    if (!long.ok) return { ok: false, field: 'length', why: long.why };
    const value = { kind: 'ram', address: from.value, length: long.value } as const;
    return { ok: true, value: page === null ? value : { ...value, page } };
  }
  const [, bar, rest = '0'] = /^\s*(?:BAR\s*)?([0-5])\s*(?:\+\s*(\S+))?\s*$/i.exec(offset) ?? [];
  const from = readOffset(rest);
  if (bar === undefined || !from.ok) {
    const why = 'A BAR from 0 to 5 and an offset into it, such as 4+0x10000.';
    return { ok: false, field: 'offset', why };
  }
  if (!long.ok) return { ok: false, field: 'length', why: long.why };
  const value = { provider, bar: Number(bar), offset: from.value, length: long.value };
  return { ok: true, value: { kind: 'peer', ...value } };
}
