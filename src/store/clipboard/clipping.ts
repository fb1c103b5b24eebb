import type { DropPlace } from '../../build/carried.ts';
import type { Change } from '../../build/change.ts';
import { cutOut } from '../../build/cutOut.ts';
import { dropTargets } from '../../build/dropTargets.ts';
import type { Fragment } from '../../build/fragment.ts';
import type { Machine } from '../../model/machine.ts';
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

/** Parts as a clip; `null` where nothing among them can be put in elsewhere. */
export function clipOf(machine: Machine, parts: Iterable<PartId>): Clip | null {
  const fragment = cutOut(machine, parts);
  return (
    fragment && { json: writeParts(fragment), text: partsText(fragment, fragmentWords(fragment)) }
  );
}

/** What a clip holds; a document in it counts for more than its text. */
export function readClip({ json, text }: Partial<Clip>): ReadParts | null {
  const fragment = json ? readParts(json) : null;
  if (fragment) return { fragment, leftOut: [] };
  return text ? readPartsText(text) : null;
}

/** A place that would take one of them may have no room for all. */
const MOST_TRIED = 64;

/** Puts parts in where the focus is, or where they fit nearest to it. */
export function pasting(machine: Machine, fragment: Fragment, focus: PartId | null): Putting {
  const title = `paste ${fragmentWords(fragment)}`;
  const targets = dropTargets(machine, { kind: 'copies', fragment });
  const way = wayUp(machine, focus);
  // Whole hosts and sockets stand on the machine itself, wherever the focus is.
  const places: readonly DropPlace[] =
    fragment.devices.length === 0
      ? ['sheet', ...way]
      : [...way, ...targets.legal.slice(0, MOST_TRIED), 'sheet'];
  for (const place of places) {
    const target = targets.at(place);
    if (target.kind === 'legal') return { title, changes: target.drop.changes, refused: [] };
  }
  // Why not there where people would look for it first.
  const nearest = focus === null ? 'sheet' : besideOf(machine, focus);
  const target = targets.at(fragment.devices.length === 0 ? 'sheet' : nearest);
  const why =
    target.kind === 'refused'
      ? problemWords(target.problem)
      : `There is no place for ${fragmentWords(fragment)}.`;
  return { title, changes: [], refused: [why] };
}

/** Copies of parts, each beside what it is a copy of. */
export function duplicating(machine: Machine, parts: Iterable<PartId>): Putting | null {
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

/** What the browser wants at once in the event of a key: fetched before, it can be called then. */
export const clipping = { clipOf };
