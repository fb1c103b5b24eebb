import { type Problem, problemNote, problemWarning } from '../../../base/problem.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { settleFirst } from './settleFirst.ts';

export interface SettledCmdline {
  readonly cmdline: string | null;
  readonly problems: readonly Problem[];
}

const normalised = (text: string): string => text.split(/\s+/).join(' ');

/**
 * The two lines in the log differ by what is built in or comes from the boot configuration: one
 * that holds the other says the same.
 */
const agree = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

/** Kernel parameters, the fuller text where two agree. */
export function settleCmdline(evidence: readonly Evidence[]): SettledCmdline {
  const all = evidenceOf(evidence, 'cmdline');
  const textOf = (one: (typeof all)[number]): string => normalised(one.text);
  const { first, problems } = settleFirst('kernel command lines', all, textOf, agree);
  if (!first) return { cmdline: null, problems };
  const cmdline = all
    .map(textOf)
    .filter((text) => text.includes(textOf(first)))
    .reduce((longest, text) => (text.length > longest.length ? text : longest));
  const found = problemNote(`Kernel parameters were found (${first.source}).`, {
    line: first.line,
    treatment: 'understood',
  });
  const override = problemWarning(
    'pcie_acs_override= is on the command line. Mainline kernels ignore it; a patched one has other IOMMU groups than those computed here.',
    { line: first.line },
  );
  const patched = / pcie_acs_override=/.test(` ${cmdline}`);
  return { cmdline, problems: [found, ...(patched ? [override] : []), ...problems] };
}
