import { METRICS } from '../metrics.ts';
import type { PartNote } from '../notes/Notes.ts';
import { noteBlock } from '../notes/noteBlock.ts';
import type { Rect } from '../scene.ts';
import { textWidth } from '../textWidth.ts';
import type { HostFlow } from './block.ts';

const { card, frame, gap, mark } = METRICS;

/** Beside one another within a frame. */
const BETWEEN = gap.sibling / 2;

/** Width that notes in a frame's head tend to. */
const NOTES = 264;

/** From a frame's words to what stands beside them. */
const BEHIND_HEAD = 20;

/** `7 integrated functions`. */
export function integratedWords(count: number): string {
  return `${count} integrated function${count === 1 ? '' : 's'}`;
}

export const marksPerRow = (): number => Math.floor((card.width - 16 + 4) / mark.pitch);

/** The block of marks: at most as wide as a card. */
function integratedSize(count: number): { readonly width: number; readonly height: number } {
  const perRow = marksPerRow();
  const words = textWidth(integratedWords(count), 'quiet');
  const marks = Math.min(count, perRow) * mark.pitch - 4;
  return {
    width: Math.min(card.width, Math.ceil((Math.max(words, marks) + 16) / 4) * 4),
    height: 24 + Math.ceil(count / perRow) * mark.pitch + 4,
  };
}

/** A card within a frame, as far as its place is concerned. */
export interface FlowCard {
  readonly words: { readonly width: number; readonly height: number };
}

/** The words at the head of a frame: its caption, and what names the root complex. */
export interface HostHead {
  readonly caption: string;
  readonly identity: string;
  readonly notes: readonly PartNote[];
}

/**
 * What a frame holds, in rows: its head, its cards, its marks. Coordinates from the frame's own corner.
 */
export function hostFlow(
  head: HostHead,
  cards: readonly FlowCard[],
  integrated: number,
  width: number,
): HostFlow {
  const room = width - 2 * frame.pad;
  const wanted = head.notes.length === 0 ? headWidth(head) : Math.max(headWidth(head), NOTES);
  const across = Math.min(room, wanted);
  const block = noteBlock(head.notes, across);
  const words = head.identity ? 32 : 20;
  const headSize = { width: across, height: words + block.height };
  const sizes = cards.map(({ words }) => ({ width: words.width, height: words.height }));
  const all = integrated > 0 ? [...sizes, integratedSize(integrated)] : sizes;
  const rects: Rect[] = [];
  const end = frame.pad + room;
  let x = frame.pad + headSize.width + BEHIND_HEAD;
  let y = frame.pad;
  let tallest = headSize.height;
  for (const size of all) {
    if (x + size.width > end && x > frame.pad) {
      x = frame.pad;
      y += tallest + (rects.length === 0 ? 4 : BETWEEN);
      tallest = 0;
    }
    rects.push({ x, y, ...size });
    tallest = Math.max(tallest, size.height);
    x += size.width + BETWEEN;
  }
  return {
    head: { x: frame.pad, y: frame.pad, ...headSize },
    notes: { y: frame.pad + words, block },
    integrated: integrated > 0 ? (rects.at(-1) ?? null) : null,
    cards: integrated > 0 ? rects.slice(0, -1) : rects,
    bottom: y + tallest,
  };
}

function headWidth({ caption, identity }: HostHead): number {
  const words = Math.max(textWidth(caption, 'caption'), textWidth(identity, 'quiet'));
  return Math.ceil((words + 4) / 4) * 4;
}

/** A frame is wide enough for its caption, and for its cards in a block rather than in a row. */
export function hostMinWidth(cards: number, caption: string): number {
  const columns = Math.max(1, Math.ceil(Math.sqrt(cards)));
  const content = columns * card.width + (columns - 1) * BETWEEN;
  const words = Math.ceil(textWidth(caption, 'caption') / 8) * 8;
  return Math.max(content, words) + 2 * frame.pad;
}
