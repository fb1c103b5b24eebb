import { type Problem, problemError } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { SCHEMA_VERSION } from './machine.ts';

type Json = Readonly<Record<string, unknown>>;

/** Lifts a document from one schema version to the next. */
export interface Migration {
  readonly from: number;
  readonly up: (document: Json) => Json;
}

/**
 * One step a version, in order. A version that was ever released keeps its step and a sample in
 * the tests for good: old files open forever.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    // Numbers set by hand, hotplug ranges, risers, and the text that a machine was typed as.
    from: 1,
    up: (document) => ({
      ...document,
      functions: each(document.functions, { fixedAddress: null, hotplugReserve: null }),
      slots: each(document.slots, { riser: null }),
      sketch: null,
    }),
  },
];

/** Every object of a list with these fields added; anything else as it is, for the form to refuse. */
function each(list: unknown, added: Json): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((item) => (isObject(item) ? { ...item, ...added } : item));
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * Brings a parsed JSON value to the present form, or says why it cannot: it is no Peerlane
 * document, or one of a later Peerlane.
 */
export function migrate(
  value: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
  newest: number = SCHEMA_VERSION,
): Result<Json, Problem> {
  if (!isPeerlaneJson(value)) {
    return err(
      problemError('This is not a Peerlane document: it lacks "format": "peerlane".', {
        where: '/format',
        hint: 'Open a file that Peerlane saved, or paste the output of lspci.',
      }),
    );
  }
  const { schema } = value;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) {
    const found = schema === undefined ? 'states no' : `has the impossible`;
    const shown = schema === undefined ? '' : ` ${JSON.stringify(schema)}`;
    return err(
      problemError(`The document ${found} schema version${shown}.`, {
        where: '/schema',
        hint: `Documents of this Peerlane say "schema": ${newest}.`,
      }),
    );
  }
  if (schema > newest) {
    return err(
      problemError(
        `The document has schema version ${schema}; this Peerlane reads up to ${newest}.`,
        { where: '/schema', hint: 'Open it with a newer Peerlane; the file was left untouched.' },
      ),
    );
  }
  let document: Json = value;
  for (let version = schema; version < newest; version++) {
    const step = migrations.find((migration) => migration.from === version);
    if (!step) throw new Error(`no migration from schema version ${version}`);
    document = { ...step.up(document), schema: version + 1 };
  }
  return ok(document);
}

/** Does this look like a document, whatever its version? */
export function isPeerlaneJson(value: unknown): value is Json {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === 'peerlane'
  );
}
