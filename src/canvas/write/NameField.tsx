import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { Machine } from '../../model/machine.ts';
import { partNamed } from '../../store/partNamed.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { PartId } from '../../store/state.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { ownName, whyNotCalled } from './ownName.ts';
import { useFieldPlace } from './useFieldPlace.ts';
import styles from './write.module.css';

interface Props {
  readonly part: PartId;
  readonly machine: Machine;
  readonly camera: CameraStore;
  readonly rect: Rect | null;
  readonly focusSheet: () => void;
}

/** A part's name in its place. Enter and leaving keep it, Escape does not; an empty one goes. */
export function NameField({ part, machine, camera, rect, focusSheet }: Props) {
  const before = ownName(machine, part);
  const [text, setText] = useState(before);
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const hint = useId();
  useFieldPlace(place, camera, rect, 'over');
  useEffect(() => {
    isDone.current = false;
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const why = whyNotCalled(machine, part, text);

  const end = (how: 'keep' | 'revert') => {
    if (isDone.current) return;
    isDone.current = true;
    const { actions } = peerlane.getState();
    const name = text.trim();
    actions.rename(null);
    if (how === 'revert' || name === before) return;
    if (why !== null) actions.refuse([why]);
    else actions.edit({ kind: 'label', about: part, label: name === '' ? null : name });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What it means is the field's: nothing further up is cancelled or confirmed.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && why === null) end('keep');
    else if (event.key === 'Escape') end('revert');
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    if (isDone.current) focusSheet();
  };
  return (
    <div ref={place} className={styles.name}>
      <input
        ref={field}
        type="text"
        aria-label={`Name of ${partNamed(machine, part)}`}
        aria-describedby={hint}
        aria-invalid={why !== null}
        value={text}
        placeholder="no name of its own"
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end('keep')}
      />
      <p id={hint} role={why === null ? undefined : 'alert'} data-bad={why !== null || undefined}>
        {why ?? 'Enter keeps it, Escape does not.'}
      </p>
    </div>
  );
}
