import type { CataloguePart } from '../../catalogue/part.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { AddButton } from './AddButton.tsx';
import { FigureTable } from './FigureTable.tsx';
import { figuresOf } from './figuresOf.ts';
import styles from './PartItem.module.css';
import { sketchLine } from './sketchLine.ts';

interface Props {
  readonly part: CataloguePart;
  /** How many are added at once. */
  readonly count: number;
}

/** What a part is, what can be done with it, and every figure with where it comes from. */
export function PartDetails({ part, count }: Props) {
  const line = sketchLine(part);
  return (
    <>
      <p className={styles.note}>
        {part.note.split('`').map((words, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
          place % 2 === 1 ? <code key={place}>{words}</code> : words,
        )}
      </p>
      <div className={styles.line}>
        <code>{line}</code>
        <CopyButton text={line} what="line" inFull />
      </div>
      <AddButton part={part} count={count} />
      {figuresOf(part).map((group, place) => (
        <FigureTable key={group.title ?? `${place}`} group={group} part={part.title} />
      ))}
    </>
  );
}
