// Keeps the directions between rooms true (see scripts/imports/rooms.mjs): run by `npm run lint`.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkTree } from './imports/check.mjs';

const root = join(import.meta.dirname, '..');

const files = new Map();
for (const folder of ['src', 'e2e']) {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  }
}

const problems = checkTree(files);
for (const { file, line, text } of problems) console.error(`${file}:${line} ${text}`);
if (problems.length > 0) process.exitCode = 1;
console.log(`check-imports: ${files.size} files, ${problems.length} problems`);
