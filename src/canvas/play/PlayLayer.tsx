import { lazy, Suspense } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { PlayProps } from './PlayingLayer.tsx';

const PlayingLayer = lazy(() =>
  import('./PlayingLayer.tsx').then((part) => ({ default: part.PlayingLayer })),
);

/** A request on its way, over everything that is drawn; nothing while none is played. */
export function PlayLayer(props: PlayProps) {
  const isPlaying = usePeerlane((state) => state.play !== null);
  return (
    isPlaying && (
      <Suspense>
        <PlayingLayer {...props} />
      </Suspense>
    )
  );
}
