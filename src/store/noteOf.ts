import type { Machine } from '../model/machine.ts';
import type { PartId } from './edit.ts';

/** What is remarked on a part (`null`: the machine) or on the link above it; empty: nothing. */
export function noteOf({ notes }: Machine, about: PartId | null, on?: 'link'): string {
  return notes.find((note) => note.about === about && note.on === on)?.text ?? '';
}
