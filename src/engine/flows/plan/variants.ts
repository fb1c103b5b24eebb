import type { Machine } from '../../../model/machine.ts';
import { type Analysis, analyze } from '../../analyze.ts';
import { requestOf } from '../../kernel/conditions.ts';

const kept = new WeakMap<Analysis, Map<string, Analysis>>();

/**
 * The same machine with something changed, ACS words taken as they stand; made once for each name and
 * kept as long as the analysis is.
 */
export function variantOf(
  analysis: Analysis,
  name: string,
  change: (machine: Machine) => Machine,
): Analysis {
  const variants = kept.get(analysis) ?? new Map<string, Analysis>();
  kept.set(analysis, variants);
  const known = variants.get(name);
  if (known) return known;
  const request = { ...requestOf(analysis.conditions), acsWords: 'as-is' as const };
  const made = analyze(change(analysis.machine), request);
  variants.set(name, made);
  return made;
}
