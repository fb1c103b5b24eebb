import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { machineTree } from '../../panels/tree/machineTree.ts';
import { everythingBelow, wholeWayUp } from '../../panels/tree/waysThrough.ts';
import { askForFindings } from '../../parts/askedFindings.ts';
import type { PartId } from '../../store/state.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';
import { findingsAbout } from './findingsAbout.ts';
import { chosenOnSheet } from './structureCommands.ts';

const hasSelection = (context: CommandContext) => chosenOnSheet(context) !== null;

function select(
  id: string,
  title: string,
  keys: readonly string[],
  keywords: string,
  parts: (context: CommandContext) => readonly PartId[],
): Command {
  return {
    id: `selection.${id}`,
    group: 'Selection',
    title,
    keys,
    keywords,
    when: hasSelection,
    run: (context) => context.state.actions.select(parts(context)),
  };
}

/** What is selected, from what is selected. */
export const SELECT_COMMANDS: readonly Command[] = [
  {
    id: 'selection.all',
    group: 'Selection',
    title: 'Select all',
    keys: ['$mod+a'],
    onSheet: true,
    when: (context) =>
      hasSheet(context) && (context.state.document?.machine.functions.length ?? 0) > 0,
    run: ({ state }) =>
      state.actions.select(state.document?.machine.functions.map((fn) => fn.id) ?? []),
  },
  select('same-kind', 'Select all of the same kind', [], 'alike similar class model', (context) => {
    const chosen = chosenOnSheet(context);
    if (!chosen) return [];
    const { machine } = chosen.document;
    const kinds = new Set(chosen.functions.map(kindOf));
    return [
      ...machine.functions.filter((fn) => kinds.has(kindOf(fn))).map(({ id }) => id),
      ...(chosen.hosts.length > 0 ? machine.hostBridges.map(({ id }) => id) : []),
      ...(chosen.sockets.length > 0 ? machine.sockets.map(({ id }) => id) : []),
      ...(chosen.slots.length > 0 ? machine.slots.map(({ id }) => id) : []),
    ];
  }),
  select(
    'connected',
    'Select what it is connected to',
    [],
    'neighbours parent children links',
    (context) => {
      const chosen = chosenOnSheet(context);
      if (!chosen) return [];
      const { nodes } = machineTree(chosen.document.machine);
      const found = new Set<PartId>(chosen.parts);
      for (const id of chosen.parts) {
        const node = nodes.get(id);
        if (!node) continue;
        if (node.parent !== null) found.add(node.parent);
        for (const child of node.children) found.add(child);
      }
      return [...found];
    },
  ),
  select(
    'way-up',
    'Select the way up',
    ['u'],
    'upstream path bridges parents ancestors root',
    ({ state: { document, selection } }) =>
      document ? wholeWayUp(machineTree(document.machine), selection) : [],
  ),
  select(
    'below',
    'Select everything below',
    ['d'],
    'downstream subtree children descendants',
    ({ state: { document, selection } }) =>
      document ? everythingBelow(machineTree(document.machine), selection) : [],
  ),
  select('invert', 'Invert the selection', [], 'others rest opposite', ({ state }) =>
    (state.document?.machine.functions ?? [])
      .map(({ id }) => id)
      .filter((id) => !state.selection.has(id)),
  ),
  {
    id: 'selection.findings',
    group: 'Selection',
    title: 'Show what the checks say',
    keys: [],
    keywords: 'warning error finding sign why wrong mend',
    when: (context) => findings(context).length > 0,
    run: (context) => askForFindings(findings(context)),
  },
  select('none', 'Select nothing', [], 'clear deselect', () => []),
];

function findings(context: CommandContext) {
  const chosen = chosenOnSheet(context);
  const { results, selection } = context.state;
  return chosen && results ? findingsAbout(chosen.document.machine, selection, results.checks) : [];
}

/** What counts as the same kind: ports by what they are, everything else by what it is for. */
function kindOf({ type, classCode }: PciFunction): string {
  return classCode === UNKNOWN ? String(type) : `${type} ${classCode >> 8}`;
}
