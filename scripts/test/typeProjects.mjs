import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.mjs';

/** The programs the compiler checks, as tsconfig.json lists them. */
export function typeProjects() {
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  return references.map((/** @type {{ path: string }} */ { path }) => path.replace(/^\.\//, ''));
}
