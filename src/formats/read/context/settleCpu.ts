import { hex } from '../../../base/hex.ts';
import { type Problem, problemNote } from '../../../base/problem.ts';
import type { Cpu } from '../../../model/settings.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { settleFirst } from './settleFirst.ts';

export interface SettledCpu {
  readonly cpu: Cpu | null;
  readonly problems: readonly Problem[];
}

/**
 * Who made the CPU. On x86 both vendor and family must be known, since rules ask for both; elsewhere
 * the architecture is all there is to know.
 */
export function settleCpu(evidence: readonly Evidence[]): SettledCpu {
  const arch = settleFirst('architectures', evidenceOf(evidence, 'arch'), (one) => one.arch);
  if (!arch.first) return { cpu: null, problems: [] };
  const { line, source } = arch.first;
  if (arch.first.arch !== 'x86') {
    const cpu: Cpu = { arch: arch.first.arch, vendor: null, family: null };
    const note = problemNote(`The CPU's architecture is ${cpu.arch} (${source}).`, {
      line,
      treatment: 'understood',
    });
    return { cpu, problems: [note, ...arch.problems] };
  }
  const vendor = settleFirst(
    'CPU vendors',
    evidenceOf(evidence, 'cpu-vendor'),
    (one) => one.vendor,
  );
  const family = settleFirst('CPU families', evidenceOf(evidence, 'cpu-family'), (one) =>
    String(one.family),
  );
  const problems = [...arch.problems, ...vendor.problems, ...family.problems];
  if (!vendor.first) return { cpu: null, problems };
  if (!family.first) {
    const text = `The CPU is made by ${vendor.first.vendor}, but its family is not given; both are needed.`;
    const hint = `Add the output of lscpu, or say --cpu ${vendor.first.vendor}:FAMILY.`;
    return {
      cpu: null,
      problems: [problemNote(text, { line: vendor.first.line, hint }), ...problems],
    };
  }
  const cpu: Cpu = { arch: 'x86', vendor: vendor.first.vendor, family: family.first.family };
  const text = `The CPU is ${cpu.vendor} family 0x${hex(family.first.family, 2)} (${vendor.first.source}).`;
  const place = { line: vendor.first.line, treatment: 'understood' } as const;
  return { cpu, problems: [problemNote(text, place), ...problems] };
}
