import type { FunctionId } from '../../model/ids.ts';
import type { ChosenPair } from '../../store/state.ts';
import type { Spot } from './afterKey.ts';
import type { Listed } from './listFunctions.ts';

/** Row and column of a pair in a matrix; -1 where an end is open or not shown. */
export function spotOf(
  pair: ChosenPair,
  rowOf: ReadonlyMap<FunctionId, number>,
  columnOf: ReadonlyMap<FunctionId, number>,
): Spot {
  const { provider, client } = pair;
  return {
    row: provider === null ? -1 : (rowOf.get(provider) ?? -1),
    column: client === null ? -1 : (columnOf.get(client) ?? -1),
  };
}

export function placesOf(items: readonly Listed[]): ReadonlyMap<FunctionId, number> {
  return new Map(items.map(({ id }, place) => [id, place]));
}
