// What a build says of itself in "About": which Peerlane it is, and of when the names are.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} [root] of the source
 * @returns {{ version: string, commit: string, namesOf: string }} `unknown` for what cannot be told
 */
export function buildFacts(root = join(import.meta.dirname, '../..')) {
  return { version: versionIn(root), commit: commitOf(root), namesOf: dateOfNames(root) };
}

/** @param {string} root */
function versionIn(root) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof version === 'string' ? version : 'unknown';
}

/** @param {string} root */
function commitOf(root) {
  // Unpacked within somebody's repository, the commit would be that repository's.
  if (!existsSync(join(root, '.git'))) return 'unknown';
  try {
    const options = {
      cwd: root,
      encoding: /** @type {const} */ ('utf8'),
      stdio: /** @type {const} */ ('pipe'),
    };
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], options).trim() || 'unknown';
  } catch {
    return 'unknown'; // no git, or nothing committed
  }
}

/**
 * The table of names begins with where it is from.
 * @param {string} root
 */
function dateOfNames(root) {
  const path = join(root, 'data/pci-ids.txt');
  if (!existsSync(path)) return 'unknown';
  return (
    /^# Date: (\d{4}-\d{2}-\d{2})/m.exec(readFileSync(path, 'utf8').slice(0, 2000))?.[1] ??
    'unknown'
  );
}
