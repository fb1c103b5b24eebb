import { hex } from '../../base/hex.ts';
import type { PciAddress } from '../../model/address.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { type BusMap, busMapOf, type PlacedFunction } from './busMap.ts';

export interface TreeOptions {
  /** What is written after an endpoint. */
  readonly name: (fn: PciFunction) => string;
  /** Short text set behind a function's number, e.g. its ACS bits; empty for none. */
  readonly mark: (fn: PciFunction) => string;
  /** Columns; names are cut to fit, the tree itself never is. */
  readonly width: number;
}

/**
 * The tree as `lspci -tv` (pciutils 3.9) draws it: buses in brackets, device and function numbers,
 * the name behind each function that leads nowhere. Drawn by bus numbers, like there: a function
 * whose bridge the input does not show stands where its bus number puts it.
 *
 * Functions without an address cannot be drawn and are left out.
 */
export function writeLspciTree(machine: Machine, options: TreeOptions): string {
  const map = busMapOf(machine);
  const roots = map.roots.map((bus) =>
    busText(map, bus.domain, bus.number, bus.functions, options),
  );
  const [only, ...others] = roots;
  const lines =
    only && others.length === 0
      ? only.map((line, row) => ({ ...line, art: (row === 0 ? '-' : ' ') + line.art }))
      : beside('-', roots);
  return lines.map((line) => `${cut(line, options.width)}\n`).join('');
}

/** Lines of text whose first column continues a line from the left. */
type Block = readonly Line[];
interface Line {
  readonly art: string;
  readonly name: string;
}

/** `[0000:05]-` and what is on the bus. */
function busText(
  map: BusMap,
  domain: number,
  number: number,
  functions: readonly PlacedFunction[],
  options: TreeOptions,
): Block {
  const head = `[${hex(domain, 4)}:${hex(number, 2)}]-`;
  return beside(
    head,
    functions.map((fn) => functionText(map, fn, options)),
  );
}

function functionText(map: BusMap, placed: PlacedFunction, options: TreeOptions): Block {
  const { fn, address } = placed;
  const head = `${slotText(address)}${options.mark(fn)}`;
  const below = map.below(fn.id);
  if (below === null) return [{ art: head, name: options.name(fn) }];
  const { secondary, subordinate, buses } = below;
  if (secondary === 0) return [{ art: `${head}--`, name: '' }];
  const range =
    secondary === subordinate ? hex(secondary, 2) : `${hex(secondary, 2)}-${hex(subordinate, 2)}`;
  const bridge = `${head}-[${range}]--`;
  const [first, ...more] = buses;
  if (first === undefined) return [{ art: bridge, name: '' }];
  if (more.length === 0) {
    return beside(
      bridge,
      first.functions.map((child) => functionText(map, child, options)),
    );
  }
  return beside(
    bridge,
    buses.map((bus) => busText(map, bus.domain, bus.number, bus.functions, options)),
  );
}

/** Sets blocks behind a head: `--` for one, `+- |  \-` branches for several. */
function beside(head: string, blocks: readonly Block[]): Block {
  if (blocks.length === 0) return [{ art: head, name: '' }];
  const pad = ' '.repeat(head.length);
  const lines: Line[] = [];
  blocks.forEach((block, index) => {
    const last = index === blocks.length - 1;
    const branch = blocks.length === 1 ? '--' : index === 0 ? '+-' : last ? '\\-' : '+-';
    const beneath = last ? '  ' : '| ';
    block.forEach((line, row) => {
      const left = row > 0 ? pad + beneath : (index === 0 ? head : pad) + branch;
      lines.push({ art: left + line.art, name: line.name });
    });
  });
  return lines;
}

function slotText(address: PciAddress): string {
  return `${hex(address.device, 2)}.${address.function}`;
}

const CUT = '...';

function cut(line: Line, width: number): string {
  if (line.name === '') return line.art;
  const room = width - line.art.length - 2;
  if (line.name.length <= room) return `${line.art}  ${line.name}`;
  if (room <= CUT.length) return line.art;
  return `${line.art}  ${line.name.slice(0, room - CUT.length)}${CUT}`;
}

/** Marks that say nothing. */
export const NO_MARK: (fn: PciFunction) => string = () => '';
