// Packs what real kernels decided, one case a line, one file a kernel, into fixtures/golden/cases:
//
//   node scripts/pack-golden.mjs FOLDER
//
// FOLDER holds `kernel/*.json` (6.1 and 6.12), `eras/ref/*.json` (6.12 again) and `eras/VERSION/*.json`.
// Cases are packed whole, in order of their ids; the same folder gives the same bytes.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const out = new URL('../fixtures/golden/cases/', import.meta.url);

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node scripts/pack-golden.mjs FOLDER');
  process.exit(2);
}

/** @typedef {{ id: string, kernel: { series: string } }} Case */

/** @type {Map<string, Case[]>} */
const packs = new Map();

/**
 * @param {string} from folder of cases
 * @param {(golden: Case) => string} packOf
 */
function collect(from, packOf) {
  for (const name of readdirSync(from)) {
    if (!name.endsWith('.json')) continue;
    /** @type {Case} */
    const golden = JSON.parse(readFileSync(join(from, name), 'utf8'));
    if (`${golden.id}.json` !== name) throw new Error(`${name} holds the case ${golden.id}`);
    const pack = packOf(golden);
    packs.set(pack, [...(packs.get(pack) ?? []), golden]);
  }
}

collect(join(folder, 'kernel'), ({ kernel }) => kernel.series);
const eras = join(folder, 'eras');
for (const entry of readdirSync(eras, { withFileTypes: true })) {
  if (entry.isDirectory()) collect(join(eras, entry.name), () => entry.name);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let bytes = 0;
for (const [pack, cases] of [...packs].sort(([a], [b]) => (a < b ? -1 : 1))) {
  cases.sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = cases.map((golden) => `${JSON.stringify(golden)}\n`).join('');
  const packed = gzipSync(lines, { level: 9 });
  writeFileSync(new URL(`${pack}.jsonl.gz`, out), packed);
  bytes += packed.length;
  console.log(`${pack}: ${cases.length} cases, ${packed.length} bytes`);
}
console.log(`${bytes} bytes in all`);
