import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { AcsStep } from '../acs/acsHistory.ts';
import { ACS_REDIRECT_BITS } from '../acs/acsMasks.ts';
import type { Analysis } from '../analyze.ts';
import { acsWay } from '../p2pdma/acsWay.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt } from '../pci/topology.ts';
import { RULES } from '../rules.ts';
import { nameOfId } from './nameOf.ts';
import { type Reason, reason } from './reason.ts';

/**
 * How the ACS words that decide came about at boot: for each redirecting function what set the bits,
 * and for others on the way what took them away. Functions with the same story share a reason. Nothing
 * where words are taken as they stand.
 */
export function bootReasons(analysis: Analysis, verdict: PairVerdict): readonly Reason[] {
  const { topology, boot } = analysis;
  const provider = topology.indexOf.get(verdict.provider);
  const client = topology.indexOf.get(verdict.client);
  if (provider === undefined || client === undefined || boot.words.length === 0) return [];
  const histories = new Map(boot.words.map((word) => [word.function, word]));
  const redirecting = new Set(verdict.acsRedirect);
  const hidden = new Set(verdict.acsUnknown);
  const stories = new Map<string, { rule: string; functions: FunctionId[] }>();
  for (const index of acsWay(topology, provider, client)) {
    const { id } = functionAt(topology, index);
    const history = histories.get(id);
    if (!history) continue;
    const isAsked = redirecting.has(id) || hidden.has(id);
    const step = decidingStep(history.steps) ?? (isAsked ? history.steps.at(-1) : undefined);
    if (!step && !isAsked) continue;
    const text = step?.text ?? 'as the firmware left it, the kernel changed nothing.';
    const story = stories.get(text);
    if (story) story.functions.push(id);
    else stories.set(text, { rule: step?.rule ?? RULES.acsInit.id, functions: [id] });
  }
  return [...stories].map(([text, { rule, functions }]) => {
    const names = functions.map((id) => nameOfId(topology, id)).join(', ');
    return reason(ruleById(rule), `At boot, ACS control of ${names}: ${text}`, functions);
  });
}

/** The last step that changed one of the redirecting bits, or that was expected to. */
function decidingStep(steps: readonly AcsStep[]): AcsStep | undefined {
  return steps.findLast(
    ({ before, after }) =>
      before === UNKNOWN || after === UNKNOWN || ((before ^ after) & ACS_REDIRECT_BITS) !== 0,
  );
}

function ruleById(id: string) {
  return Object.values(RULES).find((rule) => rule.id === id) ?? RULES.acsInit;
}
