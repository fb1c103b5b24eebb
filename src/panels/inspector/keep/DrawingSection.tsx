import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import { Section } from '../Section.tsx';
import styles from './Keep.module.css';
import { KeepToggle } from './KeepToggle.tsx';
import { collapsible, movedOf } from './kept.ts';

interface Props {
  readonly document: OpenDocument;
  readonly parts: readonly PartId[];
}

/** What the drawing does with one part or with several at once. */
export function DrawingSection({ document, parts }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const moved = movedOf(document.machine, parts);
  const whole = collapsible(document.machine, parts);
  const shared = { document, parts };
  return (
    <Section title="On the drawing">
      <div className={styles.toggles}>
        <KeepToggle
          {...shared}
          what="locked"
          name="Locked"
          hint="Nothing of it, or below it, can be moved, removed or rebuilt. Text can still change it."
        />
        <KeepToggle
          {...shared}
          what="pinned"
          name="Pinned"
          hint="Stays where it is when the drawing is tidied up"
        />
        <KeepToggle
          {...shared}
          parts={whole}
          what="collapsed"
          name="Collapsed"
          hint="What is below it is put away"
        />
      </div>
      {moved.length > 0 && (
        <div className={styles.moved}>
          <button
            type="button"
            className="small"
            onClick={() => edit({ kind: 'tidy', parts: moved.map(({ about }) => about) })}
          >
            Put back in place
          </button>
          <span>{movedWords(moved, parts.length)}</span>
        </div>
      )}
    </Section>
  );
}

/** By how much one was moved; of several, how many. */
function movedWords(
  moved: readonly { readonly dx: number; readonly dy: number }[],
  of: number,
): string {
  const [only] = moved;
  if (of > 1 || !only) return `${moved.length} of ${of} moved by hand`;
  const across =
    only.dx === 0
      ? []
      : [`${Math.abs(Math.round(only.dx))} to the ${only.dx < 0 ? 'left' : 'right'}`];
  const along =
    only.dy === 0 ? [] : [`${Math.abs(Math.round(only.dy))} ${only.dy < 0 ? 'up' : 'down'}`];
  return `moved ${[...across, ...along].join(', ')}`;
}
