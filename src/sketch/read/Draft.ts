import type { HostBridge, Machine, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import { NOTHING_STATED } from '../linkDefaults.ts';
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
  /** Captured functions of which a line says whether their device has several; of the others the numbers tell. */
  readonly saidMulti: Set<string>;
  /** Slots of which the id comes from what is printed beside them and the port that feeds them. */
  readonly openSlots: Set<string>;
  readonly sockets: Socket[];
}

/** A draft of a function of which nothing but the catalogue's part is known. */
export function draftOf(
  fn: PciFunction,
  isCaptured: boolean,
  domain: number,
  ports: PciFunction['acs'] = null,
): FunctionDraft {
  return {
    fn,
    isCaptured,
    domain,
    stated: NOTHING_STATED,
    now: null,
    ports,
    freePorts: 0,
    feeds: [],
    slot: null,
    physical: null,
  };
}
