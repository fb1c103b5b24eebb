import type { NoteId, SlotId, SocketId } from '../../model/ids.ts';
import type { Note, SideLink, Slot, SocketLink } from '../../model/machine.ts';
import type { SlotDraft } from '../attribute.ts';
import { LINK_LINE_ATTRIBUTES, SLOT_ATTRIBUTES } from '../attributesOther.ts';
import { partNamed } from '../partNamed.ts';
import { slotLabel } from '../slotId.ts';
import { applyAttributes, saidAttributes } from './applyAttributes.ts';
import type { Draft } from './Draft.ts';
import type { References } from './References.ts';
import { type StatementLine, show } from './readLines.ts';

/** Slots by their names; the ports that feed them are found later. */
export function readSlots(draft: Draft, statements: readonly StatementLine[]): readonly Slot[] {
  const slots: Slot[] = [];
  for (const statement of statements) {
    if (statement.word !== 'slot') continue;
    const { line, at, words } = statement;
    const [name, ...rest] = words;
    if (!name || name.equals !== null) {
      draft.problems.error(line, at, 'slot expects a name.', { instead: 'slot S1: x16' });
      continue;
    }
    if (!draft.names.isOwner(name.value, statement)) continue;
    const [model, ...after] = rest;
    const part = model && model.equals === null ? partNamed('slot', model.value) : null;
    const start: SlotDraft = {
      lanes: part?.kind === 'slot' && part.lanes.value !== 'unknown' ? part.lanes.value : null,
      bifurcation: null,
      riser: null,
      label: draft.origin === 'captured' ? slotLabel(name.value) : name.value,
    };
    const said = saidAttributes(line, 'slot', part ? after : rest, draft.problems);
    const read = applyAttributes(start, said, 'slot', SLOT_ATTRIBUTES, draft.problems);
    const before = draft.base.slots.named(name.value);
    const wish = before && !draft.ids.isTaken(before.id) ? before.id : name.value;
    const id = draft.ids.forName(wish) as SlotId;
    slots.push({ ...read, id, ports: [] });
    if (draft.origin === 'captured' && !before && !said.said.has('label')) draft.openSlots.add(id);
    draft.lineOf.set(id, line);
    draft.names.lead(name.value, { kind: 'slot', id });
  }
  return slots;
}

const SIDE_KINDS = ['nvlink', 'cxl', 'c2c', 'other'] as const;
const SOCKET_KINDS = ['upi', 'xgmi', 'qpi', 'socket'];

export interface LinksRead {
  readonly sideLinks: readonly SideLink[];
  readonly socketLinks: readonly SocketLink[];
}

/** `link KIND A -- B`: beside the tree, or between sockets. */
export function readLinks(
  draft: Draft,
  refs: References,
  statements: readonly StatementLine[],
): LinksRead {
  const sideLinks: SideLink[] = [];
  const socketLinks: SocketLink[] = [];
  for (const statement of statements) {
    if (statement.word !== 'link') continue;
    const { line, at, words } = statement;
    const [kind, from, dashes, to, ...rest] = words;
    if (!kind || !from || !to || dashes?.text !== '--') {
      const found = dashes && dashes.text !== '--' ? `; found ${show(dashes.text)}` : '';
      draft.problems.error(line, dashes ?? at, `link expects a kind and two parts${found}.`, {
        instead: 'link nvlink gpu0 -- gpu1',
      });
      continue;
    }
    const isSocket = SOCKET_KINDS.includes(kind.text);
    const side = SIDE_KINDS.find((each) => each === kind.text);
    if (!isSocket && !side) {
      const all = [...SIDE_KINDS, ...SOCKET_KINDS];
      draft.problems.notOneOf(
        line,
        kind,
        `${show(kind.text)} is no kind of link; there are ${all.join(', ')}.`,
        kind.text,
        all,
      );
      continue;
    }
    const kinds = isSocket ? (['socket'] as const) : (['function', 'socket'] as const);
    const ends = [from, to].map((end) =>
      /^socket\d+$/.test(end.text) && !draft.names.find(end.value)
        ? socketEnd(refs, end.text, line, end)
        : refs.part(end.value, line, end, kinds),
    );
    const [label, ...more] = rest;
    const text = label?.isQuoted && label.equals === null ? label.value : null;
    const said = saidAttributes(line, 'link', text === null ? rest : more, draft.problems);
    const [a, b] = ends;
    if (!a || !b) continue;
    if (isSocket) {
      const figures = applyAttributes(
        { bytesPerSecond: null, latencyNs: null },
        said,
        'link',
        LINK_LINE_ATTRIBUTES,
        draft.problems,
      );
      socketLinks.push({ from: a.id as SocketId, to: b.id as SocketId, ...figures });
    } else if (side && isSideEnd(a) && isSideEnd(b)) {
      for (const { word } of said.said.values()) {
        draft.problems.error(line, word, 'Only links between sockets (upi, xgmi) have figures.');
      }
      sideLinks.push({ kind: side, from: a.id, to: b.id, label: text });
    }
  }
  return { sideLinks, socketLinks };
}

type Found = NonNullable<ReturnType<References['part']>>;

function isSideEnd(found: Found): found is Extract<Found, { kind: 'function' | 'socket' }> {
  return found.kind === 'function' || found.kind === 'socket';
}

function socketEnd(
  refs: References,
  text: string,
  line: number,
  at: { readonly from: number; readonly to: number },
): Found | undefined {
  const id = refs.socket(text.slice('socket'.length), line, at);
  return id ? { kind: 'socket', id } : undefined;
}

const NOTED = ['function', 'host', 'socket', 'slot'] as const;
/** A link is known by what is below it. */
const LOWER_ENDS = ['function'] as const;

/** `note [[above] PART] "TEXT"`: three words are about a link, whatever parts are called. */
export function readNotes(
  draft: Draft,
  refs: References,
  statements: readonly StatementLine[],
): readonly Note[] {
  const notes: Note[] = [];
  const before = [...(draft.base.machine?.notes ?? [])];
  for (const statement of statements) {
    if (statement.word !== 'note') continue;
    const { line, at, words } = statement;
    const text = words.at(-1);
    const isOnLink = words.length === 3 && words[0]?.text === 'above';
    if (!text || (words.length > 2 && !isOnLink)) {
      draft.problems.error(line, words[2] ?? at, 'note expects a text in quotes.', {
        instead: 'note "text"',
        hint: 'The name of a part may stand before it, and “above” before that.',
      });
      continue;
    }
    const part = words.at(-2);
    const found = part ? refs.part(part.value, line, part, isOnLink ? LOWER_ENDS : NOTED) : null;
    if (found === undefined) continue;
    const about = found === null ? null : found.id;
    const on = isOnLink ? ('link' as const) : undefined;
    const known = before.findIndex(
      (note) => note.about === about && note.on === on && note.text === text.value,
    );
    const [old] = known < 0 ? [] : before.splice(known, 1);
    const wish = old && !draft.ids.isTaken(old.id) ? old.id : `note${notes.length + 1}`;
    const id = draft.ids.derived(wish) as NoteId;
    notes.push({ id, about, ...(on && { on }), text: text.value });
  }
  return notes;
}
