import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import { FUNCTION_ATTRIBUTES } from '../attributes.ts';
import type { NodeKind } from '../kinds.ts';
import { joined, knownLink, type LinkEnd, stateOf, tidy } from '../linkDefaults.ts';
import { bareFunction } from '../made.ts';
import { isSame } from './isSame.ts';
import { comparable } from './Losses.ts';
import { otherEnd, planLink } from './planLink.ts';
import { type Spelled, spell } from './spell.ts';

/** What stands around the line, as its reader will see it. */
export interface Around {
  /** The first function below a port. */
  readonly child?: PciFunction | undefined;
  /** The port above a device. */
  readonly port?: Pick<LinkEnd, 'fn' | 'stated'> | null;
  readonly ports?: PciFunction['acs'];
}

/** Spells a function, with or without the catalogue's part: whichever says less. */
export function spellFrom(
  start: PciFunction,
  given: FunctionDraft,
  kind: NodeKind,
  slot: string | null,
  more: Around = {},
): Spelled<FunctionDraft> {
  const other = otherEnd(given.fn, more.child, more.port);
  const stated = planLink(given.fn, start, other);
  const target = { ...withPhysical(given, start), stated };
  const draft = (fn: PciFunction): FunctionDraft => ({
    ...given,
    fn,
    ports: more.ports ?? null,
    freePorts: 0,
    feeds: [],
    slot,
    physical: null,
  });
  const without = target.isCaptured ? NOTHING : DRAWN;
  /** With what a reader makes of both ends; `now=` where that is not what this one shows. */
  const finish = (spelled: Spelled<FunctionDraft>, isBare: boolean): Spelled<FunctionDraft> => {
    const { words, said, result } = spelled;
    const isOpen = !isBare && !said.has('link') && !said.has('pcie');
    const fn = other ? joined({ ...result, isOpen }, other) : result.fn;
    const [shows, wanted] = [knownLink(fn), knownLink(target.fn)];
    if (!shows || !wanted || isSame(stateOf(shows.current), stateOf(wanted.current))) {
      return { words, said, result: { ...result, fn } };
    }
    const now = tidy(stateOf(wanted.current));
    const odd = spell({ ...result, fn }, { ...result, fn, now }, kind, FUNCTION_ATTRIBUTES);
    return { words: [...words, ...odd.words], said: new Set([...said, 'now']), result: odd.result };
  };
  const from = (fn: PciFunction, isBare: boolean, hidden = without) =>
    finish(spell(draft(fn), target, kind, FUNCTION_ATTRIBUTES, hidden), isBare);
  let usual = from(start, false);
  if (usual.said.has('link') || usual.said.has('pcie')) {
    // Most words about a link say that there is one; where that is enough, no other word does.
    const implied = from(start, false, new Set([...without, 'link', 'pcie']));
    if (isSame(linkOf(implied.result.fn), linkOf(target.fn))) usual = implied;
  }
  if (!target.isCaptured) return usual;
  const bare = from(bareFunction(start), true);
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
