import { formatAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { METRICS } from '../metrics.ts';
import type { Notes } from '../notes/Notes.ts';
import { type NoteBlock, noteBlock } from '../notes/noteBlock.ts';
import type { Rect, SceneBox, ScenePartId, SceneText } from '../scene.ts';
import { fitText, textWidth, wrapText } from '../textWidth.ts';
import type { Hidden } from './hiddenBelow.ts';

/** A box that stands for all that is below a part. */
export interface CollapsedPart {
  /** Of its box: the first function, or the host bridge or socket whose frame is around it. */
  readonly key: string;
  /** The part that the user collapsed. */
  readonly about: ScenePartId;
  /** Functions at the lower end of the link that leads here. */
  readonly tops: readonly FunctionId[];
  readonly hidden: Hidden;
  readonly words: CollapsedWords;
}

/** What the box says, cut to its width. */
export interface CollapsedWords {
  readonly title: string;
  /** Empty where a frame around it says what is collapsed. */
  readonly bdf: string;
  readonly functions: string;
  readonly counts: readonly string[];
  readonly notes: NoteBlock;
  /** Something is said of what is hidden, and does not show. */
  readonly hasHiddenNotes: boolean;
  readonly width: number;
  readonly height: number;
}

const { card, collapsed, line } = METRICS;

/** @param named the function that names it; `null` where a frame does */
export function collapsedWords(
  named: { readonly fn: PciFunction; readonly title: string } | null,
  { functions, words }: Hidden,
  remarks: Notes,
): CollapsedWords {
  const count = functions.length;
  const said = `${count} function${count === 1 ? '' : 's'}`;
  const room = collapsed.width - collapsed.indent - card.pad;
  const counts = wrapItems(words, room);
  const own = named ? remarks.of(named.fn.id) : [];
  const notes = noteBlock(own, collapsed.width - 2 * card.pad);
  const hasHiddenNotes = functions.some(
    (fn) => fn !== named?.fn && remarks.of(fn.id).length + remarks.ofLink([fn]).length > 0,
  );
  const head = line.title + (named ? line.bdf : 0);
  const height = 2 * card.pad + head + counts.length * line.quiet - 2;
  return {
    title: named ? named.title : said,
    bdf: named ? addressOf(named.fn) : '',
    functions: named ? said : '',
    counts,
    notes,
    hasHiddenNotes,
    width: collapsed.width,
    height: Math.ceil(height / 4) * 4 + notes.height,
  };
}

/** Broken between two kinds, not within one. */
function wrapItems(words: string, room: number): readonly string[] {
  const items = words.split(', ').map((item) => item.replaceAll(' ', HOLD));
  const lines = wrapText(items.join(', '), 'count', room, collapsed.lines);
  return lines.map((text) => text.replaceAll(HOLD, ' '));
}

/** A space at which no line ends. */
const HOLD = '\u00a0';

function addressOf(fn: PciFunction): string {
  return fn.address ? formatAddress(fn.address) : fn.id;
}

/** The box in its place, with a plus that says that there is more. */
export function collapsedBox({ key, about, hidden, words }: CollapsedPart, rect: Rect): SceneBox {
  const { pad } = card;
  const x = rect.x + collapsed.indent;
  const end = rect.x + rect.width - pad;
  const room = end - x;
  let y = rect.y + pad - 3 + line.title;
  const title = fitText(words.title, 'title', room);
  const texts: SceneText[] = [{ role: 'title', text: title, x, y, anchor: 'start' }];
  if (words.bdf !== '') {
    y += line.bdf;
    const beside = textWidth(words.bdf, 'bdf') + 8;
    const bdf = fitText(words.bdf, 'bdf', room);
    texts.push({ role: 'bdf', text: bdf, x, y, anchor: 'start' });
    const more = room - beside < 40 ? '' : fitText(words.functions, 'quiet', room - beside);
    if (more !== '') texts.push({ role: 'quiet', text: more, x: end, y, anchor: 'end' });
  }
  for (const text of words.counts) {
    y += line.quiet;
    texts.push({ role: 'count', text, x, y: y + 1, anchor: 'start' });
  }
  const size = collapsed.glyph;
  const sign = { x: rect.x + pad, y: rect.y + pad, width: size, height: size };
  const noted = { x: sign.x + 3, y: sign.y + size + 5, width: 10, height: 10 };
  const said = words.notes.at({ x: rect.x + pad, y: y + 5 });
  const told = [words.title, words.bdf, `collapsed`, words.functions, hidden.words];
  return {
    key,
    kind: 'collapsed',
    device: 'other',
    rect,
    functions: hidden.functions.map(({ id }) => id),
    ports: [],
    marks: [],
    texts: [...texts, ...said.texts],
    glyph: null,
    title: told.filter((word) => word !== '').join(', '),
    collapsed: { about, functions: hidden.functions.length, words: hidden.words },
    signs: [
      { kind: 'collapsed', about, rect: sign },
      ...said.signs,
      ...(words.hasHiddenNotes ? [{ kind: 'note' as const, about, rect: noted }] : []),
    ],
  };
}
