import { withArticle } from '../../base/article.ts';
import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { Parent } from '../../model/pciFunction.ts';
import { partOf } from '../partLink.ts';
import { partName } from '../partName.ts';
import type { Family } from './family.ts';

/** Why a switch cannot have one more port: the part has no more. `null` where it can, or nobody knows. */
export function noPortLeft(family: Family, beside: Parent): Problem | null {
  if (beside.kind === 'host') return null;
  const upstream = family.byId.get(beside.id);
  const part = upstream ? partOf(upstream) : null;
  if (!upstream || part?.kind !== 'switch' || part.maxPorts.value === UNKNOWN) return null;
  const ports = family.below(upstream.id).filter(({ type }) => type === 'downstream').length;
  if (ports < part.maxPorts.value) return null;
  return problemError(
    `${partName(upstream)} has no free port: ${withArticle(part.title)} has ${part.maxPorts.value} at most.`,
    { where: upstream.id, hint: 'Remove a device there, or put another switch below it.' },
  );
}
