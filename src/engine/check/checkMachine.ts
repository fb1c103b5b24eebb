import { problemError, problemNote, problemWarning } from '../../base/problem.ts';
import type { Machine } from '../../model/machine.ts';
import { memoryBeyondBar, oddBar, smallBar } from './barSizes.ts';
import { bifurcation } from './bifurcation.ts';
import { busNumbers } from './busNumbers.ts';
import type { Check, Finding } from './check.ts';
import { CHECK_WORDS, type CheckId } from './checkWords.ts';
import { cpuPlatform } from './cpuPlatform.ts';
import { deepTree } from './deepTree.ts';
import { degradedLinks } from './degradedLinks.ts';
import { fixedAddress } from './fixedAddress.ts';
import { hiddenAcs, hiddenParents } from './hidden.ts';
import { laneBudget } from './laneBudget.ts';
import { type Look, lookAt } from './look.ts';
import { noFunction0 } from './noFunction0.ts';
import { noNumber } from './noNumber.ts';
import { noRoom } from './noRoom.ts';
import { sameAddress } from './sameAddress.ts';
import { sharedUplink } from './sharedUplink.ts';
import { sideLink } from './sideLink.ts';
import { slotLanes, slotPort, slotTwice } from './slots.ts';
import { slowPath } from './slowPath.ts';
import { twoDevices } from './twoDevices.ts';
import { virtualApart, virtualFunctions } from './virtualFunctions.ts';

/** What looks for each rule's findings. A new rule is a row here and in `checkWords.ts`. */
const RULES: { readonly [Id in CheckId]: (look: Look) => readonly Finding[] } = {
  'cpu-platform': cpuPlatform,
  'same-address': sameAddress,
  'fixed-address': fixedAddress,
  'no-number': noNumber,
  'no-function-0': noFunction0,
  'bus-numbers': busNumbers,
  'deep-tree': deepTree,
  'no-room': noRoom,
  'memory-beyond-bar': memoryBeyondBar,
  'odd-bar': oddBar,
  'small-bar': smallBar,
  'two-devices': twoDevices,
  'slot-twice': slotTwice,
  bifurcation,
  'slot-lanes': slotLanes,
  'slot-port': slotPort,
  'lane-budget': laneBudget,
  'degraded-link': degradedLinks,
  'slow-path': slowPath,
  'shared-uplink': sharedUplink,
  'virtual-functions': virtualFunctions,
  'virtual-apart': virtualApart,
  'side-link': sideLink,
  'hidden-acs': hiddenAcs,
  'hidden-parents': hiddenParents,
};

const WEIGHT = { error: 0, warning: 1, note: 2 } as const;

/**
 * What looks wrong or stays in the dark on a machine, the worst first: beyond what reading it
 * already told, and on the machine as its document says, numbers and addresses included. Figures
 * that are not known lead to no finding.
 */
export function checkMachine(machine: Machine): readonly Check[] {
  const steps = checkInSteps(machine);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, one rule at a time: a caller can look after other things in between. */
export function* checkInSteps(machine: Machine): Generator<undefined, readonly Check[]> {
  const look = lookAt(machine);
  const found: Check[] = [];
  for (const id of Object.keys(RULES) as CheckId[]) {
    yield;
    found.push(...RULES[id](look).map((finding) => checkOf(id, finding)));
  }
  return found.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

const PROBLEMS = { error: problemError, warning: problemWarning, note: problemNote } as const;

function checkOf(id: CheckId, { severity, text, hint, parts, mends = [] }: Finding): Check {
  const [where] = parts;
  const place = { ...(where !== undefined && { where }), ...(hint !== undefined && { hint }) };
  const { why } = CHECK_WORDS[id];
  return { ...PROBLEMS[severity](text, place), id, parts, why, mends };
}
