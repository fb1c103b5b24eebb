import { type Above, kindsBelow } from '../kinds.ts';
import { nameWord } from '../lexLine.ts';
import type { Suggestion } from '../sketch.ts';
import { STATEMENTS } from '../statements.ts';
import type { SketchName } from './namesIn.ts';

/**
 * Parts that may stand below such a line. Where parts of the kind have numbered names, the next of
 * them is offered with its name: `gpu3: gpu` after `gpu2: gpu`.
 *
 * @param names `null`: the line has one
 */
export function suggestKinds(
  above: Above,
  names: readonly SketchName[] | null,
): readonly Suggestion[] {
  return kindsBelow(above).flatMap(({ kind, help }): readonly Suggestion[] => {
    const plain: Suggestion = {
      label: kind,
      insert: kind,
      kind: 'kind',
      detail: '',
      info: help,
    };
    const name = names && nextName(names, kind);
    if (name === null) return [plain];
    const line = kind === 'host' ? `host ${nameWord(name)}` : `${nameWord(name)}: ${kind}`;
    if (kind === 'socket') return [{ ...plain, label: `socket ${name}`, insert: `socket ${name}` }];
    return [{ ...plain, label: line, insert: line, detail: 'the next of its kind' }, plain];
  });
}

/** The name after the last one of the kind that ends in a number; a socket's is its number. */
function nextName(names: readonly SketchName[], kind: SketchName['kind']): string | null {
  const last = names.findLast((each) => each.kind === kind);
  const match = /^(.*?)(\d{1,6})$/.exec(last?.name ?? '');
  if (!match) return kind === 'socket' ? '0' : null;
  const taken = new Set(names.map(({ name }) => name));
  const stem = match[1] ?? '';
  let number = Number(match[2]) + 1;
  while (taken.has(`${stem}${number}`)) number++;
  return kind === 'socket' ? String(number) : `${stem}${number}`;
}

/** Words that begin a line which is not indented. */
export function suggestStatements(): readonly Suggestion[] {
  return STATEMENTS.map(({ word, form, help }) => ({
    label: word,
    insert: word,
    kind: 'keyword',
    detail: '',
    info: `${help}\n${form}`,
  }));
}
