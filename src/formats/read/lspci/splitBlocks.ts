import type { Problem } from '../../../base/problem.ts';
import type { TextLine } from '../textLine.ts';
import type { Block } from './block.ts';
import { indentation } from './columns.ts';
import { newSplitter, type Splitter } from './splitter.ts';
import { takeDetail } from './takeDetail.ts';
import { GROUP_HEADING, takeHeader } from './takeHeader.ts';
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

function takeForeign(state: Splitter, line: TextLine): void {
  state.foreign.push(line);
  state.interrupted = true;
  state.orphans = false;
  if (line.text.length <= LONGEST && GROUP_HEADING.test(line.text)) {
    state.listing = indentation(line.text);
  }
}

function takeLine(state: Splitter, line: TextLine, next: string): boolean {
  if (line.text.length > LONGEST) return false;
  if (takeField(state, line) || takeHeader(state, line, next)) return true;
  return (HEX_DIGIT.test(line.text) && takeHexRow(state, line)) || takeDetail(state, line);
}

/** Sorts the lines of a paste, in one pass and by each line's own content. */
export function splitBlocks(lines: readonly TextLine[]): SplitDump {
  const state = newSplitter();
  const shared = new Set<number>();
  lines.forEach((line, at) => {
    if (line.text === '' || line.text.trim() === '') {
      state.blank = true;
      return;
    }
    if (!takeLine(state, line, lines[at + 1]?.text.slice(0, LONGEST) ?? '')) {
      takeForeign(state, line);
    } else if (state.listing !== null || GROUP_HEADING.test(line.text)) {
      state.foreign.push(line);
      shared.add(line.number);
    }
  });
  return { blocks: state.blocks, foreign: state.foreign, shared, problems: state.problems };
}
