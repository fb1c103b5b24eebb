import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** @type {{ packages: Record<string, { resolved?: string, optionalDependencies?: object }> }} */
const { packages } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);

// npm drops a platform's package in silence when the registry lacks it, and then `npm ci` fails for
// everybody: choose a version whose packages are all there.
test('the lock file knows the packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !packages[`node_modules/${name}`])
      .filter((name) => !packages[`${path}/node_modules/${name}`])
      .map((name) => `${path} → ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry, so that it installs from any', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
});
