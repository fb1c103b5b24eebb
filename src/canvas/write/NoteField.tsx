import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { Machine } from '../../model/machine.ts';
import { noteOf } from '../../store/noteOf.ts';
import { partNamed } from '../../store/partNamed.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { Noted, PartId } from '../../store/state.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { useFieldPlace } from './useFieldPlace.ts';
import styles from './write.module.css';

interface Props {
  readonly about: Noted;
  readonly machine: Machine;
  readonly camera: CameraStore;
  readonly rect: Rect | null;
  readonly focusSheet: () => void;
}

/** A note beside its part. Ctrl and Enter, or leaving, keep it, Escape does not; an empty one goes. */
export function NoteField({ about, machine, camera, rect, focusSheet }: Props) {
  const isLink = typeof about === 'object';
  const part: PartId | null = isLink ? about.link : about === 'machine' ? null : about;
  const said = isLink ? ({ about: part, on: 'link' } as const) : { about: part };
  const before = noteOf(machine, part, said.on);
  const [text, setText] = useState(before);
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const hint = useId();
  useFieldPlace(place, camera, rect, 'below');
  useEffect(() => {
    isDone.current = false;
    field.current?.focus({ preventScroll: true });
  }, []);

  const end = (how: 'keep' | 'revert') => {
    if (isDone.current) return;
    isDone.current = true;
    const { actions } = peerlane.getState();
    actions.noteOn(null);
    if (how === 'revert' || text.trim() === before.trim()) return;
    actions.edit({ kind: 'note', ...said, text });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end('keep');
    else if (event.key === 'Escape') end('revert');
    else return;
    event.preventDefault();
    focusSheet();
  };
  const named = part === null ? 'the machine' : partNamed(machine, part);
  const name = isLink ? `the link above ${named}` : named;
  return (
    <div ref={place} className={styles.note}>
      <textarea
        ref={field}
        aria-label={`Note on ${name}`}
        aria-describedby={hint}
        value={text}
        rows={4}
        maxLength={4000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end('keep')}
      />
      <p id={hint}>Ctrl+Enter or leaving the field keeps it, Esc does not.</p>
    </div>
  );
}
