import { mappedInSight } from '../../canvas/mapping/mappedInSight.ts';
import { showRefusal } from '../../canvas/mapping/refusalShown.ts';
import { firstOutput, nextOutput, playOutput } from '../../canvas/play/playMoves.ts';
import { Icon } from '../../parts/Icon.tsx';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { PeerlaneState } from '../../store/state.ts';
import styles from './PlayBar.module.css';
import { RequestForm } from './RequestForm.tsx';
import { whyNotPlayed } from './whyNotPlayed.ts';

/** While a mapped list is in sight: plays the output that is pointed at, or says why it cannot be. */
export function OutputStart() {
  const report = usePeerlane((state) => mappedInSight(state)?.report ?? null);
  const output = usePeerlane(firstOutput);
  const pointed = usePeerlane((state) => state.mapping.output);
  if (!report) return null;
  const why = whyNotPlayed(report, pointed ?? output ?? 0);
  const isRefused = report.mapping.errno !== 0;
  return (
    <fieldset className={styles.group} aria-label="Output">
      {why !== null && (
        <span className={styles.why} role="note">
          {why}
        </span>
      )}
      {isRefused && (
        <button type="button" onClick={showRefusal}>
          <Icon name="play" />
          Show
        </button>
      )}
      {why === null && output !== null && (
        <button type="button" onClick={() => playOutput(peerlane.getState(), output)}>
          <Icon name="play" />
          Play output {output + 1} of {report.mapping.outputs.length}
        </button>
      )}
    </fieldset>
  );
}

/** Which output is played, by which request, and the outputs beside it. */
export function OutputOperations() {
  const output = usePeerlane(outputOf);
  const count = usePeerlane((state) => state.mapped?.report.mapping.outputs.length ?? 0);
  const before = usePeerlane((state) => nextOutput(state, outputOf(state), -1));
  const after = usePeerlane((state) => nextOutput(state, outputOf(state), 1));
  const operation = usePeerlane((state) => state.play?.operation ?? 'write');
  return (
    <>
      <fieldset className={styles.group} aria-label="Output">
        <OutputButton name="Previous output" icon="back" output={before} />
        <span className={styles.which}>
          Output {output + 1} of {count}
        </span>
        <OutputButton name="Next output" icon="on" output={after} />
      </fieldset>
      <fieldset className={styles.group} aria-label="Request">
        {(['write', 'read'] as const).map((each) => (
          <button
            key={each}
            type="button"
            data-operation={each}
            aria-label={`Play a ${each}`}
            aria-pressed={operation === each}
            onClick={() => ask(each)}
          >
            <RequestForm operation={each} />
            {each === 'write' ? 'Write' : 'Read'}
          </button>
        ))}
      </fieldset>
    </>
  );
}

function outputOf({ play }: Pick<PeerlaneState, 'play'>): number {
  return play && play.of !== 'pair' ? play.of.output : -1;
}

/** The engine is asked for the other request's way; the play goes on as soon as it is there. */
function ask(operation: 'write' | 'read'): void {
  const { mapping, actions } = peerlane.getState();
  actions.changePlay({ isRunning: true });
  actions.lookAtMapping({ options: { ...mapping.options, operation } });
}

interface ButtonProps {
  readonly name: string;
  readonly icon: 'back' | 'on';
  /** `null`: there is none. */
  readonly output: number | null;
}

function OutputButton({ name, icon, output }: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-disabled={output === null ? true : undefined}
      onClick={() => output !== null && playOutput(peerlane.getState(), output)}
    >
      <Icon name={icon} />
    </button>
  );
}
