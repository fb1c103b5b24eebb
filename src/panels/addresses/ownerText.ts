import { hex64 } from '../../base/hex.ts';
import { formatAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { hostTitle, rootBusName, titleOf } from '../words/partNames.ts';
import type { AddressRow } from './addressRows.ts';
import { kindText, sizeText } from './addressWords.ts';

/** The number of an owner, for setting as an address: a function's or a root bus; `null`: none. */
export function ownerNumber(document: OpenDocument, part: PartId): string | null {
  const fn = document.byId.get(part as FunctionId);
  if (fn) return fn.address ? formatAddress(fn.address) : null;
  const host = document.machine.hostBridges.find(({ id }) => id === part);
  return host ? rootBusName(host) : null;
}

/** What an owner is called. */
export function ownerTitle(document: OpenDocument, part: PartId): string {
  const fn = document.byId.get(part as FunctionId);
  if (fn) return titleOf(document, fn);
  const host = document.machine.hostBridges.find(({ id }) => id === part);
  return host ? hostTitle(host) : part;
}

/** Number and name. */
export function ownerText(document: OpenDocument, part: PartId): string {
  const number = ownerNumber(document, part);
  const title = ownerTitle(document, part);
  return number === null ? title : `${number} ${title}`;
}

/** The table for other programs: one line a region, fields apart by tabs. */
export function copyText(
  rows: readonly AddressRow[],
  document: OpenDocument,
  hasOffsets: boolean,
): string {
  const bus = hasOffsets ? ['bus address'] : [];
  const head = ['first', 'last', ...bus, 'size', 'kind', 'owner', 'name'];
  const lines = rows.map(({ region, part, busOffset }) => [
    hex64(region.first),
    hex64(region.last),
    ...(hasOffsets ? [hex64(region.first + busOffset)] : []),
    sizeText(region),
    kindText(region),
    ownerNumber(document, part) ?? part,
    ownerTitle(document, part),
  ]);
  return `${[head, ...lines].map((fields) => fields.join('\t')).join('\n')}\n`;
}
