import { formatCount } from '../../parts/verdictWords.ts';
import type { AddressRow } from './addressRows.ts';
import { sizeOf } from './addressRows.ts';
import { bytesText } from './addressWords.ts';

/** `36 BARs in 7 host windows, 7.9 TiB; 5.1 TiB free`. */
export function countsText(rows: readonly AddressRow[]): string {
  const bars = rows.filter(({ region }) => region.owner.kind === 'bar').length;
  const windows = rows.filter(({ region }) => region.owner.kind === 'host');
  const text = `${formatCount(bars)} BAR${bars === 1 ? '' : 's'}`;
  if (windows.length === 0) return text;
  const whole = windows.reduce((sum, { region }) => sum + sizeOf(region), 0n);
  const free = windows.reduce((sum, row) => sum + (row.free ?? 0n), 0n);
  const many = `${formatCount(windows.length)} host window${windows.length === 1 ? '' : 's'}`;
  return `${text} in ${many}: ${bytesText(whole)}, of which ${free === 0n ? 'nothing is' : `${bytesText(free)} are`} free`;
}
