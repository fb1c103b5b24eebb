import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import { FIRST_VIEW } from '../../store/persistView.ts';
import type { PanelSizes } from '../../store/state.ts';
import type { PanelName } from '../room/room.ts';
import styles from './Splitter.module.css';
import { type Limits, splitterStep, within } from './splitterStep.ts';

type SizeName = keyof PanelSizes;

const LABELS: Readonly<Record<SizeName, string>> = {
  outline: 'Width of the outline',
  text: 'Width of the panel at the left',
  inspector: 'Width of the inspector',
  dock: 'Height of the dock',
};

/** In px. The style sheet keeps room for the sheet on top of this. */
const PANEL_LIMITS: Readonly<Record<SizeName, Limits>> = {
  outline: { min: 180, max: 640 },
  text: { min: 260, max: 960 },
  inspector: { min: 220, max: 720 },
  dock: { min: 120, max: 900 },
};

/** What has the size: the splitter may stand anywhere within it. */
const frameOf = (element: HTMLElement) => element.closest<HTMLElement>('[data-frame]');

interface Props {
  readonly panel: PanelName;
  /** Which size it changes, where the panel has several. */
  readonly size?: SizeName;
}

/** A line between a panel and the sheet, to be pulled or moved by keys. */
export function Splitter({ panel, size: name = panel }: Props) {
  const size = usePeerlane((state) => state.view.sizes[name]);
  const pull = useRef<{ readonly from: number; readonly size: number } | null>(null);
  const limits = PANEL_LIMITS[name];
  const isUpright = panel !== 'dock';
  /** The outline grows as its line moves right; the others lie beyond their lines. */
  const grows = panel === 'outline' ? 1 : -1;
  const placeOf = (event: PointerEvent) => (isUpright ? event.clientX : event.clientY);
  const remember = (pixels: number) => {
    const { view, actions } = peerlane.getState();
    actions.setView({ sizes: { ...view.sizes, [name]: pixels } });
  };
  const sizeAt = (event: PointerEvent): number | null => {
    if (!pull.current) return null;
    return within(pull.current.size + (placeOf(event) - pull.current.from) * grows, limits);
  };
  /** What is seen: a small window may leave less than what is remembered. */
  const sizeOf = (element: HTMLElement): number => {
    const box = frameOf(element)?.getBoundingClientRect();
    return (isUpright ? box?.width : box?.height) ?? size;
  };
  const cancel = (element: HTMLElement) => {
    pull.current = null;
    delete element.dataset.pulled;
    frameOf(element)?.style.setProperty('--size', `${size}px`);
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    pull.current = { from: placeOf(event), size: sizeOf(event.currentTarget) };
    event.currentTarget.dataset.pulled = '';
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const pixels = sizeAt(event);
    // Straight into the style: nothing has to be drawn anew while it is pulled.
    if (pixels !== null) {
      frameOf(event.currentTarget)?.style.setProperty('--size', `${pixels}px`);
    }
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const pixels = sizeAt(event);
    pull.current = null;
    delete event.currentTarget.dataset.pulled;
    if (pixels !== null) remember(pixels);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && pull.current) {
      event.stopPropagation();
      cancel(event.currentTarget);
      return;
    }
    const next = splitterStep(event, sizeOf(event.currentTarget), grows, limits);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    remember(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that is moved is no <hr>
    <div
      role="separator"
      tabIndex={0}
      className={styles.splitter}
      data-panel={panel}
      aria-label={LABELS[name]}
      aria-controls={panel}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      aria-valuetext={`${size} pixels`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={({ currentTarget }) => cancel(currentTarget)}
      onDoubleClick={() => remember(FIRST_VIEW.sizes[name])}
      onKeyDown={onKeyDown}
    />
  );
}
