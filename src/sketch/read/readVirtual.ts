import { UNKNOWN } from '../../base/unknown.ts';
import { makeVirtual } from '../../catalogue/makeVirtual.ts';
import type { FunctionDraft } from '../attribute.ts';
import { vfAddress } from '../virtual.ts';
import type { Above } from './above.ts';
import { flagOf, type SaidAttributes, saidAttributes } from './applyAttributes.ts';
import { type Draft, MOST_FUNCTIONS } from './Draft.ts';
import { idOf, labelOf } from './idOf.ts';
import type { NodeLine } from './readLines.ts';
import { readOne } from './readOne.ts';
import { numberOf } from './wordsOf.ts';

/** How many virtual functions the lines below a function ask for. */
export function vfCount(node: NodeLine): number {
  let count = 0;
  for (const { row, words } of node.below) {
    const [first] = words;
    if (row.kind === 'vf' && first && /^\d{1,5}$/.test(first.text)) count += Number(first.text);
  }
  return count;
}
const MOST_VFS = 65_535;

/** Virtual functions: `vf` lines below a function. */
export function readVirtual(
  draft: Draft,
  node: NodeLine,
  above: Above,
  physical: FunctionDraft,
): void {
  const lines = node.below.filter(({ row }) => row.kind === 'vf');
  if (lines.length === 0) return;
  const at = draft.functions.findLastIndex(({ fn }) => fn.id === physical.fn.id);
  let index = 0;
  for (const line of lines) {
    const { number: count, words } = numberOf(line, 0, MOST_VFS, draft.problems);
    if (count === null) continue;
    const said = saidAttributes(line.line, 'vf', words, draft.problems);
    const owner = withSwitch(draft, draft.functions[at] ?? physical, said);
    if (draft.functions[at]) draft.functions[at] = owner;
    if (draft.functions.length + count > MOST_FUNCTIONS) {
      draft.problems.error(line.line, line.kind, 'The machine has too many functions.', {
        hint: `More than ${MOST_FUNCTIONS} are not read.`,
      });
      return;
    }
    const [like] = makeVirtual(owner.fn, 1);
    if (!like) continue;
    for (let each = 0; each < count; each++) {
      const address = owner.isCaptured ? vfAddress(owner.fn, index) : null;
      const wish = `${owner.fn.id}/vf${index + 1}`;
      const named = count === 1 ? line : { ...line, name: null };
      const place = { node: named, above: { ...above, id: owner.fn.id }, place: index + 1 };
      const id = idOf(draft, place, said, address, wish);
      const label = count === 1 ? labelOf(draft, line, id) : null;
      if (count === 1 && line.name && draft.names.isOwner(line.name.value, line)) {
        draft.names.lead(line.name.value, { kind: 'function', id });
      }
      readOne(
        draft,
        line,
        { ...above, slot: owner.slot },
        { ...like, id, label, address },
        said,
        null,
      );
      index++;
    }
    if (count > 1 && line.name) {
      draft.problems.error(line.line, line.name, `One name cannot be that of ${count} functions.`, {
        hint: 'Give it to a line vf 1.',
      });
    }
  }
}

/** `total` and `enabled` on a line of virtual functions are the physical one's. */
function withSwitch(draft: Draft, owner: FunctionDraft, said: SaidAttributes): FunctionDraft {
  const { sriov } = owner.fn;
  if (sriov === null || sriov === UNKNOWN) return owner;
  const total = said.said.get('total');
  const enabled = flagOf(said, 'enabled', draft.problems);
  if (total && !/^\d{1,5}$/.test(total.value)) {
    draft.problems.error(said.line, total.word, 'total expects a number of virtual functions.');
  }
  const totalVfs = total && /^\d{1,5}$/.test(total.value) ? Number(total.value) : sriov.totalVfs;
  const state = enabled === null ? sriov.enabled : enabled === '?' ? UNKNOWN : enabled === 'yes';
  return { ...owner, fn: { ...owner.fn, sriov: { ...sriov, totalVfs, enabled: state } } };
}
