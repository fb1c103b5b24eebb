import type { Block } from './block.ts';
import type { TextEvidence } from './textDraft.ts';

/** Lines that -v and above print for every function that answers. */
const VERBOSE = /^(?:Control: I\/O[+-]|Status: Cap[+-]|Flags: .*devsel|Capabilities: )/;

/** What lspci prints behind the capabilities. */
const LAST_LINES = /^(?:Kernel (?:driver in use|modules)|Driver in use):/;

/** Numbers that may have had more digits. */
const OPEN_NUMBER =
  /(?:Width x|Speed |Max(?:Payload|ReadReq) |(?:second|subordin)\w+=|VFs: |stride: |offset: |ID: |node:? |group:? |#|Function: |(?:Memory|ports|ROM) at )[\da-f.]*$/;

const isVerbose = (block: Block): boolean =>
  block.form !== 'record' && block.details.some(({ text }) => VERBOSE.test(text));

/** Does the block reach to what lspci prints last? The bytes come behind all words. */
export function showsEnd(block: Block): boolean {
  return block.space !== null || LAST_LINES.test(block.details.at(-1)?.text ?? '');
}

/** Notes that lines are missing behind those that the block has so far. */
export function markCut(block: Block): void {
  if (!showsEnd(block)) block.cutAt ??= block.details.length;
}

/** Which part of the block has lines missing. */
export function cutOf({ details, cutAt }: Block): TextEvidence['cut'] {
  if (cutAt === null) return 'no';
  const head = details.slice(0, cutAt);
  return head.some(({ text }) => text.startsWith('Capabilities: ')) ? 'tail' : 'head';
}

/**
 * Finds the blocks that stop short. lspci ends each with an empty line from -v on, which tells
 * something only where the paste has kept those lines.
 */
export function settleCuts(blocks: readonly Block[], isOpen: boolean): void {
  const verbose = blocks.filter(isVerbose);
  const last = blocks.at(-1);
  const keepsBlanks = verbose.some((block) => block !== last && block.end === 'blank');
  for (const block of verbose) {
    const isLone = block.end === 'input' && (isOpen || verbose.length === 1);
    if (block.end !== 'blank' && (keepsBlanks || isLone)) markCut(block);
  }
}

/** Drops the last line of a file that ends within it: `Width x1` may have been `Width x16`. */
export function dropOpenLine(block: Block | null, lastLine: number): void {
  const detail = block?.details.at(-1);
  if (!block || detail?.number !== lastLine || !isVerbose(block) || showsEnd(block)) return;
  if (OPEN_NUMBER.test(detail.text)) block.details.pop();
}
