import { FIGURE_ROLES, TEXT_SIZES } from './metrics.ts';
import type { TextRole } from './scene.ts';

/**
 * Advances of Source Sans 3 at weight 500, in thousandths of the font size, for the characters 32
 * to 126. Measured once in a browser from the variable font that the page brings along
 * (@fontsource-variable/source-sans-3 5.3.0). Weight 400 is some 2 % narrower, 600 as much wider.
 */
const ADVANCES: readonly number[] = [
  200, 302, 455, 505, 505, 833, 624, 262, 314, 314, 428, 505, 262, 316, 262, 347, 505, 505, 505,
  505, 505, 505, 505, 505, 505, 505, 262, 262, 505, 505, 505, 435, 861, 551, 592, 573, 620, 532,
  502, 622, 657, 273, 487, 588, 494, 736, 652, 669, 574, 669, 581, 539, 541, 650, 526, 793, 527,
  489, 540, 314, 347, 314, 505, 500, 546, 510, 558, 459, 559, 501, 304, 512, 551, 254, 255, 508,
  263, 836, 553, 546, 559, 559, 360, 425, 350, 550, 481, 734, 464, 481, 434, 314, 248, 314, 505,
];
/** Of Fira Code every character has the same. */
const FIGURE_ADVANCE = 600;
/** An ellipsis and a dash are wide, a middle dot is not; a CJK character is a square. */
const OTHERS: ReadonlyMap<string, number> = new Map([
  ['\u00a0', 200],
  ['…', 956],
  ['·', 262],
  ['–', 480],
  ['—', 800],
  ['→', 992],
]);
const OTHER_ADVANCE = 560;
const WIDE_ADVANCE = 1000;
const FIRST_WIDE = 0x1100;

/** The width of a text in its role, in drawing units, without kerning: rather too much. */
export function textWidth(text: string, role: TextRole): number {
  let sum = 0;
  for (const character of text) sum += advance(character, role);
  return (sum * TEXT_SIZES[role]) / 1000;
}

function advance(character: string, role: TextRole): number {
  const code = character.codePointAt(0) ?? 0;
  if (FIGURE_ROLES.has(role)) return code < FIRST_WIDE ? FIGURE_ADVANCE : WIDE_ADVANCE;
  return (
    ADVANCES[code - 32] ??
    OTHERS.get(character) ??
    (code < FIRST_WIDE ? OTHER_ADVANCE : WIDE_ADVANCE)
  );
}

const ELLIPSIS = '…';

/** The text as it fits the width, cut with an ellipsis where it must be. */
export function fitText(text: string, role: TextRole, width: number): string {
  // Longer than any place: no need to measure a name of a megabyte to its end.
  const start = text.length > 400 ? text.slice(0, 400) : text;
  if (start === text && textWidth(text, role) <= width) return text;
  const room = width - textWidth(ELLIPSIS, role);
  let kept = '';
  let sum = 0;
  for (const character of start) {
    sum += (advance(character, role) * TEXT_SIZES[role]) / 1000;
    if (sum > room) break;
    kept += character;
  }
  return kept === '' ? '' : `${kept.trimEnd()}${ELLIPSIS}`;
}

/** The text in at most two lines that fit the width, broken at a space where one is. */
export function fitLines(text: string, role: TextRole, width: number): readonly string[] {
  if (text.length <= 400 && textWidth(text, role) <= width) return [text];
  let end = 0;
  let sum = 0;
  let index = 0;
  for (const character of text.slice(0, 400)) {
    if (character === ' ' && sum <= width) end = index;
    sum += (advance(character, role) * TEXT_SIZES[role]) / 1000;
    index += character.length;
    if (sum > width) break;
  }
  if (end === 0) return [fitText(text, role, width)];
  return [text.slice(0, end), fitText(text.slice(end + 1), role, width)];
}

/** Words in at most so many lines; the last ends with an ellipsis where more would follow. */
export function wrapText(
  text: string,
  role: TextRole,
  width: number,
  most: number,
): readonly string[] {
  const lines: string[] = [];
  // No place holds more: a remark of a megabyte is not measured to its end.
  const start = text.slice(0, 200 * most);
  const paragraphs = start.split('\n').filter((paragraph) => paragraph.trim() !== '');
  paragraphs.forEach((paragraph, index) => {
    let rest = paragraph.trim().split(/[ \t]+/);
    while (rest.length > 0 && lines.length < most) {
      const isLast = lines.length === most - 1;
      let count = 1;
      let sum = textWidth(rest[0] ?? '', role);
      for (; count < rest.length; count++) {
        sum += textWidth(` ${rest[count]}`, role);
        if (sum > width) break;
      }
      const isCut = isLast && (count < rest.length || index < paragraphs.length - 1);
      const line = isCut ? `${rest.join(' ')} ${ELLIPSIS}` : rest.slice(0, count).join(' ');
      lines.push(isCut ? fitEnd(line, role, width) : fitText(line, role, width));
      rest = isCut ? [] : rest.slice(count);
    }
  });
  return lines.filter((line) => line !== '');
}

/** As {@link fitText}, of a text that ends with an ellipsis already. */
function fitEnd(text: string, role: TextRole, width: number): string {
  return textWidth(text, role) <= width ? text : fitText(text, role, width);
}
