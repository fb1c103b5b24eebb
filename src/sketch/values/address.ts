import { hex } from '../../base/hex.ts';
import type { FixedAddress } from '../../model/pciFunction.ts';

/** What `at=` says: every part may be left to numbering. */
export interface SaidAddress extends FixedAddress {
  readonly domain: number | null;
}

const FORM = /^(?:(?:([0-9a-f]{1,8}):)?(\*|[0-9a-f]{1,2}):)?(\*|[0-9a-f]{1,2})\.(\*|[0-7])$/i;

/** `1c.4`, `05:00.0`, `0000:05:00.0`; `*` leaves a part to numbering (`*.1`). `null`: no such address. */
export function readSaidAddress(text: string): SaidAddress | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const part = (digits: string | undefined) =>
    digits === undefined || digits === '*' ? null : Number.parseInt(digits, 16);
  return {
    domain: part(match[1]),
    bus: part(match[2]),
    // Beyond 1f it is none; whoever takes it says so.
    device: part(match[3]),
    function: part(match[4]),
  };
}

export function writeSaidAddress(said: SaidAddress): string {
  const two = (value: number | null) => (value === null ? '*' : hex(value, 2));
  const place = `${two(said.device)}.${said.function === null ? '*' : said.function}`;
  if (said.domain !== null) return `${hex(said.domain, 4)}:${two(said.bus)}:${place}`;
  return said.bus === null ? place : `${two(said.bus)}:${place}`;
}
