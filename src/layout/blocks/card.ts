import { UNKNOWN } from '../../base/unknown.ts';
import { formatAddress } from '../../model/address.ts';
import { DEVICE_KIND_WORDS, type DeviceKind, deviceKind } from '../../model/deviceKind.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { cardTitle } from '../cardTitle.ts';
import { countWords } from '../devices.ts';
import { METRICS } from '../metrics.ts';
import type { PartNote } from '../notes/Notes.ts';
import { type NoteBlock, noteBlock } from '../notes/noteBlock.ts';
import type { Rect, SceneSign, SceneText } from '../scene.ts';
import { fitLines, fitText, textWidth } from '../textWidth.ts';

/** What a card says, cut to its width; its height follows from the number of lines. */
export interface CardWords {
  readonly device: DeviceKind;
  readonly isMinor: boolean;
  readonly title: string;
  /** Lines that the title takes. */
  readonly lines: number;
  readonly bdf: string;
  readonly count: string;
  readonly quiet: string;
  readonly notes: NoteBlock;
  readonly width: number;
  readonly height: number;
}

/** Kinds that peer-to-peer transfers are about. */
const MAJOR: ReadonlySet<DeviceKind> = new Set<DeviceKind>(['gpu', 'nic', 'nvme', 'accelerator']);
/** Kinds that are at least what a machine is bought for. */
const KNOWN: ReadonlySet<DeviceKind> = new Set<DeviceKind>([...MAJOR, 'storage', 'display']);

export const isMajor = (kind: DeviceKind): boolean => MAJOR.has(kind);

const { card, minorCard, line } = METRICS;

/** The words of a device's card, named by its first function. */
export function cardWords(
  functions: readonly PciFunction[],
  titleOf: (fn: PciFunction) => string,
  remarks: readonly PartNote[] = [],
): CardWords | null {
  const [first] = functions;
  if (!first) return null;
  const device = deviceKind(first);
  const isMinor = !KNOWN.has(device);
  const indent = isMinor ? minorCard.indent : card.indent;
  const width = isMinor ? minorCard.width : card.width;
  const room = width - indent - card.pad;
  const title = cardTitle(titleOf(first), device);
  const notes = noteBlock(remarks, width - 2 * card.pad);
  const lines = isMinor ? 1 : fitLines(title, 'title', room).length;
  const height = isMinor
    ? 2 * card.pad + line.title + line.bdf - 4
    : 2 * card.pad + lines * line.title + line.bdf + line.quiet - 2;
  return {
    device,
    isMinor,
    title,
    lines,
    bdf: first.address ? formatAddress(first.address) : first.id,
    count: countWords(functions),
    quiet: isMinor ? '' : quietWords(first, device),
    notes,
    width,
    height: Math.ceil(height / 4) * 4 + notes.height,
  };
}

function quietWords(fn: PciFunction, device: DeviceKind): string {
  const parts: string[] = [];
  if (fn.driver !== UNKNOWN) parts.push(fn.driver ?? 'no driver');
  if (fn.numaNode !== UNKNOWN && fn.numaNode !== null) parts.push(`NUMA ${fn.numaNode}`);
  if (parts.length > 0) return parts.join(' · ');
  return fn.names.className ?? DEVICE_KIND_WORDS[device].one;
}

/** Where a card's glyph and words stand. */
export function cardParts(
  words: CardWords,
  rect: Rect,
): {
  readonly glyph: Rect;
  readonly texts: readonly SceneText[];
  readonly signs: readonly SceneSign[];
} {
  const { pad } = card;
  const size = words.isMinor ? minorCard.glyph : card.glyph;
  const indent = words.isMinor ? minorCard.indent : card.indent;
  const glyph = { x: rect.x + pad, y: rect.y + pad, width: size, height: size };
  const x = rect.x + indent;
  const room = rect.width - indent - pad;
  const texts: SceneText[] = [];
  let y = rect.y + pad - 3;
  const lines =
    words.lines > 1 ? fitLines(words.title, 'title', room) : [fitText(words.title, 'title', room)];
  for (const text of lines) {
    y += line.title;
    texts.push({ role: 'title', text, x, y, anchor: 'start' });
  }
  y += line.bdf;
  const countWidth = words.count === '' ? 0 : textWidth(words.count, 'count') + 8;
  const bdf = fitText(words.bdf, 'bdf', room - countWidth);
  texts.push({ role: 'bdf', text: bdf, x, y, anchor: 'start' });
  if (words.count !== '') {
    const end = rect.x + rect.width - pad;
    texts.push({ role: 'count', text: words.count, x: end, y, anchor: 'end' });
  }
  if (words.quiet !== '') {
    y += line.quiet + 1;
    texts.push({ role: 'quiet', text: fitText(words.quiet, 'quiet', room), x, y, anchor: 'start' });
  }
  const said = words.notes.at({ x: rect.x + pad, y: y + 4 });
  return { glyph, texts: [...texts, ...said.texts], signs: said.signs };
}
