import { CATALOGUE } from '../../../catalogue/catalogue.ts';
import type { CataloguePart } from '../../../catalogue/part.ts';
import { USUAL_SERVER } from '../../../catalogue/usualServer.ts';

/** A part of the palette, with the short word that stands below its drawing. */
export interface PartTile {
  readonly part: CataloguePart;
  readonly name: string;
}

/**
 * Parts without a maker, in the order in which a machine is built; slots by their size. Only the
 * platform has a maker: through one that no list of the kernel names, peers are refused.
 */
const TILES: readonly (readonly [id: string, name: string])[] = [
  [USUAL_SERVER, 'Server'],
  ['port', 'Root port'],
  ['switch', 'Switch'],
  ['bridge', 'Bridge'],
  ['gpu', 'GPU'],
  ['nic', 'NIC'],
  ['nvme', 'NVMe drive'],
  ['fpga', 'FPGA'],
  ['hfi', 'HFI'],
  ['card', 'Card'],
  ['vmd', 'VMD'],
  ['ntb', 'NTB'],
  ['x16', 'Slot x16'],
  ['x8', 'Slot x8'],
  ['x4', 'Slot x4'],
  ['m2', 'M.2'],
];

/** The palette. */
export const PART_TILES: readonly PartTile[] = TILES.flatMap(([id, name]) => {
  const part = CATALOGUE.find((each) => each.id === id);
  return part ? [{ part, name }] : [];
});

/** What a part is called on a tile: its short word, else its title without what all of a kind share. */
export function tileName(part: CataloguePart): string {
  return PART_TILES.find((tile) => tile.part.id === part.id)?.name ?? part.title;
}
