import { useLayoutEffect, useRef } from 'react';
import type { FunctionId } from '../../model/ids.ts';
import row from '../../parts/ButtonRow.module.css';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { rectToScreen } from '../camera/camera.ts';
import { flowsInSight } from '../flows/flowsInSight.ts';
import type { Drawn } from '../state/drawn.ts';
import { rectOfPart } from '../state/rectOfPart.ts';
import styles from './PairBar.module.css';

interface Props {
  readonly camera: CameraStore;
  readonly document: OpenDocument;
  readonly drawn: Drawn;
}

/** The tag of an end hangs below its card. */
const TAG_HEIGHT = 22;

/** Beside the one function that is selected: makes it an end of the pair. */
export function PairBar({ camera, document, drawn }: Props) {
  const selection = usePeerlane((state) => state.selection);
  const pair = usePeerlane((state) => state.pair);
  const isPeer = usePeerlane(
    ({ results, focus }) => results?.placeOf.has(focus as FunctionId) ?? false,
  );
  const hasKeyShortcuts = usePeerlane((state) => state.view.hasKeyShortcuts);
  // What a flow gets is written where the bar would stand; the keys choose ends all the same.
  const isBusy = usePeerlane(
    (state) =>
      state.carry !== null ||
      state.renaming !== null ||
      state.noting !== null ||
      flowsInSight(state),
  );
  const { choose } = usePeerlane((state) => state.actions);
  const bar = useRef<HTMLFieldSetElement>(null);
  const [only] = selection;
  const fn =
    selection.size === 1 && only !== undefined ? document.byId.get(only as FunctionId) : undefined;
  const rect = fn ? rectOfPart(drawn, fn.id) : null;

  const isEnd = fn !== undefined && (pair.provider === fn.id || pair.client === fn.id);

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element || !rect) return;
    const place = () => {
      const { x, y, width, height } = rectToScreen(camera.camera, rect);
      const { size } = camera;
      const own = { width: element.offsetWidth, height: element.offsetHeight };
      const isShown = x < size.width && y < size.height && x + width > 0 && y + height > 0;
      element.style.visibility = isShown ? 'visible' : 'hidden';
      const below = y + height + (isEnd ? TAG_HEIGHT : 0) + 8;
      const top = below + own.height > size.height ? y - own.height - 8 : below;
      const left = Math.min(Math.max(x, 4), Math.max(4, size.width - own.width - 4));
      element.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(4, top))}px)`;
    };
    place();
    return camera.subscribe(place);
  }, [camera, rect, isEnd]);

  if (!fn || !rect || !isPeer || isBusy) return null;
  const { id } = fn;
  return (
    <fieldset
      ref={bar}
      className={`${row.buttons} ${styles.bar}`}
      aria-label={`Ends of the pair: ${id}`}
    >
      {(['provider', 'client'] as const).map((end) => {
        const isChosen = pair[end] === id;
        return (
          <button
            key={end}
            type="button"
            aria-pressed={isChosen}
            onClick={() => choose({ [end]: isChosen ? null : id })}
          >
            {end === 'provider' ? 'Provider' : 'Client'}
            {hasKeyShortcuts && (
              <span className={styles.key} aria-hidden="true">
                {end === 'provider' ? 'P' : 'O'}
              </span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}
