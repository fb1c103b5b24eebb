import type { PciAddress } from '../../../model/address.ts';
import { blankConfigBytes, type ConfigBytes } from '../configSpace/configBytes.ts';
import type { TextLine } from '../textLine.ts';

/** How the header was written: as people read it, in quotes (-mm), or as `Key: value` (-vmm). */
export type BlockForm = 'plain' | 'quoted' | 'record';

/** All lines of a paste that belong to one function, broken lines joined. */
export interface Block {
  readonly address: PciAddress;
  readonly form: BlockForm;
  /** What follows the address; grows when the header was broken. */
  header: string;
  readonly line: number;
  /** Lines of words, without their indentation. */
  readonly details: TextLine[];
  /** Bytes, where -x printed some. */
  space: ConfigBytes | null;
  hexLine: number | null;
  /** What came behind its last line: an empty line, some other line, or nothing at all. */
  end: 'blank' | 'line' | 'input';
  /** How many of `details` stand before the first place where lines are missing, if some are. */
  cutAt: number | null;
}

export function blankBlock(
  address: PciAddress,
  form: BlockForm,
  header: string,
  line: number,
): Block {
  return {
    address,
    form,
    header,
    line,
    details: [],
    space: null,
    hexLine: null,
    end: 'input',
    cutAt: null,
  };
}

export function spaceOf(block: Block, line: number): ConfigBytes {
  block.space ??= blankConfigBytes();
  block.hexLine ??= line;
  return block.space;
}
