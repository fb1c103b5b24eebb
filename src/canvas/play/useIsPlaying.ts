import { usePeerlane } from '../../store/peerlane.ts';

/** Is something being played, running or not? */
export function useIsPlaying(): boolean {
  return usePeerlane((state) => state.play !== null);
}
