import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { flowsInSight } from '../../canvas/flows/flowsInSight.ts';
import { mappedInSight } from '../../canvas/mapping/mappedInSight.ts';
import { decisionWords, placeWords } from '../../canvas/play/hopWords.ts';
import {
  canPlayPair,
  goToHop,
  lastHop,
  nextOutput,
  playOutput,
  stepPlay,
} from '../../canvas/play/playMoves.ts';
import { sentAddress } from '../../canvas/play/sentAddress.ts';
import { Icon } from '../../parts/Icon.tsx';
import { peerlane, usePeerlane, usePeerlaneShallow } from '../../store/peerlane.ts';
import { PLAY_SPEEDS, playableWalk, playedWalk } from '../../store/playing.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { COMMANDS } from '../commands/commands.ts';
import { OutputOperations, OutputStart } from './OutputPlay.tsx';
import styles from './PlayBar.module.css';
import { RequestForm } from './RequestForm.tsx';

/**
 * On the sheet, below the drawing: plays a request of the chosen pair, and says what is decided where
 * it is.
 */
export function PlayBar() {
  const isPlaying = usePeerlane((state) => state.play !== null);
  const isPossible = usePeerlane(canPlayPair);
  const isOfOutput = usePeerlane(({ play }) => play !== null && play.of !== 'pair');
  const hasList = usePeerlane((state) => mappedInSight(state) !== null);
  const isOfFlows = usePeerlane(flowsInSight);
  const bar = useRef<HTMLFieldSetElement>(null);
  useFocusKept(bar, isPlaying);
  if (!isPlaying && (isOfFlows || (!isPossible && !hasList))) return null;
  return (
    <div className={styles.place}>
      <fieldset
        ref={bar}
        className={styles.bar}
        data-playing={isPlaying || undefined}
        data-wide={isOfOutput || undefined}
        aria-label="Play a request"
        onKeyDown={onKeyDown}
      >
        {isPlaying && <Decision />}
        <div className={styles.row}>
          {isOfOutput ? (
            <OutputOperations />
          ) : isPlaying || !hasList ? (
            <Operations isPlaying={isPlaying} />
          ) : (
            <OutputStart />
          )}
          {isPlaying && <Moves />}
        </div>
      </fieldset>
    </div>
  );
}

/** Arrows step, as long as they do not choose a speed; by pages one goes from output to output. */
function onKeyDown(event: KeyboardEvent): void {
  const state = peerlane.getState();
  const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (!state.play || target instanceof HTMLSelectElement) return;
  if (ctrlKey || metaKey || altKey || shiftKey) return;
  const moves: Readonly<Record<string, () => void>> = {
    ArrowRight: () => stepPlay(state, 1),
    ArrowDown: () => stepPlay(state, 1),
    ArrowLeft: () => stepPlay(state, -1),
    ArrowUp: () => stepPlay(state, -1),
    Home: () => goToHop(state, 0),
    End: () => goToHop(state, lastHop(state)),
    PageDown: () => playBeside(1),
    PageUp: () => playBeside(-1),
  };
  const move = moves[key];
  if (!move) return;
  event.preventDefault();
  move();
}

function playBeside(by: 1 | -1): void {
  const state = peerlane.getState();
  const of = state.play?.of ?? 'pair';
  const next = of === 'pair' ? null : nextOutput(state, of.output, by);
  if (next !== null) playOutput(state, next);
}

function Operations({ isPlaying }: { readonly isPlaying: boolean }) {
  const operation = usePeerlane((state) => state.play?.operation ?? null);
  const possible = usePeerlaneShallow((state) => ({
    write: playableWalk(state, 'write') !== null,
    read: playableWalk(state, 'read') !== null,
  }));
  const { startPlay } = usePeerlane((state) => state.actions);
  return (
    <fieldset className={styles.group} aria-label="Request">
      {!isPlaying && (
        <span className={styles.lead} aria-hidden="true">
          <Icon name="play" />
          Play a
        </span>
      )}
      {(['write', 'read'] as const).map((each) => (
        <button
          key={each}
          type="button"
          data-operation={each}
          aria-label={`Play a ${each}`}
          aria-pressed={isPlaying ? operation === each : undefined}
          aria-disabled={possible[each] ? undefined : true}
          onClick={() => possible[each] && startPlay(each)}
        >
          <RequestForm operation={each} />
          {isPlaying ? (each === 'write' ? 'Write' : 'Read') : each}
        </button>
      ))}
    </fieldset>
  );
}

/** There and back, and how fast. */
function Moves() {
  const isRunning = usePeerlane((state) => state.play?.isRunning ?? false);
  const hop = usePeerlane((state) => state.play?.hop ?? 0);
  const last = usePeerlane(lastHop);
  const speed = usePeerlane((state) => state.play?.speed ?? 1);
  const { changePlay } = usePeerlane((state) => state.actions);
  return (
    <>
      <span className={styles.moves}>
        <CommandButton registry={COMMANDS} id="play.first" icon="to-start" />
        <CommandButton registry={COMMANDS} id="play.previous" icon="back" />
        <CommandButton registry={COMMANDS} id="play.toggle" icon={isRunning ? 'halt' : 'play'} />
        <CommandButton registry={COMMANDS} id="play.next" icon="on" />
        <CommandButton registry={COMMANDS} id="play.last" icon="to-end" />
      </span>
      <span className={styles.count}>{last < 0 ? 'updating…' : `${hop + 1} of ${last + 1}`}</span>
      <select
        className={styles.speed}
        aria-label="Speed"
        value={speed}
        onChange={({ target }) => changePlay({ speed: Number(target.value) })}
      >
        {PLAY_SPEEDS.map((each) => (
          <option key={each} value={each}>
            {each}×
          </option>
        ))}
      </select>
      <span className={styles.end}>
        <CommandButton registry={COMMANDS} id="play.stop" icon="close" />
      </span>
    </>
  );
}

/** What is decided where the packet is, by which rule; at its end, what became of it. */
function Decision() {
  const { document, play, walk, mapped } = usePeerlaneShallow((state) => ({
    document: state.document,
    play: state.play,
    walk: playedWalk(state),
    mapped: state.mapped,
  }));
  const hop = play && walk?.hops[play.hop];
  if (!document || !walk || !hop) return <p className={styles.decision} />;
  const isLast = play.hop === walk.hops.length - 1;
  const { of } = play;
  const sent = of === 'pair' || !mapped ? null : sentAddress(mapped.report, of.output, walk);
  return (
    <p className={styles.decision} title={hop.text}>
      <strong>{decisionWords(hop, sent)}</strong> at {placeWords(hop.at, document)}. {hop.text}
      {isLast && walk.failure !== null && ` ${walk.failure}`}{' '}
      <code className={styles.rule}>{hop.rule}</code>
    </p>
  );
}

/** Started or ended by a button that is gone then, the focus goes to its like, or to the sheet. */
function useFocusKept(bar: { readonly current: HTMLElement | null }, isPlaying: boolean): void {
  const had = useRef(false);
  const before = useRef(isPlaying);
  useLayoutEffect(() => {
    const inside = (element: Element | null) => bar.current?.contains(element) ?? false;
    if (before.current !== isPlaying && had.current && !inside(document.activeElement)) {
      const to =
        bar.current?.querySelector('button') ?? document.querySelector('#sheet [role="listbox"]');
      if (to instanceof HTMLElement) to.focus({ preventScroll: true });
    }
    before.current = isPlaying;
    const look = () => {
      had.current = inside(document.activeElement);
    };
    look();
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, [bar, isPlaying]);
}
