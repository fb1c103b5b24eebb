import type { PairTable } from '../../engine/analyze.ts';
import { formatAddress, type PciAddress } from '../../model/address.ts';
import { type DeviceKind, deviceKind } from '../../model/deviceKind.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { shortTitle } from '../../model/shortTitle.ts';

/** A function that the table lists, with what its row and its column show. */
export interface Listed {
  readonly id: FunctionId;
  /** Row and column in the table. */
  readonly place: number;
  readonly kind: DeviceKind;
  /** Its address, or its id where it was not numbered yet. */
  readonly name: string;
  readonly title: string;
  readonly address: PciAddress | null;
  /** In small letters, for searching. */
  readonly searched: string;
}

/**
 * What the table lists, in its order. `null` when it is not about this machine: the answer to the
 * one before.
 */
export function listFunctions(
  table: PairTable,
  byId: ReadonlyMap<FunctionId, PciFunction>,
  titles: ReadonlyMap<FunctionId, string>,
): readonly Listed[] | null {
  const listed: Listed[] = [];
  for (const [place, id] of table.functions.entries()) {
    const fn = byId.get(id);
    if (!fn) return null;
    const name = fn.address ? formatAddress(fn.address) : fn.id;
    const title = fn.label ?? shortTitle(titles.get(id) ?? '');
    const searched = `${name} ${title} ${titles.get(id) ?? ''}`.toLowerCase();
    listed.push({ id, place, kind: deviceKind(fn), name, title, address: fn.address, searched });
  }
  return listed;
}

/**
 * Lists one state of a machine after the other. A list that says what the last one said stays the
 * same object: after most edits nothing has to be counted or drawn anew.
 */
export function createLister(): typeof listFunctions {
  let last: readonly Listed[] | null = null;
  return (table, byId, titles) => {
    const listed = listFunctions(table, byId, titles);
    if (!listed || !last || !saysTheSame(last, listed)) last = listed;
    return last;
  };
}

function saysTheSame(a: readonly Listed[], b: readonly Listed[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return (
        one.id === other?.id &&
        one.place === other.place &&
        one.kind === other.kind &&
        one.name === other.name &&
        one.title === other.title &&
        one.searched === other.searched
      );
    })
  );
}
