import { type RefObject, useEffect, useRef } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import { isUnderHand } from '../gestures/isUnderHand.ts';
import { strokes } from '../pair/inTheWay.ts';
import { grown } from '../rects.ts';
import { playKey } from './playKey.ts';
import type { Played } from './usePlayed.ts';

/** So high is the play bar with what is round it and below it, by the width of the sheet, in CSS pixels. */
const BARS = [
  { from: 960, height: 104 },
  { from: 640, height: 160 },
  { from: 0, height: 270 },
] as const;
/** So far a sign reaches from its place. */
const SIGN = 34;

/**
 * Brings the whole way into view when a play begins, above the play bar; later the camera is the
 * user's.
 *
 * @param lit the way of the pair as it is drawn, which a walk need not take
 */
export function usePlayInView(
  surface: RefObject<HTMLElement | null>,
  { camera, pilot }: SheetCamera,
  played: Played | null,
  lit: readonly Rect[],
): void {
  const shown = useRef<string | null>(null);
  const what = played && playKey(played.play);
  const route = played?.route ?? null;
  useEffect(() => {
    if (what === null || !route || !played) {
      shown.current = null;
      return;
    }
    if (shown.current === what) return;
    shown.current = what;
    if (isUnderHand(surface.current)) return;
    const places = route.places.flatMap((place): readonly Rect[] => (place ? [place] : []));
    const signs = played.signs.flatMap(({ hop }) => {
      const at = route.stations[hop];
      return at ? [grown({ ...at, width: 0, height: 0 }, SIGN / camera.camera.k)] : [];
    });
    const parts = [...lit, ...places, ...signs, ...route.legs.flatMap(strokes)];
    const { width, height } = camera.size;
    const bar = BARS.find(({ from }) => width > from)?.height ?? 0;
    pilot.revealAll(parts, { width, height: Math.min(bar, height / 2) });
  }, [surface, camera, pilot, what, route, played, lit]);
}
