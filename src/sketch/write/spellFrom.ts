import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import { FUNCTION_ATTRIBUTES } from '../attributes.ts';
import type { NodeKind } from '../kinds.ts';
import { abovePart, NOTHING_STATED } from '../linkDefaults.ts';
import { bareFunction } from '../made.ts';
import { isSame } from './isSame.ts';
import { comparable } from './Losses.ts';
import { type Spelled, spell } from './spell.ts';

/** Spells a function, with or without the catalogue's part: whichever says less. */
export function spellFrom(
  start: PciFunction,
  given: FunctionDraft,
  kind: NodeKind,
  slot: string | null,
  more: { readonly child?: PciFunction | undefined; readonly ports?: PciFunction['acs'] } = {},
): Spelled<FunctionDraft> {
  const target = withPhysical(given, start);
  const draft = (fn: PciFunction): FunctionDraft => ({
    ...target,
    fn,
    ports: more.ports ?? null,
    freePorts: 0,
    feeds: [],
    slot,
    physical: null,
  });
  const without = target.isCaptured ? NOTHING : DRAWN;
  const from = (fn: PciFunction) => spell(draft(fn), target, kind, FUNCTION_ATTRIBUTES, without);
  const above = start.type === target.fn.type ? start : { ...start, type: target.fn.type };
  const joined = { ...abovePart(above, more.child, NOTHING_STATED), type: start.type };
  let usual = from(joined);
  if (usual.said.has('link') || usual.said.has('pcie')) {
    // Most words about a link say that there is one; where that is enough, no other word does.
    const implied = spell(
      draft(start),
      target,
      kind,
      FUNCTION_ATTRIBUTES,
      new Set([...without, 'link', 'pcie']),
    );
    const { fn } = implied.result;
    const stated = { gts: implied.said.has('gen'), width: implied.said.has('x') };
    const settled = abovePart({ ...fn, type: above.type }, more.child, stated);
    const hasAll = isSame(linkOf(settled), linkOf(target.fn));
    usual = hasAll ? implied : from(start);
  }
  if (!target.isCaptured) return usual;
  const bare = from(bareFunction(start));
  if (length(bare.words) + 'bare '.length >= length(usual.words)) return usual;
  return {
    words: ['bare', ...bare.words],
    said: new Set([...bare.said, 'bare']),
    result: bare.result,
  };
}

/** The link as far as a line can say it. */
const linkOf = (fn: PciFunction) => comparable(fn, true).pcie;

const length = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length + 1, 0);
const NOTHING: ReadonlySet<string> = new Set();
/** What numbering makes of a drawn machine, whatever stands there. */
const DRAWN: ReadonlySet<string> = new Set(['multi']);

/** The name of the physical function, where the line's place does not say it. */
function withPhysical(target: FunctionDraft, start: PciFunction): FunctionDraft {
  return target.fn.physfn === start.physfn ? { ...target, physical: null } : target;
}
