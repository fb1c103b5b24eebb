import type { Rect, SceneBox, SceneFrame, SceneText } from '../../layout/scene.ts';
import { fitText, textWidth } from '../../layout/textWidth.ts';
import type { FunctionId } from '../../model/ids.ts';
import { rectToScreen } from '../camera/camera.ts';
import { SHORT_WORDS } from '../draw/deviceGlyphs.ts';
import type { Brush, Overview } from './overview.ts';
import type { Inks } from './palette.ts';
import { switchNameSpot } from './switchNameSpot.ts';

interface Labelled {
  readonly boxes: readonly SceneBox[];
  readonly frames: readonly SceneFrame[];
  readonly overview: Overview;
  readonly isLit: (box: SceneBox) => boolean;
}

/** Smaller than this, in CSS pixels, a box says nothing. */
const LEAST_HEIGHT = 10;
/** From here on there is room for a name and an address. */
const TWO_LINES = 24;
const PAD = 4;
/** The layout's small letters, 11 px: labels from afar are of that size whatever the zoom. */
const ROLE = 'link';

/** Kinds and counts on cards, names on switches and frames: what can be read from here. */
export function paintLabels(brush: Brush, { boxes, frames, overview, isLit }: Labelled): void {
  const { palette, camera, lit } = overview;
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  const blocks = boxes.filter(({ kind }) => kind === 'integrated');
  for (const frame of frames) {
    const isWeak = lit !== null && !lit.frames.has(frame.key);
    paintFrameLabel(brush, frame, blocks, overview, isWeak ? palette.weak : palette.strong);
  }
  for (const box of boxes) {
    const rect = rectToScreen(camera, besideSlot(box, overview.scene));
    if (rect.height < LEAST_HEIGHT) continue;
    const inks = isLit(box) ? palette.strong : palette.weak;
    if (box.kind === 'switch') paintSwitchName(brush, box, isLit(box), overview, inks);
    else if (box.kind === 'orphan') paintWords(brush, box, rect, overview, inks);
    else paintKind(brush, box, rect, overview, inks);
  }
}

/** What an empty slot at the foot of a port leaves of its box. */
function besideSlot({ key, rect }: SceneBox, { slotOf }: Overview['scene']): Rect {
  const slot = slotOf.get(key as FunctionId);
  const isWithin = slot !== undefined && slot.y > rect.y && slot.y < rect.y + rect.height;
  return isWithin ? { ...rect, height: slot.y - rect.y } : rect;
}

function paintFrameLabel(
  brush: Brush,
  frame: SceneFrame,
  blocks: readonly SceneBox[],
  overview: Overview,
  inks: Inks,
): void {
  const { camera, palette } = overview;
  const [caption] = frame.texts;
  if (!caption) return;
  const strip = (caption.y - frame.rect.y) * camera.k;
  if (strip < 7) return;
  const rect = rectToScreen(camera, frame.rect);
  const x = caption.x * camera.k + camera.x;
  const end = Math.min(frame.rect.x + frame.rect.width, blockBeside(frame, caption, blocks));
  const room = end * camera.k + camera.x - x - PAD;
  write(
    brush,
    caption.text,
    x,
    rect.y + Math.max(7, strip / 2 + 2),
    room,
    palette.fonts.words,
    inks.quiet,
  );
}

/** Left edge of the block of integrated functions that stands beside a frame's caption, if one does. */
function blockBeside(
  { rect }: SceneFrame,
  caption: SceneText,
  blocks: readonly SceneBox[],
): number {
  let left = Number.POSITIVE_INFINITY;
  for (const { rect: block } of blocks) {
    const isBeside = block.y < caption.y + PAD && block.y >= rect.y && block.x > caption.x;
    if (isBeside && block.x < rect.x + rect.width) left = Math.min(left, block.x);
  }
  return left;
}

function paintSwitchName(
  brush: Brush,
  box: SceneBox,
  isOnWay: boolean,
  overview: Overview,
  inks: Inks,
): void {
  const { camera, palette, scene, lit } = overview;
  const titles = box.texts.filter(({ role }) => role === 'title');
  const name = titles.map(({ text }) => text).join(' ') || 'switch';
  const { direction } = scene;
  const spot = switchNameSpot(box, name, { camera, direction, isOnWay: lit !== null && isOnWay });
  if (spot) write(brush, name, spot.x, spot.y, spot.room, palette.fonts.words, inks.ink);
}

/** What a box says of itself, as far as there is room. */
function paintWords(brush: Brush, box: SceneBox, rect: Rect, overview: Overview, inks: Inks): void {
  const [text] = box.texts;
  if (!text) return;
  const { camera, palette } = overview;
  const y = rect.y + Math.max(8, (text.y - 4 - box.rect.y) * camera.k);
  const room = rect.width - 2 * PAD;
  write(brush, text.text, rect.x + PAD, y, room, palette.fonts.words, inks.quiet);
}

