import type { Analysis } from '../../analyze.ts';
import { ERAS, type Era, eraOrder } from '../../kernel/eras.ts';
import type { PairRule, PairVerdict } from '../../p2pdma/verdict.ts';
import type { Fix, FixChange } from './fix.ts';
import { tryOut } from './tryOut.ts';

/** The nearest accepted kernels before and after the one in question that decide otherwise. */
export function otherKernels(analysis: Analysis, verdict: PairVerdict): readonly Fix[] {
  const now = eraOrder(analysis.conditions.kernel.value.id);
  const eras = ERAS.filter((era) => era.accepted);
  const judged = new Map<string, PairVerdict>();
  const under = (era: Era): PairVerdict => {
    const known = judged.get(era.id);
    if (known) return known;
    const found = tryOut(analysis, verdict, { request: { kernel: era } });
    judged.set(era.id, found);
    return found;
  };
  const differs = (era: Era) => under(era).mapType !== verdict.mapType;
  const newer = eras.find((era) => eraOrder(era.id) > now && differs(era));
  const older = eras.findLast((era) => eraOrder(era.id) < now && differs(era));
  const fixes: Fix[] = [];
  if (newer) {
    const { mapType } = under(newer);
    const lasts = eras.every(
      (era) => eraOrder(era.id) < eraOrder(newer.id) || under(era).mapType === mapType,
    );
    const text = `Run ${newer.title}${lasts ? ' or later' : ''}${because(analysis, verdict, under(newer))}.`;
    fixes.push({ kind: 'newer-kernel', text, verdictAfter: mapType, change: kernelOf(newer) });
  }
  if (older) {
    const found = under(older);
    const text = `${older.title} decided otherwise${because(analysis, verdict, found)}.`;
    fixes.push({
      kind: 'older-kernel',
      text,
      verdictAfter: found.mapType,
      change: kernelOf(older),
    });
  }
  return fixes;
}

const kernelOf = (era: Era): FixChange => ({ kind: 'kernel', kernel: era.id });

/** What that kernel has or does that makes the difference, where one thing can be named. */
function because(analysis: Analysis, now: PairVerdict, then: PairVerdict): string {
  if (then.acsRedirect.join() !== now.acsRedirect.join()) {
    const { disableAcsRedir, configAcs } = analysis.conditions.cmdline.value;
    const isAsked = disableAcsRedir !== null || configAcs !== null;
    if (isAsked) return ': it reads the ACS parameters of the command line otherwise';
    return ': it leaves other ACS words behind at boot';
  }
  const why = WHY[then.rule];
  return why === undefined ? '' : `: ${why}`;
}

const WHY: Readonly<Partial<Record<PairRule, string>>> = {
  'cpu-forwards': 'it trusts this CPU to forward',
  'host-bridge-listed': 'it has this host bridge on its list',
  'acs-redirect-refuses': 'any ACS redirection on the way refuses there',
  'no-common-bridge': 'a pair without a common bridge is always refused there',
  'host-bridge-not-listed': 'it has no such host bridge on its list',
  'host-bridge-not-identified': 'it cannot tell which host bridge this is',
};
