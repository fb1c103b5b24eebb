import type { LineKind } from '../attribute.ts';
import { attributesOf } from '../attributes.ts';
import { kindRow } from '../kinds.ts';
import { lexLine, type Word } from '../lexLine.ts';
import { splitAttribute } from '../splitAttribute.ts';
import { statementRow } from '../statements.ts';

/** A line's words by what they are for. */
export interface LineWords {
  /** The kind of a node, the first word of a statement. */
  readonly head: string;
  readonly isStatement: boolean;
  /** The word that names a node: `gpu0:`, or the second of `host h0`. */
  readonly name: Word | null;
  /** The words whose place says what they are, the head first. */
  readonly plain: readonly Word[];
  /** By name; of a name that is said twice the last. */
  readonly attributes: ReadonlyMap<string, Word>;
  /** Attributes that such a line may have, in the order in which they are written. */
  readonly order: readonly string[];
}

const WITH_ATTRIBUTES: ReadonlySet<string> = new Set(['slot', 'link', 'flow', 'group']);

/** Sorts the words of a line; `null`: it says nothing. */
export function lineWords(text: string): LineWords | null {
  const { words } = lexLine(text);
  const [first, second] = words;
  if (!first) return null;
  const statement = first.isName || first.isQuoted ? undefined : statementRow(first.value);
  const head = first.isName ? second : first;
  const kind = (statement?.word ?? (head && kindRow(head.value)?.kind)) as LineKind | undefined;
  const takes = !statement || WITH_ATTRIBUTES.has(statement.word);
  const known = kind && takes ? attributesOf(kind) : null;
  const plain: Word[] = [];
  const attributes = new Map<string, Word>();
  let name = first.isName && !statement ? first : null;
  for (const word of words) {
    if (word === name) continue;
    const isHead = word === head;
    const split = isHead || word.isQuoted ? null : splitAttribute(word);
    if (split && known && (known.has(split.name) || word.equals !== null)) {
      attributes.set(split.name, word);
    } else if (head?.value === 'host' && !statement && name === null && !isHead) {
      name = word;
    } else {
      plain.push(word);
    }
  }
  return {
    head: head?.value ?? '',
    isStatement: statement !== undefined,
    name,
    plain,
    attributes,
    order: known ? [...known.keys()] : [],
  };
}
