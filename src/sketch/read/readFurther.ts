import { UNKNOWN } from '../../base/unknown.ts';
import type { At } from '../../catalogue/makeFunction.ts';
import { formatAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import { withLinkOf } from '../linkDefaults.ts';
import { furtherFunction, type Made, madeBy } from '../made.ts';
import { furtherAddress, withVfs } from '../virtual.ts';
import { type Above, NO_PARENT } from './above.ts';
import { flagOf, saidAttributes } from './applyAttributes.ts';
import { type Draft, draftOf } from './Draft.ts';
import { idOf, labelOf } from './idOf.ts';
import type { NodeLine } from './readLines.ts';
import { push, readOne } from './readOne.ts';
import { readVirtual, vfCount } from './readVirtual.ts';
import { isAttribute, modelOf, numberOf } from './wordsOf.ts';

/** Functions beside the main one: those of the model, and those that lines below speak of. */
export function readFurther(
  draft: Draft,
  node: NodeLine,
  above: Above,
  made: Made,
  device: FunctionDraft,
): void {
  const lines = new Map<number, NodeLine>();
  const taken = new Set<number>(made.further.keys());
  for (const { row, words } of node.below) {
    if (row.kind === 'fn' && words[0] && NUMBER.test(words[0].text))
      taken.add(Number(words[0].text));
  }
  for (const below of node.below) {
    if (below.row.kind === 'mgmt' && node.row.kind === 'switch') {
      let number = 1;
      while (lines.has(number) || taken.has(number)) number++;
      lines.set(number, below);
      continue;
    }
    if (below.row.kind !== 'fn') continue;
    const [first] = below.words;
    if (!first || (!NUMBER.test(first.text) && isAttribute(first, below))) {
      let number = 1;
      while (lines.has(number) || taken.has(number)) number++;
      lines.set(number, below);
      continue;
    }
    const { number } = numberOf(below, 0, 255, draft.problems);
    if (number === null) continue;
    if (lines.has(number)) {
      draft.problems.error(
        below.line,
        below.kind,
        `Function ${number} of this device is said twice.`,
      );
    } else lines.set(number, below);
  }
  const virtual: (() => void)[] = [() => readVirtual(draft, node, above, device)];
  for (const number of [...new Set([...made.further.keys(), ...lines.keys()])].sort(
    (a, b) => a - b,
  )) {
    const line = lines.get(number);
    const planned = made.further.get(number);
    const read = readFn(draft, node, above, device, { number, line, planned });
    if (read && line) virtual.push(() => readVirtual(draft, line, above, read));
  }
  for (const each of virtual) each();
}

const NUMBER = /^\d{1,6}$/;

/** A line without a number is the next free function. */
function afterNumber({ words }: NodeLine): NodeLine['words'] {
  const [first, ...rest] = words;
  return first && NUMBER.test(first.text) ? rest : words;
}

interface Further {
  readonly number: number;
  /** The line that speaks of it. */
  readonly line: NodeLine | undefined;
  /** As the model has it. */
  readonly planned: PciFunction | undefined;
}

function readFn(
  draft: Draft,
  node: NodeLine,
  above: Above,
  device: FunctionDraft,
  { number, line, planned }: Further,
): FunctionDraft | null {
  const wish = `${device.fn.id}/${number}` as FunctionId;
  const address = furtherAddress(device, number);
  const parent = above.parent === UNKNOWN ? NO_PARENT : above.parent;
  const base: At = { id: wish, parent, label: null, numaNode: device.fn.numaNode };
  const { part, words } =
    line && line.row.kind === 'mgmt'
      ? modelOf(line, draft.problems)
      : { part: null, words: line ? afterNumber(line) : [] };
  const model = part ? madeBy('mgmt', part, base, above.around).main : null;
  const like = planned ?? model ?? furtherFunction(node.row.kind, base, number, above.around);
  const made: PciFunction = {
    ...withLinkOf(like, device.fn),
    parent: above.parent,
    fixedAddress: like.fixedAddress ?? { bus: null, device: null, function: number % 8 },
    ...(device.isCaptured ? { address, fixedAddress: null } : {}),
  };
  const slotted = { ...above, slot: device.slot };
  if (!line) {
    const id = address ? formatAddress(address) : wish;
    const fn = { ...made, id: draft.ids.derived(id) as FunctionId };
    const read = { ...draftOf(fn, device.isCaptured, device.domain), slot: device.slot };
    push(draft, read, node.line);
    return read;
  }
  const said = saidAttributes(line.line, line.row.kind, words, draft.problems);
  if (flagOf(said, 'absent', draft.problems) === 'yes') return null;
  const id = idOf(
    draft,
    { node: line, above: { ...above, id: device.fn.id }, place: number },
    said,
    address,
  );
  const named = { ...made, id, label: labelOf(draft, line, id) };
  if (line.name && draft.names.isOwner(line.name.value, line)) {
    draft.names.lead(line.name.value, { kind: 'function', id });
  }
  return readOne(draft, line, slotted, withVfs(named, vfCount(line)), said, null);
}
