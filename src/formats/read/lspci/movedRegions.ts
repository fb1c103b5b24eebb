import { hex64Value } from '../../../base/hex.ts';
import { type Problem, problemNote } from '../../../base/problem.ts';
import { ROM_INDEX } from '../configSpace/bars.ts';
import type { Facts } from '../configSpace/functionFacts.ts';

/** A memory region that has an address both in words and in its register. */
export interface MovedRegion {
  readonly id: string;
  readonly index: number;
  readonly line: number | null;
  /** The CPU's address, from the words, minus the one on the bus, from the register. */
  readonly offset: bigint;
}

/** Compares the regions' addresses. An expansion ROM is left out: it may be shadowed. */
export function movedRegions(words: Facts, registers: Facts, id: string): readonly MovedRegion[] {
  const moved: MovedRegion[] = [];
  for (const bar of words.bars?.value ?? []) {
    const other = registers.bars?.value.find(({ index }) => index === bar.index);
    if (bar.index >= ROM_INDEX || bar.kind !== 'memory' || other?.kind !== 'memory') continue;
    if (bar.address === null || other.address === null) continue;
    const offset = hex64Value(bar.address) - hex64Value(other.address);
    moved.push({ id, index: bar.index, line: words.bars?.line ?? null, offset });
  }
  return moved;
}

const signed = (offset: bigint): string =>
  offset < 0n ? `-0x${(-offset).toString(16)}` : `0x${offset.toString(16)}`;

/** One note where the CPU's addresses are not those on the bus. */
export function noteMoves(moves: readonly MovedRegion[]): readonly Problem[] {
  const differing = moves.filter(({ offset }) => offset !== 0n);
  const [first] = differing;
  if (!first) return [];
  const place = { where: first.id, ...(first.line === null ? {} : { line: first.line }) };
  if (moves.every(({ offset }) => offset === first.offset)) {
    const text = `CPU and bus addresses differ by ${signed(first.offset)} on this machine; regions have the CPU's.`;
    return [problemNote(text, { ...place, treatment: 'understood' })];
  }
  const more = differing.length > 1 ? ` (and ${differing.length - 1} more like it)` : '';
  const text = `The text and the hexadecimal dump give different addresses for region ${first.index} of ${first.id}${more}. The text's are used: they are those of the CPU.`;
  return [problemNote(text, { ...place, treatment: 'guessed' })];
}
