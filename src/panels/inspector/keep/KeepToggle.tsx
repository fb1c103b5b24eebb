import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import { type Kept, keptOf } from './kept.ts';
import { Toggle } from './Toggle.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly parts: readonly PartId[];
  readonly what: Kept;
  readonly name: string;
  /** What it does, in a few words. */
  readonly hint: string;
}

/** One thing that the drawing does with parts, or not; of several parts perhaps with some. */
export function KeepToggle({ document, parts, what, name, hint }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const now = keptOf(document.machine, parts, what);
  return (
    <Toggle
      now={now}
      name={name}
      hint={hint}
      onToggle={(isOn) => edit({ kind: 'keep', parts, what, isOn })}
    />
  );
}
