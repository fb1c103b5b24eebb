import { describeFunction } from '../formats/write/describeFunction.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { titleOfPart } from './titleOfPart.ts';

/**
 * What to call the functions that are not in `known`: the user's own name, else the catalogue's for
 * the part, else the ids. The engine's answer, which knows the table of names, takes its place.
 */
export function titlesOfNew(
  { functions }: Machine,
  known: ReadonlyMap<FunctionId, unknown>,
): ReadonlyMap<FunctionId, string> {
  return new Map(
    functions
      .filter(({ id }) => !known.has(id))
      .map((fn) => {
        const model = fn.label === null ? (fn.part?.model ?? null) : null;
        return [fn.id, (model && titleOfPart(model)) || describeFunction(fn, null)];
      }),
  );
}
