import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../fixtures/golden/evidence/', import.meta.url);

/**
 * The counts of the golden tests, one file a kernel, in order of release.
 *
 * @returns {import('./listsPage.mjs').Evidence[]}
 */
export function readEvidence() {
  return readdirSync(FOLDER)
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))
    .sort((a, b) => order(a.kernel) - order(b.kernel));
}

/** @param {string} release `6.12.15` */
function order(release) {
  const [major = 0, minor = 0, patch = 0] = release.split('.').map(Number);
  return major * 1e6 + minor * 1e3 + patch;
}
