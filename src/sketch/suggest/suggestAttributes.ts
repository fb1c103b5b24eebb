import type { AttributeInfo, LineKind } from '../attribute.ts';
import { attributesOf } from '../attributes.ts';
import type { Word } from '../lexLine.ts';
import type { Suggestion, Suggestions } from '../sketch.ts';
import { splitAttribute } from '../splitAttribute.ts';
import type { SketchName } from './namesIn.ts';

/** How many generations or widths are offered before anything of them is typed. */
const UNKNOWN_VALUE = '?';

/** Attributes that the line does not have yet, in the order of the tables. */
export function suggestAttributes(kind: LineKind, others: readonly Word[]): readonly Suggestion[] {
  const said = new Set(others.map((word) => splitAttribute(word).name));
  return [...attributesOf(kind).values()]
    .filter(({ name }) => !said.has(name))
    .sort((a, b) => weight(a) - weight(b))
    .flatMap(suggestionsOf);
}

/** What most lines say comes first; the order of the tables is that of applying. */
const OFTEN = ['gen', 'x', 'acs', 'acscap', 'bar', 'cmb', 'slot', 'at', 'mps', 'mrrs', 'tags'];

function weight({ name }: AttributeInfo): number {
  const place = OFTEN.indexOf(name);
  return place === -1 ? OFTEN.length : place;
}

function suggestionsOf({ name, form, help, values }: AttributeInfo): readonly Suggestion[] {
  if (form === 'suffix') {
    const known = values.filter((value) => value !== UNKNOWN_VALUE);
    // The newest and widest are drawn most.
    return known.reverse().map((value) => ({
      label: `${name}${value}`,
      insert: `${name}${value}`,
      kind: 'value',
      detail: '',
      info: help,
    }));
  }
  const [example] = values;
  return [
    {
      label: form === 'value' ? `${name}=` : name,
      insert: form === 'value' ? `${name}=` : name,
      kind: 'attribute',
      detail: form === 'value' && example !== undefined ? example : '',
      info: help,
    },
  ];
}

/** Names of what may be referred to. */
const NAMES_OF: Readonly<Record<string, (name: SketchName) => boolean>> = {
  slot: ({ kind }) => kind === 'slot',
  in: ({ kind }) => kind === 'slot',
  feeds: ({ kind }) => kind === 'slot',
  pf: ({ kind }) => kind === 'fn' || !STATEMENT_NAMES.has(kind),
  through: ({ kind }) => !NO_MEMORY.has(kind),
};
const STATEMENT_NAMES: ReadonlySet<string> = new Set(['slot', 'flow', 'group', 'list']);
const NO_MEMORY: ReadonlySet<string> = new Set([
  ...STATEMENT_NAMES,
  'socket',
  'host',
  'port',
  'switch',
]);

/** Values of the attribute that the place is in; of lists such as `acs=SV,RR` the next word. */
export function suggestValues(
  kind: LineKind,
  word: Word,
  column: number,
  names: () => readonly SketchName[],
): Suggestions | null {
  const { name, value, valueFrom } = splitAttribute(word);
  const info = attributesOf(kind).get(name);
  if (!info) return null;
  const option = (text: string): Suggestion => ({
    label: text,
    insert: text,
    kind: 'value',
    detail: '',
    info: info.help,
  });
  const isNamed = NAMES_OF[name];
  if (isNamed) {
    const options = names()
      .filter(isNamed)
      .map((each) => option(each.word));
    return {
      from: valueFrom,
      to: word.to,
      options: [...options, ...info.values.filter((each) => each !== '-').map(option)],
    };
  }
  const bits = bitsOf(info.values);
  const comma = word.text.lastIndexOf(',', column - word.from - 1);
  if (bits.length > 0 && comma !== -1) {
    const from = word.from + comma + 1;
    const next = word.text.indexOf(',', column - word.from);
    const to = next === -1 ? word.to : word.from + next;
    const said = new Set(value.split(','));
    const options = bits.filter((bit) => !said.has(bit)).map(option);
    return from < valueFrom ? null : { from, to, options };
  }
  return {
    from: valueFrom,
    to: word.to,
    options: [...new Set([...info.values, ...bits])].map(option),
  };
}

/** Single words of values that are lists of two-letter bits. */
function bitsOf(values: readonly string[]): readonly string[] {
  const lists = values.filter((value) => /^[A-Z]{2}(?:,[A-Z]{2})*$/.test(value));
  return [...new Set(lists.flatMap((value) => value.split(',')))];
}
