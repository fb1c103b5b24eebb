import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodeText } from '../base/decodeText.ts';
import { GOLDEN_DUMPS, goldenDump } from '../formats/read/lspci/goldenDumps.testkit.ts';
import { readLspci } from '../formats/read/lspci/readLspci.ts';
import type { Machine } from '../model/machine.ts';

/*
 * Machines that exist. Dumps of other people's machines belong to them and are not part of the project:
 * they are read in place, and tests say so where they are absent.
 */

const OTHERS = new URL('../../../shared/dumps/', import.meta.url);

export const hasDumpsOfOthers = existsSync(OTHERS);

/** For a test's title: that the dumps are there, or that what needs them is skipped. */
export const dumpsTitle = (what: string): string =>
  hasDumpsOfOthers ? what : `${what} (SKIPPED: ${OTHERS.pathname} is absent)`;

const DUMP = /^(?!.*\.expected\.).*\.txt(\.gz)?$/;

/** Names of all dumps: `golden/…` of this project, the rest of others. */
export function dumpNames(): readonly string[] {
  const own = GOLDEN_DUMPS.map((name) => `golden/${name}`);
  if (!hasDumpsOfOthers) return own;
  const lspci = readdirSync(new URL('lspci/', OTHERS))
    .filter((name) => DUMP.test(name))
    .map((name) => `lspci/${name}`);
  const paired = readdirSync(new URL('paired/', OTHERS)).flatMap((folder) =>
    readdirSync(new URL(`paired/${folder}/`, OTHERS))
      .filter((name) => /^lspci.*\.txt(\.gz)?$/.test(name))
      .map((name) => `paired/${folder}/${name}`),
  );
  return [...own, ...lspci.sort(), ...paired.sort()];
}

/** The machine that a dump shows; `null` where the text is none. */
export function dumpedMachine(name: string): Machine | null {
  const read = readLspci(textOf(name));
  return read.ok ? read.value.machine : null;
}

function textOf(name: string): string {
  const golden = /^golden\/(.*)$/.exec(name)?.[1];
  if (golden !== undefined) return goldenDump(golden);
  const bytes = readFileSync(new URL(name, OTHERS));
  return decodeText(name.endsWith('.gz') ? gunzipSync(bytes) : bytes).text;
}
