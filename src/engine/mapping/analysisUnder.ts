import { type Analysis, analyze } from '../analyze.ts';
import { type ConditionRequest, requestOf } from '../kernel/conditions.ts';

/** So many are kept for each machine: what is stepped through and compared comes again and again. */
const MOST_KEPT = 6;

const kept = new WeakMap<Analysis, Map<string, Analysis>>();

/** The same machine under other conditions; itself where none are asked for. */
export function analysisUnder(analysis: Analysis, asked: Partial<ConditionRequest>): Analysis {
  const changes = Object.entries(asked).filter(([, value]) => value != null);
  if (changes.length === 0) return analysis;
  const key = JSON.stringify(
    changes
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, name === 'kernel' ? asked.kernel?.id : value]),
  );
  const others = kept.get(analysis) ?? new Map<string, Analysis>();
  kept.set(analysis, others);
  const known = others.get(key);
  const found =
    known ??
    analyze(analysis.asRead, {
      ...givenTo(analysis, asked),
      ...Object.fromEntries(changes),
    });
  others.delete(key);
  others.set(key, found); // the last one asked for stays longest
  const [oldest] = others.keys();
  if (others.size > MOST_KEPT && oldest !== undefined) others.delete(oldest);
  return found;
}

/** What was asked for when it was made; what the machine says of itself is left to it. */
function givenTo(
  { conditions, asRead }: Analysis,
  asked: Partial<ConditionRequest>,
): Partial<ConditionRequest> {
  const { kernel, cpu, cmdline, iommu, iommuMode, acsWords } = requestOf(conditions);
  const isGiven = (name: 'kernel' | 'cpu' | 'cmdline' | 'iommu' | 'acsWords') =>
    conditions[name].source === 'given';
  const isModeGiven =
    iommuMode !== asRead.settings.iommuMode && asked.iommu == null && asked.cmdline == null;
  return {
    ...(isGiven('kernel') && { kernel }),
    ...(isGiven('cpu') && { cpu }),
    ...(isGiven('cmdline') && { cmdline }),
    ...(isGiven('iommu') && { iommu }),
    ...(isModeGiven && { iommuMode }),
    ...(isGiven('acsWords') && { acsWords }),
  };
}
