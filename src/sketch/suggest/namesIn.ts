import { kindRow, type NodeKind } from '../kinds.ts';
import { lexLine, nameWord } from '../lexLine.ts';

/** A name that a text gives to a part. */
export interface SketchName {
  readonly name: string;
  /** As a reference writes it: in quotes where it must be. */
  readonly word: string;
  readonly kind: NodeKind | 'slot' | 'flow' | 'group' | 'list';
}

const NAMED_STATEMENTS: ReadonlySet<string> = new Set(['slot', 'flow', 'group', 'list']);

/** All names of a text, in its order; each once. */
export function namesIn(text: string): readonly SketchName[] {
  const found = new Map<string, SketchName>();
  for (const line of text.split('\n')) {
    const name = nameOf(line);
    if (name && !found.has(name.name)) found.set(name.name, name);
  }
  return [...found.values()];
}

function nameOf(line: string): SketchName | null {
  const [first, second] = lexLine(line).words;
  if (!first || !second) return null;
  const make = (name: string, kind: SketchName['kind']) => ({ name, word: nameWord(name), kind });
  if (first.isName) {
    const row = kindRow(second.value);
    return row ? make(first.value, row.kind) : null;
  }
  if (first.isQuoted) return null;
  if (first.value === 'host') return second.equals === null ? make(second.value, 'host') : null;
  if (first.value === 'socket') return make(`socket${second.value}`, 'socket');
  if (!NAMED_STATEMENTS.has(first.value)) return null;
  return make(second.value, first.value as SketchName['kind']);
}
