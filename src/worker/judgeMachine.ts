import type { Analysis } from '../engine/analyze.ts';
import { checkMachine } from '../engine/check/checkMachine.ts';
import { needsNames } from '../formats/read/needsNames.ts';
import { isEndpointLike } from '../model/classCode.ts';
import type { Machine } from '../model/machine.ts';
import type { PciNames } from '../model/pciNames.ts';
import type { Judgement, Listing } from './protocol.ts';
import { titlesOf } from './titlesOf.ts';

/** Work goes on this long before messages are looked after. */
const SLICE_MS = 8;

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
  let workMs = 0;
  let since = now();
  /** Between two pieces of work: pauses once a slice is used up. */
  const mayGoOn = async (done: number): Promise<boolean> => {
    if (now() - since < SLICE_MS) return true;
    workMs += now() - since;
    const goesOn = await pause(done);
    since = now();
    return goesOn;
  };

  const analysis = parts.analyze();
  if (!analysis || !(await mayGoOn(0))) return null;
  const listed = machine.functions.filter((fn) => listing === 'all' || isEndpointLike(fn));
  const rows = analysis.tableInSteps(listed.map((fn) => fn.id));
  let step = rows.next();
  while (!step.done) {
    if (!(await mayGoOn(step.value / listed.length))) return null;
    step = rows.next();
  }
  const checks = checkMachine(machine);
  let names: PciNames | null = null;
  if (needsNames(machine)) {
    workMs += now() - since;
    names = await parts.getNames();
    since = now();
  }
  const titles = titlesOf(machine, names);
  workMs += now() - since;
  const { conditions, boot } = analysis;
  return { conditions, table: step.value, checks, boot, titles, workMs };
}
