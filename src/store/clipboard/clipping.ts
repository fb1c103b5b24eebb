import type { DropPlace } from '../../build/carried.ts';
import type { Change } from '../../build/change.ts';
import { cutOut } from '../../build/cutOut.ts';
import { dropTargets } from '../../build/dropTargets.ts';
import type { Fragment } from '../../build/fragment.ts';
import type { Machine } from '../../model/machine.ts';
import { arrivals } from '../arrivals.ts';
import { changedMachine } from '../changedMachine.ts';
import type { PartId } from '../edit.ts';
import { problemWords } from '../problemWords.ts';
import type { Clip } from '../state.ts';
import { fragmentWords, topsOf } from './fragmentWords.ts';
import { readParts, writeParts } from './partsJson.ts';
import { partsText } from './partsText.ts';
import { besideOf, wayUp } from './placeOf.ts';
import { type ReadParts, readPartsText } from './readPartsText.ts';

/** What is to be put in, as one step. */
export interface Putting {
  readonly title: string;
  readonly changes: readonly Change[];
  /** Why some of it, or all, cannot be. */
  readonly refused: readonly string[];
}

function clipOf(machine: Machine, parts: Iterable<PartId>): Clip | null {
  const fragment = cutOut(machine, parts);
  return (
    fragment && { json: writeParts(fragment), text: partsText(fragment, fragmentWords(fragment)) }
  );
}

/** What a clip holds; a document in it counts for more than its text. */
function readClip({ json, text }: Partial<Clip>): ReadParts | null {
  const fragment = json ? readParts(json) : null;
  if (fragment) return { fragment, leftOut: [] };
  return text ? readPartsText(text) : null;
}

/** A place that would take one of them may have no room for all. */
const MOST_TRIED = 64;

/** Puts parts in where the focus is, or where they fit nearest to it. */
function pasting(machine: Machine, fragment: Fragment, focus: PartId | null): Putting {
  const title = `paste ${fragmentWords(fragment)}`;
  const targets = dropTargets(machine, { kind: 'copies', fragment });
  const way = wayUp(machine, focus);
  // Whole hosts and sockets stand on the machine itself, wherever the focus is.
  const places: readonly DropPlace[] =
    fragment.devices.length === 0
      ? ['sheet', ...way]
      : [...way, ...targets.legal.slice(0, MOST_TRIED), 'sheet'];
  const refused: string[] = [];
  for (const place of places) {
    const target = targets.at(place);
    if (target.kind === 'legal') return { title, changes: target.drop.changes, refused: [] };
    if (target.kind === 'refused') refused.push(problemWords(target.problem));
  }
  // Of the nearest place it is said why; that there is none at all goes without saying then.
  const [first = `There is no place for ${fragmentWords(fragment)}.`] = refused;
  return { title, changes: [], refused: [first] };
}

/** Copies of parts, each beside what it is a copy of. */
function duplicating(machine: Machine, parts: Iterable<PartId>): Putting | null {
  const whole = cutOut(machine, parts);
  if (!whole) return null;
  const byPlace = new Map<DropPlace, PartId[]>();
  for (const part of topsOf(whole)) {
    const place = besideOf(machine, part);
    byPlace.set(place, [...(byPlace.get(place) ?? []), part]);
  }
  const changes: Change[] = [];
  const refused: string[] = [];
  for (const [place, tops] of byPlace) {
    const fragment = cutOut(machine, tops);
    if (!fragment) continue;
    const target = dropTargets(machine, { kind: 'copies', fragment }).at(place);
    if (target.kind === 'legal') changes.push(...target.drop.changes);
    else if (target.kind === 'refused') refused.push(problemWords(target.problem));
  }
  return { title: `duplicate ${fragmentWords(whole)}`, changes, refused };
}

/** What knows clips, parts and places, in one piece: fetched when something is first copied. */
export const clipping = { arrivals, changedMachine, clipOf, duplicating, pasting, readClip };
export type Clipping = typeof clipping;
