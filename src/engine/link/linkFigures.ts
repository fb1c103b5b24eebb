import type { LinkRate } from '../../model/linkState.ts';
import { lineCodingOf } from './lineCoding.ts';
import { generationOf, type PcieGeneration } from './pcieGeneration.ts';
import { rawBytesPerSecond } from './rawRate.ts';
import { splitTransfer, type TransferSizes, type TransferTlps } from './splitTransfer.ts';
import { tlpOverhead } from './tlpBytes.ts';

/** What is asked about a link with a device at its lower end that writes and reads. */
export interface LinkQuestion extends TransferSizes {
  readonly rate: LinkRate;
  readonly addressBits: 32 | 64;
  readonly ecrc: boolean;
  /** Part of the bytes that can be filled (η); 1: all but SKP. */
  readonly linkEfficiency: number;
  /** DLLPs (ACK and UpdateFC together) that go back for each TLP received (K). */
  readonly dllpsPerTlp: number;
}

/** What the fuller direction of a link carries, bytes/s; together all that it could. */
export interface WireParts {
  readonly payload: number;
  /** Headers, framing, LCRC, ECRC, and what fills up words. */
  readonly header: number;
  readonly dllp: number;
  readonly skp: number;
  readonly idle: number;
}

/** From the device to its port, or from the port to it. */
export type WireDirection = 'from-device' | 'to-device';

export interface LinkLoad {
  /** Payload in bytes/s: one way; of reads and writes in pairs, of each. */
  readonly bytesPerSecond: number;
  /** Which direction is full. */
  readonly full: WireDirection;
  readonly wire: WireParts;
}

/** Payload of a link, bytes/s one way. */
export interface LinkFigures {
  /** After line code. */
  readonly raw: number;
  /** The device writes and does nothing else. */
  readonly write: LinkLoad;
  readonly read: LinkLoad;
  /** As many bytes read as written, at once: each of them. */
  readonly both: LinkLoad;
  /** Both ends write: each way. */
  readonly opposed: LinkLoad;
}

/**
 * What a link carries at most when nothing but the link limits: whole transfers one after the other, with
 * their headers, the completions that answer, and a DLLP for each TLP that arrives. `null`: no generation
 * runs at that rate.
 */
export function linkFigures(question: LinkQuestion): LinkFigures | null {
  const generation = generationOf(question.rate.gts);
  const raw = rawBytesPerSecond(question.rate);
  if (generation === null || raw === null) return null;
  const { write, read } = burdensOf(question, generation);
  const both = { from: sum(write.from, read.from), to: sum(write.to, read.to) };
  const opposed = { from: sum(write.from, write.to), to: sum(write.to, write.from) };
  const load = (burden: Burden): LinkLoad => loadOf(burden, question, generation, raw);
  return { raw, write: load(write), read: load(read), both: load(both), opposed: load(opposed) };
}

/** Bytes on the wire that one transfer causes in one direction. */
interface Bytes {
  readonly payload: number;
  readonly header: number;
  readonly dllp: number;
}

/** Both directions, seen from the device. */
interface Burden {
  readonly from: Bytes;
  readonly to: Bytes;
}

function burdensOf(
  question: LinkQuestion,
  generation: PcieGeneration,
): { readonly write: Burden; readonly read: Burden } {
  const tlps = splitTransfer(question);
  const dllp = lineCodingOf(generation).dllpBytes * question.dllpsPerTlp;
  const overhead = (kind: 'write' | 'read' | 'completion') =>
    tlpOverhead(generation, kind, question);
  const payload = Math.max(0, question.sizeBytes);
  return {
    write: {
      from: { payload, header: tlps.writes * overhead('write') + fill('written'), dllp: 0 },
      to: { payload: 0, header: 0, dllp: tlps.writes * dllp },
    },
    read: {
      from: {
        payload: 0,
        header: tlps.requests * overhead('read'),
        dllp: tlps.completions * dllp,
      },
      to: {
        payload,
        header: tlps.completions * overhead('completion') + fill('completed'),
        dllp: tlps.requests * dllp,
      },
    },
  };

  function fill(what: 'written' | 'completed'): number {
    const bytes: keyof TransferTlps = `${what}Bytes`;
    return tlps[bytes] - payload;
  }
}

function sum(a: Bytes, b: Bytes): Bytes {
  return {
    payload: a.payload + b.payload,
    header: a.header + b.header,
    dllp: a.dllp + b.dllp,
  };
}

const total = ({ payload, header, dllp }: Bytes): number => payload + header + dllp;

function loadOf(
  burden: Burden,
  { linkEfficiency, sizeBytes }: LinkQuestion,
  generation: PcieGeneration,
  raw: number,
): LinkLoad {
  const skp = raw * lineCodingOf(generation).skpFraction;
  const usable = (raw - skp) * linkEfficiency;
  const full = total(burden.to) > total(burden.from) ? 'to-device' : 'from-device';
  const bytes = full === 'to-device' ? burden.to : burden.from;
  const most = total(bytes);
  const transfers = most > 0 ? usable / most : 0;
  return {
    bytesPerSecond: transfers * Math.max(0, sizeBytes),
    full,
    wire: {
      payload: transfers * bytes.payload,
      header: transfers * bytes.header,
      dllp: transfers * bytes.dllp,
      skp,
      idle: raw - skp - transfers * most,
    },
  };
}
