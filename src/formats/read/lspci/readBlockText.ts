import { PCI_CLASS } from '../../../model/classCode.ts';
import type { Bar } from '../../../model/registers.ts';
import { type Facts, putFact } from '../configSpace/functionFacts.ts';
import type { Block } from './block.ts';
import { cutOf } from './cutBlocks.ts';
import { readDetailLine } from './detailLine.ts';
import { readDescription } from './headerLine.ts';
import { readQuoted, readRecord } from './machineReadable.ts';
import { blankTextDraft, type TextDraft, type TextEvidence } from './textDraft.ts';

/** What the words of one block say. */
export interface BlockText {
  readonly facts: Facts;
  readonly evidence: TextEvidence;
}

const byIndex = (bars: ReadonlyMap<number, Bar>): readonly Bar[] =>
  [...bars.values()].sort((a, b) => a.index - b.index);

/** A block of -v lists every region; without one there is none. */
function putBars(draft: TextDraft, line: number): void {
  const { facts, evidence } = draft;
  const at = draft.barsLine ?? line;
  if (draft.unnumbered.length > 0) {
    putFact(facts, 'unnumberedBars', [...draft.unnumbered, ...byIndex(draft.bars)], at);
  } else if (draft.bars.size > 0 || (evidence.verbose && evidence.cut !== 'head')) {
    putFact(facts, 'bars', byIndex(draft.bars), at);
  }
  if (draft.vfBars.size > 0 && evidence.cut === 'no') {
    putFact(facts, 'vfBars', byIndex(draft.vfBars), at);
  }
}

/** Only bridges have a line of bus numbers. That another function has none is settled later. */
function putBridge(draft: TextDraft): void {
  const { facts } = draft;
  const bus = facts.primaryBus;
  if (!bus) return;
  const cardBus = draft.cardBus || (facts.classCode?.value ?? 0) >> 8 === PCI_CLASS.cardBusBridge;
  putFact(facts, 'headerType', cardBus ? 2 : 1, bus.line);
  putFact(facts, 'bridge', true, bus.line);
  if (!cardBus && draft.windows.size > 0 && draft.evidence.cut !== 'head') {
    const open = [...draft.windows.values()].filter((window) => window !== null);
    putFact(facts, 'windows', open, draft.windowsLine ?? bus.line);
  }
}

/** Reads the words of a block: its header, then line by line what lspci printed below it. */
export function readBlockText(block: Block): BlockText {
  const draft = blankTextDraft();
  draft.evidence.cut = cutOf(block);
  if (block.form === 'record') readRecord(block, draft);
  else {
    if (block.form === 'quoted') readQuoted(block, draft);
    else if (!readDescription(block.header, draft.facts, block.line)) draft.evidence.silent = true;
    for (const detail of block.details) readDetailLine(detail.text, draft, detail.number);
  }
  if (!draft.evidence.silent) {
    putBars(draft, block.line);
    putBridge(draft);
    const { facts, evidence } = draft;
    const showsHead = evidence.verbose && evidence.cut !== 'head';
    if (showsHead && !facts.subsystem && !facts.primaryBus) {
      putFact(facts, 'subsystem', false, block.line);
    }
  }
  return { facts: draft.facts, evidence: draft.evidence };
}
