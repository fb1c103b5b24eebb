import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Rect } from '../../../layout/scene.ts';
import styles from './Chart.module.css';
import { sizeAfterKey } from './crossMoves.ts';
import { nearest } from './nearest.ts';

interface Props {
  readonly plot: Rect;
  readonly sizes: readonly number[];
  /** Where each size lies across. */
  readonly places: readonly number[];
  readonly at: number;
  /** What is said of the size. */
  readonly text: string;
  readonly label: string;
  readonly onMove: (at: number) => void;
}

/** Over a plot of sizes: the pointer, a finger or the arrow keys say at which size one looks. */
export function SizeCross({ plot, sizes, places, at, text, label, onMove }: Props) {
  const cross = useRef<HTMLDivElement>(null);
  const toPointer = (event: PointerEvent) => {
    const left = cross.current?.getBoundingClientRect().left ?? 0;
    onMove(nearest(places, event.clientX - left + plot.x));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = sizeAfterKey(sizes, at, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(next);
  };
  return (
    <div
      ref={cross}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, sizes.length - 1)}
      aria-valuenow={at}
      aria-valuetext={text}
      className={styles.cross}
      style={{ left: plot.x, top: plot.y, width: plot.width, height: plot.height }}
      onPointerMove={toPointer}
      onPointerDown={toPointer}
      onKeyDown={onKeyDown}
    />
  );
}
