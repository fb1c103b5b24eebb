import { type Problem, problemNote, problemWarning } from '../../../base/problem.ts';
import { type Evidence, evidenceOf } from './evidence.ts';

/** A refusal between two functions that the running kernel logged. */
export interface KernelVerdict {
  readonly client: string;
  readonly provider: string;
  readonly verdict: 'refused';
  readonly line: number;
}

export interface SettledRemarks {
  readonly verdicts: readonly KernelVerdict[];
  readonly problems: readonly Problem[];
}

/** A driver that tries again and again must not bury the rest. */
const MOST_REMARKS = 25;

/** What the kernel logged about peer-to-peer DMA and ACS; the same said again is told once. */
export function settleRemarks(evidence: readonly Evidence[]): SettledRemarks {
  const said = new Map<string, Problem>();
  for (const one of evidenceOf(evidence, 'remark')) {
    const key = `${one.where} ${one.text}`;
    const place = { line: one.line, ...(one.where === null ? {} : { where: one.where }) };
    if (said.has(key)) continue;
    const problem =
      one.severity === 'warning'
        ? problemWarning(one.text, place)
        : problemNote(one.text, { ...place, treatment: 'understood' });
    said.set(key, problem);
  }
  const all = [...said.values()];
  const left = all[MOST_REMARKS];
  const rest = left
    ? [
        problemNote(
          `The kernel's log holds ${all.length - MOST_REMARKS} more lines on peer-to-peer DMA and ACS, from line ${left.line} on.`,
          { line: left.line ?? 0, treatment: 'understood' },
        ),
      ]
    : [];
  const verdicts = new Map<string, KernelVerdict>();
  for (const { client, provider, line } of evidenceOf(evidence, 'refusal')) {
    const key = `${client} ${provider}`;
    if (!verdicts.has(key)) verdicts.set(key, { client, provider, verdict: 'refused', line });
  }
  return { verdicts: [...verdicts.values()], problems: [...all.slice(0, MOST_REMARKS), ...rest] };
}
