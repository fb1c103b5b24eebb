import { UNKNOWN } from '../../base/unknown.ts';
import type { Change } from '../../build/change.ts';
import { type LinkEnds, linkAbove, linkBelow } from '../../model/linkAbove.ts';
import { linkName, upperEnd } from '../../model/linkName.ts';
import { linkRegisters } from '../../model/linkState.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { LinkState } from '../../model/registers.ts';
import { focusSheet } from '../../parts/focusSheet.ts';
import { LINK_SECTION_ID } from '../../parts/linkSectionId.ts';
import { meantLink } from '../../store/meantLink.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { chosenParts, nameFor } from './chosenParts.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';

/** The link that is meant on a sheet in sight. */
export function linkOnSheet(context: CommandContext): LinkEnds | null {
  return hasSheet(context) ? meantLink(context.state) : null;
}

interface ChosenLink extends LinkEnds {
  /** Where it is, seen from what is selected. */
  readonly where: 'above' | 'below';
}

/** The link that is meant, else that of the one function that is selected. */
function chosenLink(context: CommandContext): ChosenLink | null {
  if (!hasSheet(context)) return null;
  const meant = meantLink(context.state);
  if (meant) return { ...meant, where: 'above' };
  const { document, functions = [], wholes = [] } = chosenParts(context.state) ?? {};
  const [fn, ...others] = functions;
  if (!document || !fn || others.length > 0 || wholes.length > 0) return null;
  const { machine, byId } = document;
  const below = linkBelow(machine, byId, fn.id);
  if (below) return { ...below, where: 'below' };
  const above = linkAbove(machine, byId, fn.id);
  return above && { ...above, where: 'above' };
}

/** `the link`, where one is meant; `the link above gpu0`, where it goes by what is selected. */
function linkWords(context: CommandContext): string {
  const found = chosenLink(context);
  const { document } = context.state;
  if (!found || !document || meantLink(context.state)) return 'the link';
  const fn = found.where === 'above' ? found.lower : found.upper;
  return `the link ${found.where} ${nameFor(document, fn.id)}`;
}

const isUnmeant = (context: CommandContext) =>
  linkOnSheet(context) === null && chosenLink(context) !== null;

const isDrawn = ({ state }: CommandContext) => state.document?.machine.origin === 'drawn';

/** What both ends trained to, as far as it is shown. */
function currentOf({ lower, upper }: LinkEnds): LinkState | null {
  for (const end of [lower, upper]) {
    const current = linkRegisters(end)?.current ?? UNKNOWN;
    if (current !== UNKNOWN) return current;
  }
  return null;
}

const isDown = (ends: LinkEnds) => currentOf(ends)?.width === 0;

/** Down, or trained anew to what both ends can do. */
function bringing(lower: PciFunction, how: 'down' | 'up'): Change {
  const state = { gts: UNKNOWN, width: UNKNOWN } as const;
  return how === 'down'
    ? { kind: 'link', port: lower.id, capable: null, current: { ...state, width: 0 } }
    : { kind: 'link', port: lower.id, capable: state, current: null };
}

/** Links: a line of the drawing, by the port above and the device below. */
export const PCIE_LINK_COMMANDS: readonly Command[] = [
  {
    id: 'link.mean',
    group: 'Selection',
    title: (context) => {
      const words = linkWords(context);
      return words === 'the link' ? 'Select the link' : `Select ${words}`;
    },
    keys: ['e'],
    keywords: 'edge line wire connection upstream go to',
    when: isUnmeant,
    run: (context) => {
      const found = chosenLink(context);
      if (!found) return;
      const { actions } = context.state;
      actions.meanLink(found.lower.id);
      actions.announce(`${linkName(found)}, selected.`);
      requestAnimationFrame(focusSheet);
    },
  },
  {
    id: 'link.note',
    group: 'Edit',
    title: (context) => `Note on ${linkWords(context)}…`,
    keys: [],
    keywords: 'remark comment annotate write line cable riser',
    when: isUnmeant,
    run: (context) => {
      const found = chosenLink(context);
      if (!found) return;
      const { actions } = context.state;
      // Marked, it is seen which line the field is about.
      actions.meanLink(found.lower.id);
      actions.noteOn({ link: found.lower.id });
    },
  },
  {
    id: 'link.figures',
    group: 'Edit',
    title: (context) =>
      isDrawn(context)
        ? `Rate and lanes of ${linkWords(context)}…`
        : `Show what ${linkWords(context)} says`,
    keys: [],
    keywords: 'speed width generation train gen4 gen5 x8 x16 inspector registers',
    when: (context) => chosenLink(context) !== null,
    run: ({ state, room }) => {
      showPanel('inspector', true, room, state);
      focusSoon(LINK_SECTION_ID);
    },
  },
  {
    id: 'link.down',
    group: 'Edit',
    title: (context) => {
      const found = chosenLink(context);
      return `Bring ${linkWords(context)} ${found && isDown(found) ? 'up' : 'down'}`;
    },
    keys: [],
    keywords: 'disable off unplug broken train retrain enable',
    when: (context) => {
      const found = chosenLink(context);
      return isDrawn(context) && found !== null && currentOf(found) !== null;
    },
    run: async (context) => {
      const found = chosenLink(context);
      const { document, actions } = context.state;
      if (!found || !document) return;
      const how = isDown(found) ? 'up' : 'down';
      const { lower } = found;
      const title = `bring the link above ${nameFor(document, lower.id)} ${how}`;
      await actions.change(title, [bringing(lower, how)]);
    },
  },
  {
    id: 'link.lower',
    group: 'Selection',
    title: ({ state }) => {
      const ends = meantLink(state);
      const name = ends && state.document && nameFor(state.document, ends.lower.id);
      return name ? `Select ${name}, below it` : 'Select the device below the link';
    },
    keys: [],
    keywords: 'lower end device card',
    when: (context) => linkOnSheet(context) !== null,
    run: ({ state }) => {
      const ends = meantLink(state);
      if (ends) state.actions.select([ends.lower.id]);
    },
  },
  {
    id: 'link.upper',
    group: 'Selection',
    title: ({ state }) => {
      const ends = meantLink(state);
      return ends ? `Select ${upperEnd(ends)}, above it` : 'Select the port above the link';
    },
    keys: [],
    keywords: 'upper end root port downstream',
    when: (context) => linkOnSheet(context) !== null,
    run: ({ state }) => {
      const ends = meantLink(state);
      if (ends) state.actions.select([ends.upper.id]);
    },
  },
];
