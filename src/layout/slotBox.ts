import { formatAddress } from '../model/address.ts';
import type { Slot } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Rect, SceneBox, SceneText } from './scene.ts';
import { slotWords } from './slotWords.ts';
import { fitText, textWidth } from './textWidth.ts';

const LINE = 13;
const PAD = 5;
const LEAST = 36;
const MOST = 104;
/** Of one line, where the drawing leaves room for no second. */
const ONE_LINE = 20;

/** How large a free slot is: as wide as its words, in two lines or in one. */
export function slotSize(
  slot: Slot,
  port: PciFunction,
  isFlat: boolean,
): { readonly width: number; readonly height: number } {
  const lines = linesOf(slot, port, isFlat);
  const words = Math.max(0, ...lines.map((text) => textWidth(text, 'quiet')));
  const width = Math.min(isFlat ? 2 * MOST : MOST, Math.max(LEAST, words + 2 * PAD));
  const height = isFlat ? ONE_LINE : Math.max(1, lines.length) * LINE + 3;
  return { width: Math.ceil(width / 4) * 4, height };
}

function linesOf(slot: Slot, port: PciFunction, isFlat: boolean): readonly string[] {
  const { name, lanes } = slotWords(slot, port.id);
  const said = [name, lanes].filter((text) => text !== '');
  return isFlat ? [said.join(' · ')] : said;
}

/** A slot in which nothing is plugged, with what could be. */
export function slotBox(slot: Slot, port: PciFunction, rect: Rect, isFlat: boolean): SceneBox {
  const { lanes } = slotWords(slot, port.id);
  const name = ['Slot', slot.label ?? '', lanes].filter((part) => part !== '').join(' ');
  const below = port.address ? formatAddress(port.address) : port.id;
  const texts = linesOf(slot, port, isFlat).map(
    (text, index): SceneText => ({
      role: 'quiet',
      text: fitText(text, 'quiet', rect.width - 4),
      x: rect.x + rect.width / 2,
      y: rect.y + (isFlat ? rect.height / 2 + 4 : LINE * (index + 1) - 1),
      anchor: 'middle',
    }),
  );
  return {
    key: `${slot.id} ${port.id}`,
    kind: 'empty-slot',
    device: 'other',
    rect,
    functions: [],
    ports: [],
    marks: [],
    texts: texts.filter(({ text }) => text !== ''),
    glyph: null,
    title: `${name}, below ${below}: nothing is plugged in`,
  };
}
