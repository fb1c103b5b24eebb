import type { Attribute, LineKind } from '../attribute.ts';
import { quoted } from '../lexLine.ts';

/** What is to be said of a part, and what a reader makes of it. */
export interface Spelled<Draft> {
  readonly words: readonly string[];
  readonly said: ReadonlySet<string>;
  readonly result: Draft;
}

/**
 * The attributes that make the one draft into the other: each is applied as a reader would, so that
 * what one of them brings along is not said again.
 */
export function spell<Draft>(
  start: Draft,
  target: Draft,
  kind: LineKind,
  table: readonly Attribute<Draft>[],
  without: ReadonlySet<string> = NONE,
): Spelled<Draft> {
  const words: string[] = [];
  const said = new Set<string>();
  let current = start;
  for (const attribute of rowsOf(table, kind)) {
    if (without.has(attribute.name)) continue;
    const wanted = attribute.write(target);
    if (wanted === null || attribute.write(current) === wanted) continue;
    const read = attribute.read(current, wanted);
    if (!read.ok) continue;
    current = read.value;
    said.add(attribute.name);
    words.push(wordOf(attribute, wanted));
  }
  // A short way that was not enough is left out.
  if (said.has('bar') && said.has('bars')) {
    return spell(start, target, kind, table, new Set([...without, 'bar']));
  }
  return { words, said, result: current };
}

const NONE: ReadonlySet<string> = new Set();
const ROWS = new WeakMap<object, Map<LineKind, unknown>>();

/** The attributes of a kind in a table; made once for each. */
function rowsOf<Draft>(
  table: readonly Attribute<Draft>[],
  kind: LineKind,
): readonly Attribute<Draft>[] {
  let ofTable = ROWS.get(table);
  if (!ofTable) {
    ofTable = new Map();
    ROWS.set(table, ofTable);
  }
  let rows = ofTable.get(kind) as readonly Attribute<Draft>[] | undefined;
  if (!rows) {
    rows = table.filter(({ kinds }) => kinds.includes(kind));
    ofTable.set(kind, rows);
  }
  return rows;
}

function wordOf(
  { name, form }: { readonly name: string; readonly form: 'value' | 'flag' | 'suffix' },
  value: string,
): string {
  if (form === 'flag' && value === 'yes') return name;
  if (form === 'suffix' && /^[\d?]/.test(value) && PLAIN_VALUE.test(value))
    return `${name}${value}`;
  return `${name}=${PLAIN_VALUE.test(value) ? value : quoted(value)}`;
}

/** White space and quotes need quotes around them. */
const PLAIN_VALUE = /^[^\s"]+$/;
