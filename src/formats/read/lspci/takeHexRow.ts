import { problemWarning } from '../../../base/problem.ts';
import { formatAddress } from '../../../model/address.ts';
import type { TextLine } from '../textLine.ts';
import { spaceOf } from './block.ts';
import { parseHexRow, putHexRow } from './hexRow.ts';
import { loseBlock, type Splitter, tookLine } from './splitter.ts';

const ROW_LENGTH = 16;

/** Is this the first row of a dump of which every line, the header too, has a blank one behind it? */
function opensDoubleSpaced(state: Splitter, offset: number): boolean {
  const { block } = state;
  if (!block || !state.blank || state.interrupted || offset !== 0) return false;
  if (block.space !== null || block.details.length > 0) return false;
  return block.header === '' || state.apart;
}

/** Takes a row of a hexadecimal dump. */
export function takeHexRow(state: Splitter, line: TextLine): boolean {
  const row = parseHexRow(line.text);
  if (!row) return false;
  const { block } = state;
  const end = block?.space?.end ?? 0;
  if (opensDoubleSpaced(state, row.offset)) state.doubleSpaced = true;
  // After a blank line only a row that continues the dump; a second first row is another function's.
  const isDetached = state.blank && !state.doubleSpaced && (end === 0 || row.offset !== end);
  const startsAgain = row.offset === 0 && end > ROW_LENGTH && state.previous !== line.text;
  if (!block || isDetached || startsAgain) {
    if (block || row.damage === null) loseBlock(state, line);
    return state.orphans;
  }
  const damage = putHexRow(spaceOf(block, line.number), row);
  if (damage !== null) {
    const text = `A line of the hexadecimal dump ${damage}: "${line.text.trim().slice(0, 60)}".`;
    const where = formatAddress(block.address);
    const place = { line: line.number, where };
    const isCut = damage === row.damage;
    state.problems.push(problemWarning(text, isCut ? { ...place, treatment: 'ignored' } : place));
  }
  tookLine(state, line.text);
  return true;
}
