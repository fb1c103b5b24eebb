/** What a schema has to say of one place, as zod reports it (the parts that are read here). */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

const MOST_SHOWN = 60;

/** `found -1, expected at least 0`: one sentence on a value that does not fit. */
export function describeIssue(issue: Issue, document: unknown): string {
  return `Found ${shown(valueAt(document, issue.path))}, expected ${expected(issue)}.`;
}

function expected(issue: Issue): string {
  if (issue.errors && issue.errors.length > 0) {
    const choices = issue.errors.flatMap(([first]) => (first ? [inside(first)] : []));
    return [...new Set(choices)].join(' or ');
  }
  if (issue.values) return issue.values.map(shown).join(' or ');
  if (issue.minimum !== undefined) return `at least ${issue.minimum}`;
  if (issue.maximum !== undefined) return `at most ${issue.maximum}`;
  if (typeof issue.expected === 'string' && issue.code === 'invalid_type') {
    return /^[aeiou]/.test(issue.expected) ? `an ${issue.expected}` : `a ${issue.expected}`;
  }
  return 'an id, or an address such as "0x4000000000"';
}

/** A choice of a union may fail further inside. */
function inside(issue: Issue): string {
  const text = expected(issue);
  return issue.path.length === 0 ? text : `${text} as ${issue.path.map(String).join('/')}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
