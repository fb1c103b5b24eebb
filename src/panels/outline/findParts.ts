import { UNKNOWN } from '../../base/unknown.ts';
import { nameOf } from '../../engine/explain/nameOf.ts';
import { DEVICE_KIND_WORDS, deviceKind } from '../../model/deviceKind.ts';
import type { Machine } from '../../model/machine.ts';
import { formatPciId } from '../../model/pciId.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import type { MachineTree, TreeNode } from '../tree/machineTree.ts';
import { whatItIs } from '../words/functionTypeWords.ts';
import { hostTitle, rootBusName, socketTitle } from '../words/partNames.ts';

/**
 * Parts that all words of a query are found in: in the address, the name (the user's or the
 * device's), the vendor, the ids, the driver, the kind, its slot, its note. `null`: nothing asked.
 */
export function findParts(
  document: Pick<OpenDocument, 'machine' | 'titles'>,
  tree: MachineTree,
  query: string,
): ReadonlySet<PartId> | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const said = saidOf(document.machine);
  const found = new Set<PartId>();
  for (const node of tree.nodes.values()) {
    const text = [searchText(document, node), ...(said.get(node.id) ?? [])]
      .join('\n')
      .toLowerCase();
    if (words.every((word) => text.includes(word))) found.add(node.id);
  }
  return found;
}

/** Notes on parts, and the slots that they sit in or feed. */
function saidOf({ notes, slots, functions }: Machine): ReadonlyMap<PartId, readonly string[]> {
  const said = new Map<PartId, string[]>();
  const say = (part: PartId, text: string) => {
    const texts = said.get(part);
    if (texts) texts.push(text);
    else said.set(part, [text]);
  };
  for (const { about, text } of notes) if (about !== null) say(about, text);
  const names = new Map(slots.map((slot) => [slot.id, slot.label ?? slot.id]));
  for (const { id, ports } of slots) for (const port of ports) say(port, names.get(id) ?? id);
  for (const { id, slot } of functions) if (slot !== null) say(id, names.get(slot) ?? slot);
  // A note on a slot leads to what is in it: the slot has no line of its own.
  for (const { about, text } of notes) {
    const slot = slots.find(({ id }) => id === about);
    for (const port of slot?.ports ?? []) say(port, text);
  }
  return said;
}

/** Everything that a part can be found by. */
function searchText(document: Pick<OpenDocument, 'machine' | 'titles'>, node: TreeNode): string {
  switch (node.kind) {
    case 'socket':
      return socketTitle(document.machine, node.socket);
    case 'host':
      return `${hostTitle(node.host)}\n${rootBusName(node.host) ?? ''}`;
    case 'function': {
      const { fn } = node;
      const { vendor, device, className } = fn.names;
      const parts = [
        nameOf(fn),
        document.titles.get(fn.id) ?? '',
        fn.label,
        vendor,
        device,
        className,
        fn.pciId === UNKNOWN ? null : formatPciId(fn.pciId),
        DEVICE_KIND_WORDS[deviceKind(fn)].one,
        whatItIs(fn),
        fn.driver === UNKNOWN ? null : fn.driver,
      ];
      return parts.filter((part) => part !== null).join('\n');
    }
  }
}

/** The match after the one that is selected, in the order of the lines; round to the first. */
export function nextMatch<T>(matches: readonly T[], from: T | null, step: 1 | -1): T | null {
  const at = from === null ? -1 : matches.indexOf(from);
  if (at < 0) return matches.at(step === 1 ? 0 : -1) ?? null;
  return matches[(at + step + matches.length) % matches.length] ?? null;
}
