import type { Attribute, LineKind } from '../attribute.ts';
import { attributesOf } from '../attributes.ts';
import { kindWithArticle } from '../kinds.ts';
import type { Word } from '../lexLine.ts';
import { type SplitAttribute, splitAttribute } from '../splitAttribute.ts';
import type { ProblemList } from './ProblemList.ts';
import { show } from './readLines.ts';

/** The attributes of a line by name. Unknown ones and repetitions are told and left out. */
export interface SaidAttributes {
  readonly line: number;
  readonly said: ReadonlyMap<string, SplitAttribute & { readonly word: Word }>;
}

/** Sorts the words of a line by the attribute that they are. */
export function saidAttributes(
  line: number,
  kind: LineKind,
  words: readonly Word[],
  problems: ProblemList,
): SaidAttributes {
  const known = attributesOf(kind);
  const said = new Map<string, SplitAttribute & { readonly word: Word }>();
  for (const word of words) {
    if (word.isOpen && word.equals === null) continue;
    const split = splitAttribute(word);
    const info = known.get(split.name);
    if (!info) {
      const text = `${show(split.name)} is no attribute of ${kindWithArticle(kind)}.`;
      const at = { from: word.from, to: word.equals ?? word.to };
      problems.notOneOf(line, at, text, split.name, known.keys());
    } else if (said.has(split.name)) {
      problems.error(line, word, `${split.name} is said twice on this line.`, {
        hint: 'Leave one of them out; the first counts.',
      });
    } else if (info.form === 'value' && word.equals === null) {
      problems.error(line, word, `${split.name} needs a value.`, {
        instead: `${split.name}=${info.values[0] ?? ''}`,
        hint: info.help,
      });
    } else {
      said.set(split.name, { ...split, word });
    }
  }
  return { line, said };
}

const TABLES = new WeakMap<object, Map<LineKind, ReadonlyMap<string, number>>>();

/** Where each attribute of a kind stands in a table; made once for each. */
function placesIn<Draft>(
  table: readonly Attribute<Draft>[],
  kind: LineKind,
): ReadonlyMap<string, number> {
  let ofTable = TABLES.get(table);
  if (!ofTable) {
    ofTable = new Map();
    TABLES.set(table, ofTable);
  }
  let places = ofTable.get(kind);
  if (!places) {
    const made = new Map<string, number>();
    table.forEach(({ name, kinds }, index) => {
      if (kinds.includes(kind) && !made.has(name)) made.set(name, index);
    });
    places = made;
    ofTable.set(kind, places);
  }
  return places;
}

/** The part with what the line says of it, in the order of the table. A value that cannot be is told and left out. */
export function applyAttributes<Draft>(
  draft: Draft,
  { line, said }: SaidAttributes,
  kind: LineKind,
  table: readonly Attribute<Draft>[],
  problems: ProblemList,
): Draft {
  if (said.size === 0) return draft;
  const places = placesIn(table, kind);
  const here = [...said.values()]
    .flatMap((each) => {
      const place = places.get(each.name);
      return place === undefined ? [] : [{ each, place }];
    })
    .sort((a, b) => a.place - b.place);
  let current = draft;
  for (const { each, place } of here) {
    const attribute = table[place];
    const read = attribute?.read(current, each.value);
    if (!attribute || !read) continue;
    if (read.ok) {
      current = read.value;
      continue;
    }
    const { word, valueFrom, value, name } = each;
    const at = valueFrom < word.to ? { from: valueFrom, to: word.to } : word;
    const found = value === '' ? 'nothing' : show(value);
    problems.notOneOf(
      line,
      at,
      `${name} expects ${read.error}; found ${found}.`,
      value,
      // An address that is merely near is another place.
      name === 'at' ? [] : attribute.values,
      // Figures that are merely alike are no better guess than any other.
      Math.floor(value.length / 3),
    );
  }
  return current;
}

/** A word alone, `=yes`, `=no` or `=?` of a line; `null`: it does not say so. */
export function flagOf(
  { line, said }: SaidAttributes,
  name: string,
  problems: ProblemList,
): 'yes' | 'no' | '?' | null {
  const found = said.get(name);
  if (!found) return null;
  if (found.value === '' || found.value === 'yes') return 'yes';
  if (found.value === 'no' || found.value === '?') return found.value;
  problems.error(line, found.word, `${name} stands alone, or with =no or =?.`, { instead: name });
  return null;
}
