import type { TextLine } from '../textLine.ts';
import type { Block } from './block.ts';
import { indentation } from './columns.ts';
import { markCut, showsEnd } from './cutBlocks.ts';
import { isKnownDetail } from './detailLine.ts';
import { readsLikeDetail } from './likelyDetail.ts';
import { openingOf } from './openingLine.ts';
import { loseBlock, type Splitter, showsLostHeader, tookLine } from './splitter.ts';
import { continuesDetail, continuesHeader } from './wrappedLine.ts';

/** A line that is broken more often than this is not one line. */
const MOST_JOINS = 4;

/** A line of words before any block, or after one that was given up. */
function takeStray(state: Splitter, line: TextLine, trimmed: string, indented: boolean): boolean {
  if (state.orphans) return indented || isKnownDetail(trimmed);
  if (openingOf(trimmed) === null) return false;
  loseBlock(state, line);
  return true;
}

/**
 * May a line that follows a blank one belong to the block before it? lspci ends a block with a
 * blank line; some mail programs put one after every line, and now and then one gets in between.
 */
function reachesOverBlank(state: Splitter, block: Block, trimmed: string): boolean {
  if (block.details.length > 0) return openingOf(trimmed) === null;
  if (block.space !== null || state.interrupted) return false;
  state.doubleSpaced = true;
  return true;
}

function joinToDetail(state: Splitter, block: Block, detail: TextLine, line: TextLine): void {
  block.details[block.details.length - 1] = {
    number: detail.number,
    text: `${detail.text} ${line.text.trim()}`,
  };
  state.previous = line.text;
  state.joins += 1;
}

/** Joins the second half of a broken line to the first. */
function takeContinuation(state: Splitter, line: TextLine, trimmed: string): boolean {
  const { block } = state;
  const mayJoin = !state.interrupted && !state.blank && state.joins < MOST_JOINS;
  if (!block || !mayJoin || block.space !== null) return false;
  const detail = block.details.at(-1);
  if (detail) {
    if (!continuesDetail(state.previous, trimmed)) return false;
    joinToDetail(state, block, detail, line);
    return true;
  }
  if (!continuesHeader(block.header, state.previous, trimmed)) return false;
  block.header = `${block.header} ${trimmed}`;
  state.previous = line.text;
  state.joins += 1;
  return true;
}

/**
 * The flags of ACSCap and ACSCtl stand in one line, and the group at the end of Flags; a second
 * line was broken off, and re-indented.
 */
function endsBrokenLine(detail: TextLine | undefined, trimmed: string): detail is TextLine {
  return (
    detail !== undefined &&
    ((/^ACSC(?:ap|tl):/.test(detail.text) && /^[A-Z][A-Za-z]+[+-]/.test(trimmed)) ||
      (/^Flags: .*,$/.test(detail.text) && /^(?:NUMA node|IOMMU group) \d/.test(trimmed)))
  );
}

/** Adds a line to the block; where others stood before it, some may be missing. */
function pushDetail(state: Splitter, block: Block, line: TextLine, trimmed: string): true {
  if (state.interrupted) markCut(block);
  block.details.push({ number: line.number, text: trimmed });
  tookLine(state, line.text);
  return true;
}

/**
 * A line at the margin, in a block that lost its indentation, of which nothing is kept or that
 * follows one that was not understood.
 */
function takeFlat(state: Splitter, block: Block, line: TextLine, trimmed: string): boolean {
  const adjoins = state.flat && !state.blank && (!state.interrupted || state.refused);
  if (!adjoins || showsEnd(block) || !readsLikeDetail(trimmed)) return false;
  return pushDetail(state, block, line, trimmed);
}

/** Takes a line of words that belongs to a function's details. */
export function takeDetail(state: Splitter, line: TextLine): boolean {
  const { block } = state;
  const trimmed = line.text.trim();
  const indented = indentation(line.text) > state.margin;
  if (!block) return takeStray(state, line, trimmed, indented);

  const afterBlank = state.blank && !state.doubleSpaced;
  if (!indented || afterBlank || state.interrupted || state.flat) {
    const known = isKnownDetail(trimmed);
    const isApart = state.interrupted && !(state.flat && state.refused);
    const isLoose = afterBlank || (isApart && !state.doubleSpaced);
    if (!indented && (!known || isLoose)) {
      return takeContinuation(state, line, trimmed) || takeFlat(state, block, line, trimmed);
    }
    if (!known) return takeFlat(state, block, line, trimmed);
    if (afterBlank && !reachesOverBlank(state, block, trimmed)) {
      loseBlock(state, line);
      return true;
    }
    if (!indented) state.flat = true;
  }
  if (showsLostHeader(state, trimmed)) {
    loseBlock(state, line);
    return true;
  }
  const detail = block.details.at(-1);
  if (state.joins < MOST_JOINS && endsBrokenLine(detail, trimmed)) {
    joinToDetail(state, block, detail, line);
    return true;
  }
  return pushDetail(state, block, line, trimmed);
}
