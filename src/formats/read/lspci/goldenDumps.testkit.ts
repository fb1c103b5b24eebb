import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { goldenReference } from '../../../verify/goldenCases.testkit.ts';

const FOLDER = new URL('../../../../fixtures/golden/kernel/', import.meta.url);
const ENDING = '.lspci.txt.gz';

/** Names of the golden cases that come with an lspci dump. */
export const GOLDEN_DUMPS: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => name.slice(0, -ENDING.length))
  .sort();

const read = (name: string): string => gunzipSync(readFileSync(new URL(name, FOLDER))).toString();

/** The dump of a case, as words and bytes: `lspci -vvvnnxxxx`. */
export const goldenDump = (name: string): string => read(`${name}${ENDING}`);

/** What the kernel said of each function, as far as a dump shows it. */
export interface GoldenDevice {
  readonly bdf: string;
  readonly vendor: string;
  readonly device: string;
  readonly class: string;
  readonly pcieType: string;
  readonly headerType: number;
  readonly multifunction: boolean;
  readonly parent: string | null;
  readonly rootBus: string;
  readonly secondary?: string;
  readonly subordinate?: string;
  readonly acs: { readonly cap: string; readonly ctl: string } | null;
  readonly iommuGroup: number | string | null;
  readonly physfn?: string;
  readonly numaNode: number;
  readonly driver: string | null;
  readonly link?: {
    readonly current_link_speed?: string;
    readonly current_link_width?: string;
  };
  /** Number, start, size, flags, bus address; hexadecimal. */
  readonly bars?: readonly (readonly [number, string, string, string, string])[];
}

export const goldenDevices = (name: string): readonly GoldenDevice[] =>
  (JSON.parse(goldenReference(name) ?? 'null') as { devices: readonly GoldenDevice[] }).devices;

/** The dump without its bytes. */
export const wordsOf = (dump: string): string => dump.replace(/^[\da-f]{2,3}: .*\n/gm, '');

/** The dump without its words: an address before each function's bytes. */
export const bytesOf = (dump: string): string =>
  dump.replace(/^\t.*\n/gm, '').replace(/^(\S+\.\d) .*$/gm, '$1 ...');

/** The first `count` bytes of every function. */
export const cutTo = (dump: string, count: number): string =>
  dump.replace(/^([\da-f]{2,3}): .*\n/gm, (row, offset: string) =>
    Number.parseInt(offset, 16) < count ? row : '',
  );
