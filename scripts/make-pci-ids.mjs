// Makes data/pci-ids.txt: node scripts/make-pci-ids.mjs [pci.ids | pci.ids.gz | unpacked package]

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compactPciIds } from './pci-ids/compact.mjs';

const output = join(import.meta.dirname, '../data/pci-ids.txt');

/** Where distributions put the file, below the root of the system or of an unpacked package. */
const places = ['usr/share/misc/pci.ids', 'usr/share/hwdata/pci.ids', 'misc/pci.ids', 'pci.ids'];

/** @param {string} path */
function sourceFile(path) {
  if (!statSync(path).isDirectory()) return path;
  const found = places.map((place) => join(path, place)).find((file) => existsSync(file));
  if (!found) throw new Error(`No pci.ids below ${path}.`);
  return found;
}

const file = sourceFile(process.argv[2] ?? '/usr/share/misc/pci.ids');
const bytes = readFileSync(file);
const source = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
const table = Buffer.from(compactPciIds(source), 'utf8');
writeFileSync(output, table);
console.log(`${file}: ${table.length} bytes, ${gzipSync(table, { level: 9 }).length} with gzip`);
