import type { TextLine } from '../textLine.ts';
import { type Block, blankBlock } from './block.ts';
import { indentation } from './columns.ts';
import { isKnownDetail } from './detailLine.ts';
import { descriptionLikeness, headerStart } from './headerLine.ts';
import { recordAddress } from './machineReadable.ts';
import { type Splitter, startBlock } from './splitter.ts';

/** `IOMMU Group 12:` of the scripts that people use; the lines below it tell the group as well. */
export const GROUP_HEADING = /^[\s#*-]*IOMMU[ _-]?group\s{0,3}#?\d/i;

const FIRST_HEX_ROW = /^\s*00: [\da-f]{2} /i;

/** A line that starts a block, if this is one. */
function headerBlock(state: Splitter, line: TextLine, next: string): Block | null {
  const record = recordAddress(line.text);
  if (record) return blankBlock(record, 'record', '', line.number);
  const start = headerStart(line.text);
  if (!start) return null;
  const { address, rest } = start;
  if (rest.startsWith('"')) return blankBlock(address, 'quoted', rest, line.number);
  const likeness = descriptionLikeness(rest);
  if (likeness === 'sure') return blankBlock(address, 'plain', rest, line.number);

  // An address with other words behind it: a header if what stands around it is lspci's.
  const isFollowed = FIRST_HEX_ROW.test(next) || (/^\s/.test(next) && isKnownDetail(next.trim()));
  const isInList =
    likeness === 'maybe' &&
    ((state.block !== null && !state.interrupted && !state.blank) || headerStart(next) !== null);
  return isFollowed || isInList ? blankBlock(address, 'plain', rest, line.number) : null;
}

/** Takes a line that begins a function. */
export function takeHeader(state: Splitter, line: TextLine, next: string): boolean {
  const block = headerBlock(state, line, next);
  if (!block) return false;
  if (state.listing !== null && indentation(line.text) <= state.listing) state.listing = null;
  startBlock(state, block, line.text);
  return true;
}
