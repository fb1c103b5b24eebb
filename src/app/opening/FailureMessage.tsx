import { WithAddresses } from '../../parts/Bdf.tsx';
import { Glyph } from '../../parts/Glyph.tsx';
import type { Opening } from '../../store/state.ts';
import styles from './FailureMessage.module.css';
import { EXPECTED, foundText } from './failureWords.ts';

interface Props {
  readonly failure: Opening & { readonly kind: 'failed' };
}

/** Beyond these the first ones matter. */
const MOST_SHOWN = 6;

/** What was found, what was expected and what to do, announced at once. */
export function FailureMessage({ failure }: Props) {
  const { source, text, isAboutText, title, problems } = failure;
  const hints = [...new Set(problems.flatMap(({ hint }) => (hint === null ? [] : [hint])))];
  return (
    <section className={styles.failure} role="alert">
      <h2 className={styles.title}>
        <Glyph kind="NOT_SUPPORTED" />
        {title}
      </h2>
      <dl>
        <dt>Found</dt>
        <dd>
          {text === null ? `In ${source}:` : foundText(text)}
          {problems.length > 0 && (
            <ul>
              {problems.slice(0, MOST_SHOWN).map(({ line, text: words }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the remarks on one reading never move
                <li key={index}>
                  {line !== null && <span className={styles.line}>line {line}: </span>}
                  <WithAddresses text={words} />
                </li>
              ))}
              {problems.length > MOST_SHOWN && <li>and {problems.length - MOST_SHOWN} more</li>}
            </ul>
          )}
        </dd>
        {isAboutText && (
          <>
            <dt>Expected</dt>
            <dd>{EXPECTED}</dd>
          </>
        )}
        <dt>What to do</dt>
        <dd>
          {hints.length > 0
            ? hints.join(' ')
            : 'Run the command below on the machine in question and paste all it prints.'}
        </dd>
      </dl>
    </section>
  );
}
