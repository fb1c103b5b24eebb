import { noteOf } from '../../../store/noteOf.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import { Section } from '../Section.tsx';
import { NoteText } from './NoteText.tsx';

interface Props {
  readonly document: OpenDocument;
  /** `null`: the machine as a whole. */
  readonly about: PartId | null;
  /** What it is a note on: `sw0`, `the machine`. */
  readonly what: string;
}

/** The user's remark on a part. */
export function NoteSection({ document, about, what }: Props) {
  const isNone = noteOf(document.machine, about) === '';
  return (
    <Section title="Note" summary={isNone ? 'none' : undefined}>
      <NoteText document={document} about={about} what={what} />
    </Section>
  );
}
