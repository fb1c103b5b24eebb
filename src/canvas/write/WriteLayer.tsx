import { useEffect } from 'react';
import { fetchedOnce } from '../../parts/fetchedOnce.ts';
import { useFetched } from '../../parts/useFetched.ts';
import { whenIdle } from '../../parts/whenIdle.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { WriteProps } from './WritingLayer.tsx';

const writing = fetchedOnce(() => import('./WritingLayer.tsx'));

/** A name or a note being written where the part is; its fields come when nothing else has to. */
export function WriteLayer(props: WriteProps) {
  const isWanted = usePeerlane(({ renaming, noting }) => renaming !== null || noting !== null);
  const fetched = useFetched(writing, isWanted);
  useEffect(() => whenIdle(writing.ask), []);
  const isMissing = isWanted && fetched.kind === 'failed';
  useEffect(() => {
    if (!isMissing) return;
    const { actions } = peerlane.getState();
    actions.rename(null);
    actions.noteOn(null);
    actions.notify('warning', NOT_LOADED);
  }, [isMissing]);
  return isWanted && fetched.kind === 'there' && <fetched.part.WritingLayer {...props} />;
}

const NOT_LOADED = 'What writes on the sheet could not be loaded. Try again when you are online.';
