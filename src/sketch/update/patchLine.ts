import { lexLine, type Word } from '../lexLine.ts';
import { type LineWords, lineWords } from './lineWords.ts';

/**
 * Changes those words of a line that differ between two ways of writing its part: what it said and
 * what it shall say. Order, spacing, the comment at the end, and words that say the same otherwise
 * stay.
 *
 * @param line as the user wrote it
 * @param was the canonical line of what it says
 * @param now the canonical line of what it shall say
 * @param keepsMore attributes stay that the new line does not need: it may say them all the same
 */
export function patchLine(line: string, was: string, now: string, keepsMore = false): string {
  const mine = lineWords(line);
  const old = lineWords(was);
  const next = lineWords(now);
  if (!mine || !old || !next) return line;
  const edits = new Edits(line);
  patchName(edits, mine, old, next);
  patchPlain(edits, mine.plain, texts(old.plain), texts(next.plain));
  patchAttributes(edits, mine, old, next, keepsMore);
  return edits.text();
}

/** Says what the canonical line says in its very words; indentation and comment stay. */
export function rewriteLine(line: string, now: string): string {
  const { indent, comment, words } = lexLine(line);
  const last = words.at(-1);
  const behind = comment && last ? line.slice(last.to) : '';
  return `${line.slice(0, indent)}${now.trim()}${behind}`;
}

const texts = (words: readonly Word[]): readonly string[] => words.map(({ text }) => text);

/** Words that are put in, taken out or replaced, on the line as it was. */
class Edits {
  readonly #line: string;
  readonly #edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];

  constructor(line: string) {
    this.#line = line;
  }

  replace({ from, to }: Word, text: string): void {
    this.#edits.push({ from, to, text });
  }

  /** With the space before it; of the first word of the line the space behind. */
  remove({ from, to }: Word): void {
    const before = this.#line.slice(0, from);
    const space = /\s*$/.exec(before)?.[0].length ?? 0;
    if (space < from) this.#edits.push({ from: from - space, to, text: '' });
    else
      this.#edits.push({
        from,
        to: to + (/^\s*/.exec(this.#line.slice(to))?.[0].length ?? 0),
        text: '',
      });
  }

  insertBehind({ to }: Word, text: string): void {
    this.#edits.push({ from: to, to, text: ` ${text}` });
  }

  insertBefore({ from }: Word, text: string): void {
    this.#edits.push({ from, to: from, text: `${text} ` });
  }

  /** What is put in at the same place stays in the order in which it came. */
  text(): string {
    let made = '';
    let at = 0;
    const sorted = this.#edits
      .map((edit, place) => ({ ...edit, place }))
      .sort((a, b) => a.from - b.from || a.to - b.to || a.place - b.place);
    for (const { from, to, text } of sorted) {
      if (from < at && to > from) continue;
      made += this.#line.slice(at, Math.max(at, from)) + text;
      at = Math.max(at, to);
    }
    return made + this.#line.slice(at);
  }
}

function patchName(edits: Edits, mine: LineWords, old: LineWords, next: LineWords): void {
  const before = old.name?.value ?? null;
  if (before === (next.name?.value ?? null)) return;
  const [head] = mine.plain;
  if (!next.name) {
    if (mine.name) edits.remove(mine.name);
    return;
  }
  const bare = next.name.isName ? next.name.text.slice(0, -1) : next.name.text;
  if (mine.name) edits.replace(mine.name, mine.name.isName ? `${bare}:` : bare);
  else if (head && next.name.isName) edits.insertBefore(head, next.name.text);
  else if (head) edits.insertBehind(head, next.name.text);
}

/** Words that go by their place: where the user's are as many as they were, one by one. */
function patchPlain(
  edits: Edits,
  mine: readonly Word[],
  old: readonly string[],
  next: readonly string[],
): void {
  if (old.length === next.length && old.every((word, place) => word === next[place])) return;
  const reference = mine.length === old.length ? old : texts(mine);
  let head = 0;
  const most = Math.min(reference.length, next.length);
  while (head < most && reference[head] === next[head]) head++;
  let tail = 0;
  while (tail < most - head && reference.at(-1 - tail) === next.at(-1 - tail)) tail++;
  const gone = mine.slice(head, mine.length - tail);
  const come = next.slice(head, next.length - tail);
  const isEven = gone.length === come.length;
  gone.forEach((word, place) => {
    const text = come[place];
    // Same words between those that differ are left as the user wrote them.
    if (isEven && reference[head + place] === text) return;
    if (text === undefined) edits.remove(word);
    else edits.replace(word, text);
  });
  const anchor = gone.at(-1) ?? mine[head - 1];
  if (anchor && come.length > gone.length) {
    for (const text of come.slice(gone.length)) edits.insertBehind(anchor, text);
  }
}

function patchAttributes(
  edits: Edits,
  mine: LineWords,
  old: LineWords,
  next: LineWords,
  keepsMore: boolean,
): void {
  for (const name of old.attributes.keys()) {
    const word = mine.attributes.get(name);
    if (word && !keepsMore && !next.attributes.has(name)) edits.remove(word);
  }
  const placeOf = (name: string) => mine.order.indexOf(name);
  for (const [name, { text }] of next.attributes) {
    if (old.attributes.get(name)?.text === text) continue;
    const word = mine.attributes.get(name);
    if (word) {
      edits.replace(word, text);
      continue;
    }
    // Behind those that are written before it, in whatever order the user has them.
    const before = [...mine.attributes].filter(([other]) => placeOf(other) < placeOf(name));
    const last = before
      .map(([, each]) => each)
      .sort((a, b) => a.to - b.to)
      .at(-1);
    const anchor = last ?? mine.plain.at(-1) ?? mine.name;
    if (anchor) edits.insertBehind(anchor, text);
  }
}
