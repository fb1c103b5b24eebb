import { type KeyboardEvent, useId } from 'react';
import type { MapStep } from '../../../engine/dma/mapStep.ts';
import styles from './StepsView.module.css';
import { PHASES, stepAfterKey, stepOfPhase } from './stepMoves.ts';

interface Props {
  readonly steps: readonly MapStep[];
  readonly at: number;
  readonly isPlaying: boolean;
  readonly onGo: (step: number) => void;
  readonly onPlay: () => void;
}

/** Moves through the steps: one by one, by a slider, from phase to phase. */
export function StepsBar({ steps, at, isPlaying, onGo, onPlay }: Props) {
  const slider = useId();
  const last = steps.length - 1;
  const step = steps[at];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = stepAfterKey(event.key, at, steps);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    onGo(to);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its controls are the stops; it only hears their keys
    <div className={styles.bar} onKeyDown={onKeyDown}>
      <div className={styles.moves}>
        <button type="button" disabled={at === 0} onClick={() => onGo(0)}>
          First
        </button>
        <button type="button" disabled={at === 0} onClick={() => onGo(at - 1)}>
          Back
        </button>
        <button type="button" disabled={at === last} onClick={() => onGo(at + 1)}>
          Forward
        </button>
        <button type="button" disabled={at === last} onClick={() => onGo(last)}>
          Last
        </button>
        <button type="button" aria-pressed={isPlaying} onClick={onPlay}>
          {isPlaying ? 'Pause' : 'Run'}
        </button>
        <label htmlFor={slider} className={styles.count}>
          Step {at + 1} of {steps.length}
        </label>
        <input
          id={slider}
          type="range"
          min={0}
          max={last}
          value={at}
          aria-valuetext={`Step ${at + 1} of ${steps.length}: ${step?.text ?? ''}`}
          onChange={({ target }) => onGo(Number(target.value))}
        />
      </div>
      <ol className={styles.rail} aria-label="Phases">
        {PHASES.map(({ phase, words }) => {
          const to = stepOfPhase(steps, at, phase);
          return (
            <li key={phase}>
              <button
                type="button"
                disabled={to === null}
                aria-current={step?.phase === phase ? 'step' : undefined}
                onClick={() => to !== null && onGo(to)}
              >
                {words}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