function paintKind(brush: Brush, box: SceneBox, rect: Rect, overview: Overview, inks: Inks): void {
  if (box.kind === 'empty-slot') return;
  const { palette, signs } = overview;
  const size = Math.min(16, rect.height - PAD, rect.width - PAD);
  if (size < 8) return;
  const hasGlyph = box.kind === 'device' || box.kind === 'integrated';
  const room = rect.width - 2 * PAD - (hasGlyph ? size + PAD : 0);
  const word = wordsOf(box).find((each) => textWidth(each, ROLE) <= room);
  const hasWord = word !== undefined;
  const isTall = rect.height >= TWO_LINES;
  const middle = rect.y + (isTall ? Math.min(9, rect.height * 0.31) : rect.height / 2);
  let x = rect.x + PAD;
  if (hasGlyph) {
    const left = hasWord ? x : rect.x + (rect.width - size) / 2;
    paintSign(
      brush,
      signs.devices[box.device],
      left,
      middle - size / 2,
      size,
      overview.ratio,
      inks.ink,
    );
    x = left + size + PAD;
  }
  if (!hasWord) return;
  brush.font = `500 11px ${palette.fonts.words}`;
  brush.fillStyle = inks.ink;
  brush.fillText(word, x, middle);
  const address = shortAddress(box);
  if (address === '') return;
  brush.font = `10px ${palette.fonts.figures}`;
  brush.fillStyle = inks.quiet;
  const length = address.length * FIGURE;
  const right = rect.x + rect.width - PAD - length;
  if (isTall && rect.width >= length + 2 * PAD) {
    // Below the word, not at the foot of a box that is tall for a note.
    const foot = rect.y + rect.height - Math.min(7.5, rect.height * 0.26);
    brush.fillText(address, rect.x + PAD, Math.min(foot, middle + LINE));
  } else if (!isTall && right > x + textWidth(word, ROLE) + PAD) {
    brush.fillText(address, right, middle);
  }
}

/** From one line to the next. */
const LINE = 14;
/** The advance of a figure of 10 px. */
const FIGURE = 6;

/** `03:00.0`: on one sheet, domains say little. */
function shortAddress(box: SceneBox): string {
  const text = box.texts.find(({ role }) => role === 'bdf')?.text ?? '';
  return text.split(':').slice(-2).join(':');
}

/** What may be written on a box, the most telling first: the first that fits is taken. */
function wordsOf(box: SceneBox): readonly string[] {
  const count = box.functions.length;
  if (box.collapsed) {
    const said = box.collapsed.functions;
    const isNamed = box.texts.some(({ role }) => role === 'bdf');
    const name = box.texts.find(({ role }) => role === 'title')?.text ?? '';
    const named = isNamed && !name.endsWith('…') ? [`${name} +${said}`] : [];
    return [...named, `+ ${box.collapsed.words}`, `+ ${said} functions`, `+${said}`];
  }
  const times = count > 1 ? ` ×${count}` : '';
  if (box.kind === 'integrated') {
    return [`${count} ${count === 1 ? 'function' : 'functions'}`, `×${count}`];
  }
  const kind = `${wordOf(box)}${times}`;
  const [name, more] = box.texts.filter(({ role }) => role === 'title');
  const isWhole = name !== undefined && more === undefined && !name.text.endsWith('…');
  return isWhole && box.kind === 'device' ? [`${name.text}${times}`, kind] : [kind];
}

function wordOf(box: SceneBox): string {
  switch (box.kind) {
    case 'root-port':
      return 'RP';
    case 'upstream':
      return 'USP';
    case 'downstream':
      return 'DSP';
    case 'bridge':
      return 'bridge';
    default:
      return SHORT_WORDS[box.device];
  }
}

/** A sign on a field of 16 by 16, at a place of the screen. */
export function paintSign(
  brush: Brush,
  sign: Path2D,
  x: number,
  y: number,
  size: number,
  ratio: number,
  colour: string,
): void {
  const scale = size / 16;
  brush.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
  brush.strokeStyle = colour;
  brush.lineWidth = Math.max(1.25, 1 / scale);
  brush.lineCap = 'round';
  brush.stroke(sign);
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function write(
  brush: Brush,
  text: string,
  x: number,
  y: number,
  room: number,
  font: string,
  colour: string,
): void {
  if (room < 24) return;
  brush.font = `500 11px ${font}`;
  brush.fillStyle = colour;
  brush.fillText(fitText(text, ROLE, room), x, y);
}
