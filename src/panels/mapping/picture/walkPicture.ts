import type { MappingBox, MappingScene } from '../../../layout/mapping/mappingScene.ts';

/** What keys walk over: entries and outputs, each in the order of the list. */
export function walkable(scene: MappingScene): readonly MappingBox[] {
  return scene.boxes.filter(({ kind }) => kind !== 'span');
}

/**
 * The box that a key leads to; `null`: the key leads nowhere. Up and down along a column, left and
 * right to the other one: from an entry to its output, from an output to its first entry.
 */
export function boxAfterKey(
  boxes: readonly MappingBox[],
  from: MappingBox,
  key: string,
): MappingBox | null {
  const isEntry = from.kind === 'entry';
  const column = boxes.filter(({ kind }) => (kind === 'entry') === isEntry);
  const at = column.indexOf(from);
  if (key === 'ArrowDown') return column[at + 1] ?? null;
  if (key === 'ArrowUp') return column[at - 1] ?? null;
  if (key === 'Home') return column[0] ?? null;
  if (key === 'End') return column.at(-1) ?? null;
  if (key === 'ArrowRight' && isEntry) {
    const others = boxes.filter(({ kind }) => kind !== 'entry');
    return (
      others.find(({ about }) => about.output !== null && about.output === from.about.output) ??
      others.find(({ kind }) => kind === 'error') ??
      null
    );
  }
  if (key === 'ArrowLeft' && !isEntry) {
    const { first, count } = from.about;
    const end = first + Math.max(1, count);
    const own = boxes.filter(({ kind }) => kind === 'entry');
    return own.find(({ about }) => about.first >= first && about.first < end) ?? own[0] ?? null;
  }
  return null;
}
