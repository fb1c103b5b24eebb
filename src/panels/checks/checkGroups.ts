import type { Check } from '../../engine/check/check.ts';
import { CHECK_WORDS, type CheckId } from '../../engine/check/checkWords.ts';

export type Severity = Check['severity'];

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** Findings of one rule and one severity. */
export interface CheckGroup {
  readonly id: CheckId;
  readonly title: string;
  readonly why: string;
  readonly checks: readonly Check[];
}

export interface CheckSection {
  readonly severity: Severity;
  readonly count: number;
  readonly groups: readonly CheckGroup[];
}

/**
 * Findings by severity, the worst first, and within it by rule, in the order in which rules are
 * listed. Severities without a finding are left out.
 *
 * @param wanted what the reader looks for: words of the text, of the rule or of the parts' names
 */
export function checkSections(
  checks: readonly Check[],
  wanted: string,
  namesOf: (check: Check) => readonly string[],
): readonly CheckSection[] {
  const words = wanted.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const shown = checks.filter((check) => {
    if (words.length === 0) return true;
    const said = [check.text, CHECK_WORDS[check.id].title, check.id, ...namesOf(check)]
      .join('\n')
      .toLowerCase();
    return words.every((word) => said.includes(word));
  });
  return SEVERITIES.flatMap((severity) => {
    const ofSeverity = shown.filter((check) => check.severity === severity);
    if (ofSeverity.length === 0) return [];
    const groups = (Object.keys(CHECK_WORDS) as CheckId[]).flatMap((id) => {
      const ofRule = ofSeverity.filter((check) => check.id === id);
      return ofRule.length === 0 ? [] : [{ id, ...CHECK_WORDS[id], checks: ofRule }];
    });
    return [{ severity, count: ofSeverity.length, groups }];
  });
}

const WORDS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  note: ['note', 'notes'],
};

/** `1 error`, `3 warnings` */
export function severityWords(severity: Severity, count: number): string {
  const [one, many] = WORDS[severity];
  return `${count} ${count === 1 ? one : many}`;
}

/** `1 error, 3 warnings, 2 notes`; empty when there is nothing. */
export function countsWords(checks: readonly Pick<Check, 'severity'>[]): string {
  return SEVERITIES.flatMap((severity) => {
    const count = checks.filter((check) => check.severity === severity).length;
    return count === 0 ? [] : [severityWords(severity, count)];
  }).join(', ');
}
