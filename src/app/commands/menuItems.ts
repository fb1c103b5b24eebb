import { linkName } from '../../model/linkName.ts';
import { type Command, type CommandContext, canRun } from './command.ts';
import { COMMANDS } from './commands.ts';
import { linkOnSheet } from './pcieLinkCommands.ts';

/**
 * What a menu may offer, in its order and groups, each with how soon it gives way to others: what can
 * be done decides what is offered, and where that is too much, the highest go.
 */
type Groups = readonly (readonly (readonly [id: string, weight: number])[])[];

const GROUPS: Groups = [
  [
    ['pair.provider', 2],
    ['pair.client', 2],
    ['pair.swap', 12],
    ['pair.clear', 11],
    ['flows.between', 2],
    ['flows.from', 3],
    ['mapping.list-for', 4],
  ],
  [
    ['edit.add', 1],
    ['edit.move', 3],
    ['edit.splice-in', 6],
    ['edit.splice-out', 3],
    ['edit.replace', 6],
    ['edit.divide', 3],
  ],
  [
    ['edit.cut', 5],
    ['edit.copy', 3],
    ['edit.paste', 5],
    ['edit.duplicate', 4],
    ['edit.remove', 1],
  ],
  [
    ['edit.rename', 3],
    ['edit.note', 4],
    ['selection.inspect', 4],
    ['selection.findings', 3],
  ],
  [
    ['link.mean', 8],
    ['link.note', 5],
  ],
  [
    ['edit.collapsed', 3],
    ['edit.locked', 3],
    ['edit.pinned', 3],
    ['edit.put-back', 7],
  ],
  [
    ['selection.same-kind', 7],
    ['selection.below', 9],
    ['selection.way-up', 9],
    ['selection.all', 9],
  ],
  [
    ['drawing.fit-selection', 10],
    ['drawing.fit', 10],
    ['drawing.switch', 11],
    ['drawing.stack', 11],
    ['drawing.tidy', 10],
    ['drawing.collapse-switches', 12],
    ['drawing.expand-all', 10],
    ['drawing.direction', 13],
    ['document.save-picture', 12],
  ],
  [['page.palette', 0]],
];

/** About a link: first what concerns it, then what hangs from it. */
const OF_LINKS: Groups = [
  [
    ['edit.note', 1],
    ['link.figures', 1],
    ['link.down', 1],
  ],
  [
    ['edit.splice-in', 1],
    ['edit.splice-out', 2],
    ['edit.move', 2],
    ['edit.remove', 2],
  ],
  [
    ['link.lower', 1],
    ['link.upper', 1],
    ['selection.findings', 3],
    ['drawing.fit-selection', 4],
  ],
  [['page.palette', 0]],
];

/** What a menu is about, where that is a link: it is named after it. */
export function menuTitle(context: CommandContext): string | null {
  const link = linkOnSheet(context);
  return link && linkName(link);
}

/** With more than so many, a menu is searched instead of read. */
const MOST_ITEMS = 19;

/** Entries of a menu about a link, about what is selected, or about the paper; `null` is a line between groups. */
export function menuItems(context: CommandContext): readonly (Command | null)[] {
  const groups = linkOnSheet(context) ? OF_LINKS : GROUPS;
  const possible = groups.map((group) =>
    group.filter(([id]) => canRun(COMMANDS.byId(id), context)),
  );
  const weights = possible.flatMap((group) => group.map(([, weight]) => weight));
  const [heaviest = Number.POSITIVE_INFINITY] = weights.sort((a, b) => a - b).slice(MOST_ITEMS);
  // Of equals at the edge those that come first are kept.
  let room = MOST_ITEMS - weights.filter((weight) => weight < heaviest).length;
  const kept = possible.map((group) =>
    group.filter(([, weight]) => weight < heaviest || (weight === heaviest && room-- > 0)),
  );
  return kept
    .filter((group) => group.length > 0)
    .flatMap((group, at) => [...(at > 0 ? [null] : []), ...group.map(([id]) => COMMANDS.byId(id))]);
}
