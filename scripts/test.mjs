// `npm test`: everything that must hold, in the order in which it is cheapest to learn of a
// mistake. Later suites run though earlier ones failed, so that one run tells all; only the browser
// tests need the build. The last line is `N passed, N failed` and nothing else.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playwrightCounts, vitestCounts } from './test/counts.mjs';
import { run, tool } from './test/tool.mjs';
import { typeProjects } from './test/typeProjects.mjs';

const reports = mkdtempSync(join(tmpdir(), 'peerlane-test-'));
const total = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) };

/**
 * A step that either holds or does not: one check.
 * @param {string} title
 * @param {string[]} command
 */
async function check(title, command) {
  heading(title);
  const good = await run(command);
  if (good) total.passed += 1;
  else total.failed += 1;
  if (!good) console.log(`FAILED: ${title}`);
  return good;
}

/**
 * A runner that counts for itself and writes its counts as JSON.
 * @template Report
 * @param {string} title
 * @param {string} file where it writes its report
 * @param {string[]} command
 * @param {Record<string, string>} env
 * @param {(report: Report) => import('./test/counts.mjs').Counts} countsOf
 */
async function suite(title, file, command, env, countsOf) {
  heading(title);
  const good = await run(command, env);
  let counts = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) };
  try {
    counts = countsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    console.log(`${title}: no report was written`);
  }
  const ran = counts.passed + counts.failed;
  if (ran === 0) console.log(`FAILED: ${title}: not one test ran`);
  if (counts.failed === 0 && (ran === 0 || !good)) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped.push(...counts.skipped.map((name) => `${title}: ${name}`));
}

/** @param {string} title */
function heading(title) {
  console.log(`\n== ${title}`);
}

for (const project of typeProjects()) {
  await check(`types: ${project}`, [tool('typescript', 'tsc'), '-p', project]);
}

await check('lint', [tool('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.']);
await check('import directions', ['scripts/check-imports.mjs']);

const vite = tool('vite');
const site = await check('build: site', [vite, 'build']);
if (site) await check('size of the first load', ['scripts/check-size.mjs']);
await check('build: command line', [vite, 'build', '--config', 'vite.cli.config.ts']);

const unit = join(reports, 'unit.json');
await suite(
  'unit and golden tests',
  unit,
  [tool('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
  {},
  vitestCounts,
);

if (site) {
  const e2e = join(reports, 'e2e.json');
  await suite(
    'browser tests',
    e2e,
    [tool('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: e2e },
    playwrightCounts,
  );
} else {
  heading('browser tests');
  console.log('FAILED: browser tests: there is no site to test');
  total.failed += 1;
}

rmSync(reports, { recursive: true });
console.log('');
if (total.skipped.length > 0) {
  console.log(`${total.skipped.length} skipped: ${total.skipped.join('; ')}`);
}
if (total.failed > 0) process.exitCode = 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
