import type { Analysis } from '../engine/analyze.ts';
import { checkInSteps } from '../engine/check/checkMachine.ts';
import { needsNames } from '../formats/read/needsNames.ts';
import type { Machine } from '../model/machine.ts';
import type { PciNames } from '../model/pciNames.ts';
import { listedTable } from './listedTable.ts';
import type { Judgement, Listing } from './protocol.ts';
import { Slices } from './slices.ts';
import { titlesOf } from './titlesOf.ts';

interface JudgingParts {
  readonly machine: Machine;
  readonly listing: Listing;
  /** `null` when another machine has taken its place. */
  readonly analyze: () => Analysis | null;
  readonly now: () => number;
  readonly getNames: () => Promise<PciNames | null>;
  /** Lets messages in. Takes how far the pairs have come; resolves to false when nobody waits. */
  readonly pause: (done: number) => Promise<boolean>;
}

/** Judges all pairs of a machine in slices; `null` when it was given up on the way. */
export async function judgeMachine(parts: JudgingParts): Promise<Judgement | null> {
  const { machine, listing, now, pause } = parts;
  const slices = new Slices(now, pause);
  const analysis = parts.analyze();
  if (!analysis || !(await slices.mayGoOn(0))) return null;
  const table = await listedTable(analysis, listing, slices);
  if (!table) return null;
  const checks = await slices.through(checkInSteps(machine), () => 1);
  if (!checks) return null;
  const names = needsNames(machine) ? await slices.waitFor(parts.getNames) : null;
  const titles = titlesOf(machine, names);
  const { conditions, boot } = analysis;
  return { conditions, table, checks, boot, titles, workMs: slices.workMs };
}
