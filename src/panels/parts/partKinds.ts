import type { CataloguePart, PartKind } from '../../catalogue/part.ts';

/** Kinds in the order of the panel, in words for several. */
export const KIND_WORDS: readonly (readonly [PartKind, string])[] = [
  ['host', 'Platforms'],
  ['port', 'Ports'],
  ['switch', 'Switches'],
  ['gpu', 'GPUs'],
  ['nvme', 'NVMe'],
  ['nic', 'NICs'],
  ['hfi', 'HFIs'],
  ['fpga', 'FPGAs'],
  ['card', 'Cards'],
  ['rciep', 'Integrated'],
  ['bridge', 'Bridges'],
  ['vmd', 'VMD'],
  ['ntb', 'NTB'],
  ['mgmt', 'Management'],
  ['fn', 'Functions'],
  ['slot', 'Slots'],
];

/** What is asked of the catalogue; no kinds: all. */
export interface PartQuery {
  readonly text: string;
  readonly kinds: ReadonlySet<PartKind>;
}

/** Parts of one kind. */
export interface PartSection {
  readonly kind: PartKind;
  readonly title: string;
  readonly parts: readonly CataloguePart[];
}

/** Parts that match every word of the query, by kind. */
export function findCatalogueParts(
  catalogue: readonly CataloguePart[],
  { text, kinds }: PartQuery,
): readonly PartSection[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return KIND_WORDS.filter(([kind]) => kinds.size === 0 || kinds.has(kind))
    .map(([kind, title]) => ({
      kind,
      title,
      parts: catalogue.filter((part) => part.kind === kind && matches(part, title, words)),
    }))
    .filter(({ parts }) => parts.length > 0);
}

function matches(part: CataloguePart, title: string, words: readonly string[]): boolean {
  const maker = part.kind === 'host' ? part.maker : '';
  const said = [part.id, part.title, part.kind, title, maker, part.note, ...part.aliases];
  const text = said.join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
