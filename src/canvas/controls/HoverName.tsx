import { type RefObject, useEffect, useState } from 'react';
import type { Point } from '../../layout/scene.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import type { Under } from '../state/usePointing.ts';
import styles from './HoverName.module.css';

interface Props {
  readonly camera: CameraStore;
  readonly isAfar: boolean;
  readonly surface: RefObject<HTMLElement | null>;
  readonly pick: (at: Point) => Under | null;
  readonly nameOf: (under: Under) => string;
}

/**
 * From afar cards and lines say little: the name of the one under the pointer, in full. Selecting tells the
 * same. While something is carried or drawn, what stands beside the pointer are the words of that.
 */
export function HoverName({ camera, isAfar, surface, pick, nameOf }: Props) {
  const [over, setOver] = useState<{ under: Under; at: Point } | null>(null);
  const isInHand = usePeerlane(({ carry, flowDrawing }) => carry !== null || flowDrawing !== null);
  const isWanted = isAfar && !isInHand;
  useEffect(() => {
    const element = surface.current;
    if (!element || !isWanted) return;
    const ending = new AbortController();
    const { signal } = ending;
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return setOver(null);
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      const under = pick(at);
      setOver(under === null ? null : { under, at });
    };
    const hide = () => setOver(null);
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerleave', hide, { signal });
    element.addEventListener('pointerdown', hide, { signal });
    element.addEventListener('wheel', hide, { signal, passive: true });
    return () => {
      ending.abort();
      hide();
    };
  }, [surface, pick, isWanted]);
  if (!over || !isWanted) return null;
  const isRight = over.at.x > camera.size.width / 2;
  const isLow = over.at.y > camera.size.height - 80;
  return (
    <p
      className={styles.name}
      data-right={isRight || undefined}
      data-low={isLow || undefined}
      style={{ left: over.at.x, top: over.at.y }}
      aria-hidden="true"
    >
      {nameOf(over.under)}
    </p>
  );
}
