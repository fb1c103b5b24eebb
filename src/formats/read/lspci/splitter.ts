import { type Problem, problemWarning } from '../../../base/problem.ts';
import type { TextLine } from '../textLine.ts';
import type { Block } from './block.ts';
import { indentation } from './columns.ts';
import { openingOf } from './openingLine.ts';

/** Where the sorting of a paste stands. */
export interface Splitter {
  readonly blocks: Block[];
  readonly foreign: TextLine[];
  readonly problems: Problem[];
  /** The block that lines are added to; `null` before the first and after a lost header. */
  block: Block | null;
  /** Indentation of the block's header: details stand further in. */
  margin: number;
  /** A foreign line came since the block's last one. */
  interrupted: boolean;
  /** That line may be one of the block's own, which was not understood. */
  refused: boolean;
  /** A blank line did. */
  blank: boolean;
  /** The block's header came after a blank line, or is the first. */
  apart: boolean;
  /** Every line of the block is followed by a blank one. */
  doubleSpaced: boolean;
  /** Indentation is gone: details stand at the margin. */
  flat: boolean;
  /** The block's last line as it stood, and how many lines were joined to the one before. */
  previous: string;
  joins: number;
  /** Kinds of opening lines that the block has had. */
  readonly openings: Set<string>;
  /** Indentation of a group listing's heading, while in one. */
  listing: number | null;
  /** The members of the listing are not indented. */
  flatListing: boolean;
  /** Inside a run of lines whose header is missing. */
  orphans: boolean;
}

export function newSplitter(): Splitter {
  return {
    blocks: [],
    foreign: [],
    problems: [],
    block: null,
    margin: 0,
    interrupted: false,
    refused: false,
    blank: false,
    apart: false,
    doubleSpaced: false,
    flat: false,
    previous: '',
    joins: 0,
    openings: new Set(),
    listing: null,
    flatListing: false,
    orphans: false,
  };
}

/** Notes what stands behind the block's last line. */
export function leaveBlock(state: Splitter): void {
  const { block } = state;
  if (block?.end === 'input') block.end = state.blank ? 'blank' : 'line';
}

export function startBlock(state: Splitter, block: Block, text: string): void {
  leaveBlock(state);
  state.apart = state.blank || state.blocks.length === 0;
  state.blocks.push(block);
  state.block = block;
  state.margin = indentation(text);
  state.doubleSpaced = false;
  state.flat = false;
  state.openings.clear();
  state.orphans = false;
  tookLine(state, text);
}

/** Notes that a line was added to the block. */
export function tookLine(state: Splitter, text: string): void {
  state.previous = text;
  state.joins = 0;
  state.interrupted = false;
  state.refused = false;
  state.blank = false;
  if (state.block) state.block.end = 'input';
}

/**
 * Does this line show that a new function begins here, whose header line is missing? Its details
 * must not be taken for those of the function before.
 */
export function showsLostHeader(state: Splitter, trimmed: string): boolean {
  const opening = openingOf(trimmed);
  if (opening === null) return false;
  if (state.openings.has(opening)) return state.previous.trim() !== trimmed;
  state.openings.add(opening);
  return false;
}

/** Gives up the block: this line and those that follow belong to a function without a header. */
export function loseBlock(state: Splitter, line: TextLine): void {
  leaveBlock(state);
  state.block = null;
  if (state.orphans) return;
  state.orphans = true;
  const text = 'These lines describe a function whose header line is missing; they are left out.';
  const hint = 'Copy the dump again, with the line that begins with the address.';
  state.problems.push(problemWarning(text, { line: line.number, hint, treatment: 'ignored' }));
}
