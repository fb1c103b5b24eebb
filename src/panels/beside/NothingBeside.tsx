import styles from './Beside.module.css';

interface Props<Choice> {
  /** What can be held beside what. */
  readonly words: string;
  /** Questions that are asked most. */
  readonly usual: readonly Choice[];
  readonly titleOf: (choice: Choice) => string;
  /** Nothing is other yet. */
  readonly same: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** Nothing is held beside it: what could be, a click each. */
export function NothingBeside<Choice>({ words, usual, titleOf, same, onChoose }: Props<Choice>) {
  return (
    <div className={styles.none}>
      <p>{words}</p>
      <div className={styles.picker}>
        {usual.map((choice) => {
          const title = titleOf(choice);
          return (
            <button key={title} type="button" className="small" onClick={() => onChoose(choice)}>
              {title}
            </button>
          );
        })}
        <button type="button" className="small" onClick={() => onChoose(same)}>
          Choose…
        </button>
      </div>
    </div>
  );
}
