import type { Problem } from '../../../base/problem.ts';
import type { TextLine } from '../textLine.ts';
import type { Block } from './block.ts';
import { indentation } from './columns.ts';
import { dropOpenLine, markCut, settleCuts } from './cutBlocks.ts';
import { isKnownDetail } from './detailLine.ts';
import { isComplaint, isElision, isSomebodyElses } from './foreignLine.ts';
import { leaveBlock, newSplitter, type Splitter } from './splitter.ts';
import { takeDetail } from './takeDetail.ts';
import { followerOf, GROUP_HEADING, takeHeader } from './takeHeader.ts';
import { takeHexRow } from './takeHexRow.ts';

/** A paste, sorted into lspci's blocks and the rest. */
export interface SplitDump {
  readonly blocks: readonly Block[];
  /** Lines that belong to no block, and those that tell a function's group besides. */
  readonly foreign: readonly TextLine[];
  /** Numbers of the lines in `foreign` that belong to a block as well. */
  readonly shared: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

/** lspci's longest lines have a few hundred characters. */
const LONGEST = 2000;

const HEX_DIGIT = /^\s*[\da-f]/i;
const RECORD_FIELD = /^\s*[A-Z]\w{1,20}:/;

/** A field of a record of -vmm. */
function takeField(state: Splitter, line: TextLine): boolean {
  const { block } = state;
  if (block?.form !== 'record' || state.blank || !RECORD_FIELD.test(line.text)) return false;
  block.details.push({ number: line.number, text: line.text.trim() });
  return true;
}

/** Says what a line that was not taken means for the block before it. */
function interruptBlock(state: Splitter, text: string): void {
  const { block } = state;
  const isElse = isSomebodyElses(text) || GROUP_HEADING.test(text);
  const adjoins = !state.blank && (!state.interrupted || state.refused);
  const refused = adjoins && !isElse && !isElision(text);
  if (block) {
    // After a blank line the `--` of grep stands between whole blocks.
    const left = isElision(text) && !(state.blank && text.trim() === '--');
    if (left || refused || isKnownDetail(text.trim())) markCut(block);
    leaveBlock(state);
  }
  state.refused = refused;
  state.interrupted = true;
}

function takeForeign(state: Splitter, line: TextLine): void {
  state.foreign.push(line);
  if (isComplaint(line.text)) return;
  interruptBlock(state, line.text.slice(0, LONGEST));
  state.orphans = false;
  if (line.text.length <= LONGEST && GROUP_HEADING.test(line.text)) {
    state.listing = indentation(line.text);
  }
}

function takeLine(state: Splitter, line: TextLine, next: string): boolean {
  if (line.text.length > LONGEST || isElision(line.text)) return false;
  if (takeField(state, line) || takeHeader(state, line, next)) return true;
  return (HEX_DIGIT.test(line.text) && takeHexRow(state, line)) || takeDetail(state, line);
}

/** Sorts the lines of a paste, in one pass and by each line's own content. */
export function splitBlocks(lines: readonly TextLine[]): SplitDump {
  const state = newSplitter();
  const shared = new Set<number>();
  lines.forEach((line, at) => {
    if (line.text === '' || line.text.trim() === '') {
      // What follows the last line break is no line.
      if (at < lines.length - 1) state.blank = true;
      return;
    }
    if (!takeLine(state, line, followerOf(lines, at).slice(0, LONGEST))) {
      takeForeign(state, line);
    } else if (state.listing !== null || GROUP_HEADING.test(line.text)) {
      state.foreign.push(line);
      shared.add(line.number);
    }
  });
  if (state.blank) leaveBlock(state);
  const last = lines.at(-1);
  const isOpen = last !== undefined && last.text !== '';
  settleCuts(state.blocks, isOpen);
  if (isOpen) dropOpenLine(state.block, last.number);
  return { blocks: state.blocks, foreign: state.foreign, shared, problems: state.problems };
}
