import type { Problem } from '../../../base/problem.ts';
import type { Settings } from '../../../model/settings.ts';
import type { TextLine } from '../textLine.ts';
import { type ContextLine, contextLines } from './contextLines.ts';
import type { Evidence, Recogniser } from './evidence.ts';
import { findCmdline } from './findCmdline.ts';
import { findCpu } from './findCpu.ts';
import { findGroups } from './findGroups.ts';
import { findIommu } from './findIommu.ts';
import { findKernel } from './findKernel.ts';
import { findPeerMessages } from './findPeerMessages.ts';
import { settleCmdline } from './settleCmdline.ts';
import { settleCpu } from './settleCpu.ts';
import { settleGroups } from './settleGroups.ts';
import { settleIommuHardware } from './settleIommuHardware.ts';
import { settleIommuMode } from './settleIommuMode.ts';
import { settleKernel } from './settleKernel.ts';
import { type KernelVerdict, settleRemarks } from './settleRemarks.ts';

/** What the lines around an lspci dump tell about the machine it was taken on. */
export interface ContextFacts {
  readonly settings: Partial<Settings>;
  /** Address to IOMMU group: `0000:03:00.0` to `12`. */
  readonly groups: ReadonlyMap<string, string>;
  /** The line that each of these stands in. */
  readonly groupLines: ReadonlyMap<string, number>;
  /** Peer-to-peer transfers that the running kernel refused. */
  readonly kernelVerdicts: readonly KernelVerdict[];
  /** What was found, and where two things contradict each other; in order of lines. */
  readonly problems: readonly Problem[];
  /** Numbers of the lines that were of use. */
  readonly understood: ReadonlySet<number>;
}

/** Commands shown in the paste: of use as headings. */
const findMarkers: Recogniser = (lines) =>
  lines
    .filter((line) => line.marker)
    .map((line) => ({ kind: 'context', line: line.number, source: 'a prompt' }));

const RECOGNISERS: readonly Recogniser[] = [
  findMarkers,
  findKernel,
  findCmdline,
  findCpu,
  findIommu,
  findGroups,
  findPeerMessages,
];

function settingsOf(facts: { [Key in keyof Settings]?: Settings[Key] | null }): Partial<Settings> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}

const byLine = (a: Problem, b: Problem): number => (a.line ?? Infinity) - (b.line ?? Infinity);

const gather = (lines: readonly ContextLine[]): readonly Evidence[] =>
  RECOGNISERS.flatMap((recognise) => recognise(lines));

/**
 * Reads everything of a paste that is not lspci's. What no line tells stays out of the settings:
 * a log without a word of an IOMMU may simply have been cut.
 */
export function readContext(lines: readonly TextLine[]): ContextFacts {
  const evidence = gather(contextLines(lines));
  const kernel = settleKernel(evidence);
  const cmdline = settleCmdline(evidence);
  const cpu = settleCpu(evidence);
  const groups = settleGroups(evidence);
  const hardware = settleIommuHardware(evidence, cpu.cpu);
  const mode = settleIommuMode(
    evidence,
    hardware.hardware,
    groups.groups.size > 0,
    cmdline.cmdline,
  );
  const remarks = settleRemarks(evidence);
  const settled = [kernel, cmdline, cpu, hardware, mode, groups, remarks];
  return {
    settings: settingsOf({
      kernel: kernel.kernel,
      cmdline: cmdline.cmdline,
      cpu: cpu.cpu,
      iommu: hardware.hardware,
      iommuMode: mode.mode,
    }),
    groups: groups.groups,
    groupLines: groups.lines,
    kernelVerdicts: remarks.verdicts,
    problems: settled.flatMap(({ problems }) => problems).sort(byLine),
    understood: new Set(evidence.map(({ line }) => line)),
  };
}
