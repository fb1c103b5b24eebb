import type { CataloguePart } from '../../catalogue/part.ts';

/** The line of a sketch that puts the part in: `gpu rtx-pro-6000`, `slot "Slot 1": x16`. */
export function sketchLine({ kind, id }: CataloguePart): string {
  const model = id === kind ? '' : ` ${id}`;
  return kind === 'slot' ? `slot slot0:${model || ' x16'}` : `${kind}${model}`;
}
