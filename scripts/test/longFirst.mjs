// The order of the unit tests: files that look at a whole collection, or at anything drawn at random,
// take seconds and come first, so that the last to end is a small one and no core waits for it.

import { BaseSequencer } from 'vitest/node';

const LONG = /\.(?:golden|property|dumps|mutants)\.test\.ts$/;

export class LongFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const sorted = await super.sort(files);
    const isLong = (/** @type {import('vitest/node').TestSpecification} */ { moduleId }) =>
      LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
