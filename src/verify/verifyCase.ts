import { compareCase } from './compareCase.ts';
import { deriveCase } from './deriveCase.ts';
import type { CaseReport, GoldenCase } from './goldenCase.ts';

/** Derives a case from its input half and compares the result with what the kernel decided. */
export function verifyCase(golden: GoldenCase): CaseReport {
  return compareCase(golden, deriveCase(golden.input));
}
