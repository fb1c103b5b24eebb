import { type KeyboardEvent, useRef, useState } from 'react';
import type { Rect } from '../../../layout/scene.ts';
import styles from './LinksSide.module.css';

interface Stop {
  readonly key: string;
  readonly rect: Rect;
  readonly label: string;
  readonly isChosen: boolean;
}

interface Props {
  readonly label: string;
  readonly stops: readonly Stop[];
  /** `null`: nothing is pointed at any more. */
  readonly onPoint: (at: number | null) => void;
  readonly onChoose: (at: number) => void;
}

/** What listens over bars: one stop of the Tab key, arrows go from bar to bar, Enter chooses. */
export function BarStops({ label, stops, onPoint, onChoose }: Props) {
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    stops.findIndex(({ key }) => key === active),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      onChoose(at);
      return;
    }
    const to = afterKey(event.key, at, stops.length);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    list.current?.querySelector<HTMLElement>(`[data-stop="${to}"]`)?.focus();
  };
  const stopUnder = (target: EventTarget): number | null => {
    const found = target instanceof Element ? target.closest('[data-stop]') : null;
    return found === null ? null : Number(found.getAttribute('data-stop'));
  };
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      className={styles.stops}
      onKeyDown={onKeyDown}
      onPointerMove={({ target, pointerType }) => {
        if (pointerType !== 'touch') onPoint(stopUnder(target));
      }}
      onPointerLeave={() => onPoint(null)}
      onBlur={() => onPoint(null)}
      onClick={({ target }) => {
        const stop = stopUnder(target);
        if (stop !== null) onChoose(stop);
      }}
      onFocus={({ target }) => {
        const stop = stopUnder(target);
        if (stop === null) return;
        setActive(stops[stop]?.key ?? null);
        onPoint(stop);
      }}
    >
      {stops.map(({ key, rect, label: words, isChosen }, index) => (
        <div
          key={key}
          role="option"
          aria-label={words}
          aria-selected={isChosen}
          tabIndex={index === at ? 0 : -1}
          data-stop={index}
          className={styles.stop}
          style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
        />
      ))}
    </div>
  );
}

function afterKey(key: string, at: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
