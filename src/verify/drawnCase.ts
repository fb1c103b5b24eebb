import { settle } from '../build/settle.ts';
import { compareCase } from './compareCase.ts';
import { compareHardware, type HardwareReport } from './compareHardware.ts';
import { deriveCase } from './deriveCase.ts';
import { drawnFromTopology } from './drawnFromTopology.ts';
import type { CaseReport, GoldenCase, GoldenInput } from './goldenCase.ts';
import { namedByAddress } from './namedByAddress.ts';
import type { CaseDrawing } from './topologyForm.ts';

/** What came of one case that was drawn. */
export interface DrawnReport {
  readonly hardware: HardwareReport;
  /** `null`: the drawn machine has other functions than the real one, so no pair can be compared. */
  readonly verdicts: CaseReport | null;
}

/**
 * The input of a case with its machine drawn and numbered by us: nothing that the kernel showed is in
 * it. Functions are named in the order of the case, by which its answers name them.
 */
export function drawnInput(input: GoldenInput, drawing: CaseDrawing): GoldenInput {
  const { machine } = settle(drawnFromTopology(drawing));
  const named = namedByAddress(machine);
  return {
    ...input,
    machine: { ...named, settings: input.machine.settings },
    published: named.functions.filter((fn) => fn.p2pMemory.length > 0).map((fn) => fn.id),
  };
}

/** Draws a case from its description alone and compares hardware and verdicts with the kernel's. */
export function verifyDrawn({ input, outcomes }: GoldenCase, drawing: CaseDrawing): DrawnReport {
  const drawn = drawnInput(input, drawing);
  const hardware = compareHardware(input.machine, drawn.machine);
  const isWhole = hardware.differences.every(({ kind }) => kind !== 'functions');
  if (!isWhole) return { hardware, verdicts: null };
  const verdicts = compareCase({ input: drawn, outcomes }, deriveCase(drawn));
  return { hardware, verdicts };
}
