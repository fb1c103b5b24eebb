import { type Problem, problemNote } from '../../../base/problem.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { settleFirst } from './settleFirst.ts';

export interface SettledKernel {
  readonly kernel: string | null;
  readonly problems: readonly Problem[];
}

/** The kernel's release; the name of the boot image only where nothing better is there. */
export function settleKernel(evidence: readonly Evidence[]): SettledKernel {
  const all = evidenceOf(evidence, 'kernel');
  const certain = all.filter((one) => one.certain);
  const from = certain.length > 0 ? certain : all;
  const { first, problems } = settleFirst('kernel releases', from, (one) => one.release);
  if (!first) return { kernel: null, problems };
  const text = first.certain
    ? `The kernel is ${first.release}, as ${first.source} says.`
    : `The kernel is taken to be ${first.release}, after the name of the boot image; nothing else tells its release.`;
  const treatment = first.certain ? 'understood' : 'guessed';
  return {
    kernel: first.release,
    problems: [problemNote(text, { line: first.line, treatment }), ...problems],
  };
}
