import { acsContextOf } from '../engine/acs/acsContext.ts';
import { effectiveAcs } from '../engine/acs/effectiveAcs.ts';
import type { Analysis } from '../engine/analyze.ts';
import type { EffectiveAcs } from '../engine/report.ts';
import type { Isolation } from './protocol.ts';

/**
 * Groups, and the answers they rest on. Of thousands of functions most answer alike: equal answers are
 * one object, which stays one when it is cloned to the page and so costs its way only once.
 */
export function isolationOf(analysis: Analysis): Isolation {
  const context = acsContextOf(analysis.conditions);
  const known = new Map<string, EffectiveAcs>();
  const effective = analysis.machine.functions.map((fn) => {
    const answers = effectiveAcs(fn, context);
    const key = [answers.source, answers.isolates, ...Object.values(answers.bits)].join();
    const same = known.get(key);
    if (same) return same;
    known.set(key, answers);
    return answers;
  });
  return { groups: analysis.groups(), effective };
}
