import type { Machine } from '../model/machine.ts';
import { readSketch } from './readSketch.ts';
import type { SketchRead } from './sketch.ts';
import { impliedLines } from './update/impliedLines.ts';
import { matchLines } from './update/matchLines.ts';
import { patchInPlace } from './update/patchInPlace.ts';
import { patchLine, rewriteLine } from './update/patchLine.ts';
import { rearrange } from './update/rearrange.ts';
import { type Said, said } from './update/Said.ts';
import { printTree } from './update/TextTree.ts';
import { writeCanonical, writeSketch } from './writeSketch.ts';

type ChangeLine = (line: string, was: string, now: string) => string;

/**
 * How lines are changed, gently at first: words that need not be there may stay; words that depend on
 * others need a second look; what still says something else is written anew.
 */
const ROUNDS: readonly ChangeLine[] = [
  (line, was, now) => patchLine(line, was, now, true),
  patchLine,
  patchLine,
  (line, _was, now) => rewriteLine(line, now),
];

/**
 * The least change of a text that makes it say what the machine is. Both are written in the canonical
 * way; where the two differ, the words of the user's line are changed, lines are put in, moved or taken
 * out. All other lines stay byte for byte: order, spacing, comments, mistakes.
 *
 * @param text as the user typed it; may have lines with errors, which stay
 */
export function updateSketch(text: string, machine: Machine): string {
  if (text.trim() === '') return writeSketch(machine).text;
  const goal = writeCanonical(machine);
  const target = goal.text;
  let now: Said | null = null;
  let current = text;
  for (const change of ROUNDS) {
    const read = readSketch(current, machine);
    const canonical = writeCanonical(read.machine);
    if (canonical.text === target) return current;
    if (now === null) {
      const patched = patchInPlace(current, read, canonical, goal);
      if (patched !== null && says(patched, machine) === target) return patched;
      now = said(target, readSketch(target, machine).lineOf);
    }
    current = updated(current, read, canonical.text, now, change);
  }
  return current;
}

const says = (text: string, machine: Machine) =>
  writeCanonical(readSketch(text, machine).machine).text;

function updated(
  text: string,
  read: SketchRead,
  canonical: string,
  now: Said,
  change: ChangeLine,
): string {
  const mine = said(text, read.lineOf);
  const was = said(canonical, readSketch(canonical, read.machine).lineOf);
  const users = matchLines(was, mine, true);
  const moved = matchLines(was, now, false);
  const { unsaid, inFull } = impliedLines(mine, was, users, moved);
  for (const [old, next] of moved) {
    const line = users.get(old);
    if (line && inFull.has(line)) line.row.text = rewriteLine(line.row.text, next.row.text);
    else if (!line || old.row.text.trim() === next.row.text.trim()) continue;
    else line.row.text = change(line.row.text, old.row.text, next.row.text);
  }
  rearrange(mine.tree, was, now, users, moved, unsaid);
  return printTree(mine.tree);
}
