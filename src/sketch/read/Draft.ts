import type { HostBridge, Machine, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import type { LinedId } from '../sketch.ts';
import type { Base } from './Base.ts';
import type { Ids } from './Ids.ts';
import type { Names } from './Names.ts';
import type { ProblemList } from './ProblemList.ts';

/** More functions than any machine has: a text that asks for more is a mistake. */
export const MOST_FUNCTIONS = 50_000;

/** A sketch as far as it has been read: what the readers of its lines share. */
export interface Draft {
  /** The text line by line. */
  readonly lines: readonly string[];
  readonly origin: Machine['origin'];
  readonly problems: ProblemList;
  readonly ids: Ids;
  readonly names: Names;
  /** The document that the text belongs to. */
  readonly base: Base;
  readonly lineOf: Map<LinedId, number>;
  /** Functions in the order of the text; names in them are not resolved yet. */
  readonly functions: FunctionDraft[];
  readonly hosts: HostBridge[];
  readonly sockets: Socket[];
}

/** A draft of a function of which nothing but the catalogue's part is known. */
export function draftOf(
  fn: PciFunction,
  isCaptured: boolean,
  domain: number,
  ports: PciFunction['acs'] = null,
): FunctionDraft {
  return { fn, isCaptured, domain, ports, freePorts: 0, feeds: [], slot: null, physical: null };
}
