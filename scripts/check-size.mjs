// How much JavaScript a visitor waits for: `node scripts/check-size.mjs [folder]` after a build. Counts
// what index.html loads at once and what that imports, packed; workers and late parts are apart. Of those
// it counts the files: each is a request of its own.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstLoad } from './site/firstLoad.mjs';

const BUDGET_KB = 200;
const MOST_FILES = 50;

const folder = process.argv[2] ?? join(import.meta.dirname, '../dist/site');
const files = firstLoad(folder);
const total = files.reduce((sum, { packed }) => sum + packed, 0);

/** @param {number} bytes */
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

for (const { path, packed, plain } of files) {
  console.log(`${kb(packed).padStart(10)} gzip  ${kb(plain).padStart(10)}  ${path}`);
}
console.log(
  `${kb(total).padStart(10)} gzip of JavaScript at first load; the budget is ${BUDGET_KB} kB`,
);
const parts = readdirSync(join(folder, 'assets')).filter((name) => /\.(?:js|css)$/.test(name));
console.log(`${parts.length} scripts and styles in all; the budget is ${MOST_FILES}`);
if (files.length === 0) fail('index.html names no script.');
if (total > BUDGET_KB * 1000) fail('Too much: load later what the first look does not need.');
if (parts.length > MOST_FILES) {
  fail('Too many files: put what is late into an area of scripts/site/chunks.mjs.');
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
