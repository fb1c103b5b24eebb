// What the runners' JSON reports say, as counts. Pure, so that it can be tested: a miscount here
// would be a lie in the last line.

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Counts */

/**
 * @typedef {{
 *   success: boolean,
 *   testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[],
 * }} VitestReport
 */

/**
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const counts = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) };
  for (const file of report.testResults) {
    const failedBefore = counts.failed;
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped.push(fullName);
    }
    // A file that breaks before its first test has no failed test, yet nothing passed either.
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  // An error outside of every test, in a hook or a forgotten promise.
  if (!report.success && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * @typedef {{
 *   title: string,
 *   suites?: PlaywrightSuite[],
 *   specs?: { title: string, tests: { status: string }[] }[],
 * }} PlaywrightSuite
 * @typedef {{ suites: PlaywrightSuite[], errors: unknown[] }} PlaywrightReport
 */

/**
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  const counts = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) };
  const visit = (/** @type {PlaywrightSuite} */ suite) => {
    for (const { title, tests } of suite.specs ?? []) {
      for (const { status } of tests) {
        if (status === 'expected') counts.passed += 1;
        else if (status === 'skipped') counts.skipped.push(title);
        else counts.failed += 1; // unexpected, and flaky: a test that needs luck has not passed
      }
    }
    suite.suites?.forEach(visit);
  };
  report.suites.forEach(visit);
  // The configuration, a server that does not start, a file that cannot be read.
  if (report.errors.length > 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}
