import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { CataloguePart, PartKind } from '../../catalogue/part.ts';
import { attributesOf } from '../attributes.ts';
import { KINDS, kindWithArticle } from '../kinds.ts';
import type { Word } from '../lexLine.ts';
import { nearest } from '../nearest.ts';
import { partNamed } from '../partNamed.ts';
import { splitAttribute } from '../splitAttribute.ts';
import type { ProblemList } from './ProblemList.ts';
import { type NodeLine, show } from './readLines.ts';

/** Words of a line after its kind: what stands before the attributes, and the attributes. */
export interface LineWords {
  readonly part: CataloguePart | null;
  readonly words: readonly Word[];
}

/** The model that a line names, and the rest of its words. An unknown one is told; the generic part stands for it. */
export function modelOf(node: NodeLine, problems: ProblemList): LineWords {
  const [first, ...rest] = node.words;
  const { kind, models } = node.row;
  if (!first || models === null || first.equals !== null) return { part: null, words: node.words };
  // Before attributes are looked for: x710 is a model, and 710 lanes are none.
  const part = partNamed(models, first.value);
  if (part) return { part, words: rest };
  if (isAttribute(first, node)) return { part: null, words: node.words };
  const flags = [...attributesOf(kind).values()].flatMap(({ form, name }) =>
    form === 'flag' ? [name] : [],
  );
  if (!first.isQuoted && nearest(first.value, flags, 2) !== null && first.value.length > 4) {
    const text = `${show(first.text)} is no attribute of ${kindWithArticle(kind)}.`;
    problems.notOneOf(node.line, first, text, first.value, flags, 2);
    return { part: null, words: rest };
  }
  const other = KINDS.find((row) => {
    return row.models !== null && row.models !== models && partNamed(row.models, first.value);
  });
  if (other) {
    const text = `${show(first.text)} is ${kindWithArticle(other.kind)}, and no ${kind}.`;
    problems.error(node.line, node.kind, text, {
      instead: other.kind,
      hint: `Write ${other.kind} instead of ${kind}.`,
    });
    return { part: null, words: rest };
  }
  const names = namesOf(models);
  problems.notOneOf(
    node.line,
    first,
    `The catalogue has no ${kind} called ${show(first.text)}.`,
    first.value,
    names,
  );
  return { part: null, words: rest };
}

/** Is it one by its form, or by its name? */
export function isAttribute(word: Word, node: NodeLine): boolean {
  if (word.equals !== null) return true;
  if (word.isQuoted) return false;
  const { name, value } = splitAttribute(word);
  const info = attributesOf(node.row.kind).get(name);
  return (
    info !== undefined &&
    (info.form === 'flag' ? value === '' : value !== '' || info.form === 'value')
  );
}

const NAMES = new Map<PartKind, readonly string[]>();

function namesOf(kind: PartKind): readonly string[] {
  let names = NAMES.get(kind);
  if (!names) {
    names = CATALOGUE.filter((part) => part.kind === kind).flatMap((part) => [
      part.id,
      ...part.aliases,
    ]);
    NAMES.set(kind, names);
  }
  return names;
}

/** A whole number that a line needs after its kind; `null` is told. */
export function numberOf(
  node: NodeLine,
  min: number,
  max: number,
  problems: ProblemList,
): { readonly number: number | null; readonly words: readonly Word[] } {
  const [first, ...rest] = node.words;
  const { kind } = node.row;
  if (!first || !/^\d{1,6}$/.test(first.text)) {
    const found = first ? `; found ${show(first.text)}` : '';
    problems.error(
      node.line,
      first ?? node.kind,
      `${kind} expects a number from ${min} to ${max}${found}.`,
      {
        instead: `${kind} ${Math.max(min, 1)}`,
      },
    );
    const isOther = first !== undefined && first.equals === null && !isAttribute(first, node);
    return { number: null, words: isOther ? rest : node.words };
  }
  const number = Number(first.text);
  if (number >= min && number <= max) return { number, words: rest };
  problems.error(node.line, first, `${kind} ${number} is out of range: ${min} to ${max}.`, {
    instead: String(number < min ? min : max),
  });
  return { number: null, words: rest };
}
