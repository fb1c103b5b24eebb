import type { PartId } from '../../store/state.ts';
import type { Drawn } from './drawn.ts';

/**
 * Everything that is meant by pointing at a part: of a stack all functions of its devices, in all
 * other cases the part. The part itself comes last, where the focus goes.
 */
export function standsFor({ tree }: Pick<Drawn, 'tree'>, part: PartId): readonly PartId[] {
  const what = tree.parts.get(part)?.what;
  if (what?.kind !== 'box' || what.box.stack === undefined) return [part];
  return [...what.box.functions.filter((fn) => fn !== part), part];
}
