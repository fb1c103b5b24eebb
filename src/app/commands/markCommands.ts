import type { PartId } from '../../store/state.ts';
import { chosenParts, nameFor } from './chosenParts.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';
import {
  areMarked,
  arePutAside,
  canFold,
  foldableSwitches,
  foldedAround,
  type Mark,
} from './marks.ts';
import { linkOnSheet } from './pcieLinkCommands.ts';
import { about, chosenOnSheet } from './structureCommands.ts';

/** The part that names and notes are about: the one in focus, where it is selected. */
function named({ state }: CommandContext): PartId | null {
  const { parts = [] } = chosenParts(state) ?? {};
  if (state.focus !== null && parts.includes(state.focus)) return state.focus;
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

const isNamed = (context: CommandContext) => hasSheet(context) && named(context) !== null;

const aboutNamed = (verb: string, end: string) => (context: CommandContext) => {
  const id = named(context);
  const { document } = context.state;
  return id === null || document === null ? verb + end : `${verb} ${nameFor(document, id)}${end}`;
};

/** Parts that a mark can be put on. */
function markable(context: CommandContext, mark: Mark): readonly PartId[] {
  const chosen = chosenOnSheet(context);
  if (!chosen) return [];
  if (mark !== 'collapsed') return chosen.parts;
  const { machine } = chosen.document;
  // A box that hides what is selected is expanded by what it stands for.
  const parts = chosen.parts.flatMap((id) => {
    const folded = foldedAround(machine, id);
    return folded ?? (canFold(machine, id) ? id : []);
  });
  return [...new Set(parts)];
}

/** `Expand sw0`, where that is not what is selected. */
function titled(context: CommandContext, parts: readonly PartId[], verb: string): string {
  const { document, selection } = context.state;
  const [only] = parts;
  if (document === null || only === undefined || parts.every((id) => selection.has(id))) {
    return about(verb)(context);
  }
  return parts.length === 1
    ? `${verb} ${nameFor(document, only)}`
    : `${verb} ${parts.length} parts`;
}

function isMarked(context: CommandContext, mark: Mark): boolean {
  const { document } = context.state;
  return document !== null && areMarked(document.machine, markable(context, mark), mark);
}

function mark(
  what: Mark,
  [on, off]: readonly [string, string],
  keys: readonly string[],
  keywords: string,
): Command {
  return {
    id: `edit.${what}`,
    group: 'Edit',
    title: (context) =>
      titled(context, markable(context, what), isMarked(context, what) ? off : on),
    keys,
    keywords,
    when: (context) => markable(context, what).length > 0,
    isOn: (context) => isMarked(context, what),
    run: (context) => {
      const parts = markable(context, what);
      const isOn = !isMarked(context, what);
      context.state.actions.edit({ kind: 'keep', parts, what, isOn });
    },
  };
}

/** Names, notes, and what the drawing does with parts. */
export const MARK_COMMANDS: readonly Command[] = [
  {
    id: 'edit.rename',
    group: 'Edit',
    title: aboutNamed('Rename', '…'),
    keys: ['F2'],
    keywords: 'name label title call',
    when: isNamed,
    run: (context) => context.state.actions.rename(named(context)),
  },
  {
    id: 'edit.note',
    group: 'Edit',
    title: (context) => {
      if (linkOnSheet(context)) return 'Note on the link…';
      return named(context) === null ? 'Note on the machine…' : aboutNamed('Note on', '…')(context);
    },
    keys: ['n'],
    keywords: 'remark comment annotate write',
    when: hasSheet,
    run: (context) => {
      const link = linkOnSheet(context);
      const about = link ? { link: link.lower.id } : (named(context) ?? 'machine');
      context.state.actions.noteOn(about);
    },
  },
  mark('locked', ['Lock', 'Unlock'], ['l'], 'lock protect fix readonly structure'),
  mark('pinned', ['Pin', 'Unpin'], ['k'], 'pin keep position place hold'),
  mark('collapsed', ['Collapse', 'Expand'], ['f'], 'fold unfold hide show subtree below'),
  {
    id: 'drawing.collapse-switches',
    group: 'Drawing',
    title: 'Collapse all switches',
    keys: [],
    keywords: 'fold hide subtree',
    when: (context) => unfolded(context).length > 0,
    run: (context) =>
      context.state.actions.edit({
        kind: 'keep',
        parts: unfolded(context),
        what: 'collapsed',
        isOn: true,
      }),
  },
  {
    id: 'drawing.expand-all',
    group: 'Drawing',
    title: 'Expand all',
    keys: [],
    keywords: 'unfold show subtree collapsed',
    when: (context) => hasSheet(context) && folded(context).length > 0,
    run: (context) =>
      context.state.actions.edit({
        kind: 'keep',
        parts: folded(context),
        what: 'collapsed',
        isOn: false,
      }),
  },
  {
    id: 'drawing.stack',
    group: 'Drawing',
    title: ({ state }) =>
      state.view.isStacked ? 'Draw every device by itself' : 'Stack identical devices',
    keys: ['Shift+f'],
    keywords: 'group same alike fold cards count',
    when: hasSheet,
    isOn: ({ state }) => state.view.isStacked,
    run: ({ state }) => state.actions.setView({ isStacked: !state.view.isStacked }),
  },
  {
    id: 'drawing.tidy',
    group: 'Drawing',
    title: 'Tidy up the drawing',
    keys: ['Shift+t'],
    keywords: 'layout arrange reset positions automatic',
    when: hasSheet,
    run: ({ state }) => state.actions.tidyUp(),
  },
  {
    id: 'edit.put-back',
    group: 'Edit',
    title: about('Put', ' back in place'),
    keys: [],
    keywords: 'reset position nudge layout tidy',
    when: (context) => aside(context).length > 0,
    run: (context) => context.state.actions.edit({ kind: 'tidy', parts: aside(context) }),
  },
];

function unfolded(context: CommandContext): readonly PartId[] {
  const { document } = context.state;
  if (!hasSheet(context) || document === null) return [];
  const { machine } = document;
  return foldableSwitches(machine).filter((id) => !areMarked(machine, [id], 'collapsed'));
}

function folded({ state }: CommandContext): readonly PartId[] {
  const placements = state.document?.machine.placements ?? [];
  return placements.filter(({ collapsed }) => collapsed).map(({ about: id }) => id);
}

/** Selected parts that are not where the layout has them. */
function aside(context: CommandContext): readonly PartId[] {
  const chosen = chosenOnSheet(context);
  if (!chosen) return [];
  const moved = arePutAside(chosen.document.machine).map(({ about: id }) => id);
  return moved.filter((id) => chosen.parts.includes(id));
}
