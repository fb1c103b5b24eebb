import type { TextLine } from '../textLine.ts';
import { type Block, blankBlock } from './block.ts';
import { indentation } from './columns.ts';
import { isKnownDetail } from './detailLine.ts';
import { descriptionLikeness, headerStart } from './headerLine.ts';
import { recordAddress } from './machineReadable.ts';
import { type Splitter, startBlock } from './splitter.ts';

/**
 * `IOMMU Group 12:` of the scripts that people use, where the lines below tell the group as well,
 * and `Group:  12   0000:00:1f.0 …`, which does so itself.
 */
export const GROUP_HEADING =
  /^[\s#*-]*(?:IOMMU[ _-]?group\s{0,3}#?\d|Group:?\s{1,8}\d{1,6}:?\s{1,8}[\da-f]{2,8}:)/i;

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

const BARE_ADDRESS = /^\s*[\da-f:]{5,16}\.[0-7]$/i;
/** Double-spaced text has one blank line, seldom two. */
const MOST_BLANKS = 3;

/**
 * The line that shows what the one before it is: the next, and behind a lone address also one that
 * blank lines separate from it.
 */
export function followerOf(lines: readonly TextLine[], at: number): string {
  let next = at + 1;
  if (BARE_ADDRESS.test(lines[at]?.text.slice(0, 60) ?? '')) {
    while (next <= at + MOST_BLANKS && lines[next]?.text.trim() === '') next += 1;
  }
  return lines[next]?.text ?? '';
}

/**
 * Does the header end a listing of groups? Where members stand no further in than the heading, the
 * first follows it at once, and a blank line ends them: the dump itself looks the same.
 */
function endsListing(state: Splitter, line: TextLine): boolean {
  if (state.listing === null) return false;
  const heading = state.foreign.at(-1);
  const isFirst = state.interrupted && GROUP_HEADING.test(heading?.text.slice(0, 80) ?? '');
  const depth = indentation(line.text) - state.listing;
  if (isFirst) state.flatListing = depth === 0;
  return depth < 0 || (depth === 0 && (state.blank || !state.flatListing));
}

/** Takes a line that begins a function. */
export function takeHeader(state: Splitter, line: TextLine, next: string): boolean {
  const block = headerBlock(state, line, next);
  if (!block) return false;
  if (endsListing(state, line)) state.listing = null;
  startBlock(state, block, line.text);
  return true;
}
