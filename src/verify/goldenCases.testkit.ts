import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { GoldenCase } from './goldenCase.ts';
import { readGoldenCase } from './readGoldenCase.ts';

/** Packed cases by the kernel that answered; `ref` holds more of 6.12, which others refer to. */
export const GOLDEN_PACKS = [
  '5.4',
  '5.10',
  '5.15',
  '6.1',
  '6.6',
  '6.12.15',
  '6.12',
  'ref',
  '6.18',
  '7.0',
] as const;
export type GoldenPack = (typeof GOLDEN_PACKS)[number];

const FOLDER = new URL('../../fixtures/golden/cases/', import.meta.url);

const unpacked = new Map<GoldenPack, ReadonlyMap<string, string>>();

/** The cases of a pack as JSON texts, by id. */
export function goldenTexts(pack: GoldenPack): ReadonlyMap<string, string> {
  let texts = unpacked.get(pack);
  if (!texts) {
    const lines = gunzipSync(readFileSync(new URL(`${pack}.jsonl.gz`, FOLDER)))
      .toString()
      .split('\n')
      .filter(Boolean);
    texts = new Map(lines.map((line) => [/^\{"id":"([^"]+)"/.exec(line)?.[1] ?? '', line]));
    unpacked.set(pack, texts);
  }
  return texts;
}

/** The 6.12 case that another one refers to. */
export const goldenReference = (id: string): string | null =>
  goldenTexts('6.12').get(id) ?? goldenTexts('ref').get(id) ?? null;

/** A case in its two halves. */
export function goldenCase(pack: GoldenPack, id: string): GoldenCase {
  const text = goldenTexts(pack).get(id);
  if (text === undefined) throw new Error(`no golden case ${id} of ${pack}`);
  return readGolden(text);
}

/** Any text of a case, in its two halves. */
export function readGolden(text: string): GoldenCase {
  const read = readGoldenCase(text, goldenReference);
  if (!read.ok) throw new Error(read.error.text);
  return read.value;
}
