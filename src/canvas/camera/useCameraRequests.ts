import { useEffect, useRef } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import { around } from '../rects.ts';
import type { Drawn } from '../state/drawn.ts';
import { rectOfPart } from '../state/rectOfPart.ts';
import type { SheetCamera } from './useSheetCamera.ts';

/** Carries out what is asked of the camera elsewhere: by keys, menus, and the outline. */
export function useCameraRequests({ pilot }: SheetCamera, drawn: Drawn): void {
  const request = usePeerlane((state) => state.camera);
  const selection = usePeerlane((state) => state.selection);
  const focus = usePeerlane((state) => state.focus);
  const done = useRef(request.serial);
  useEffect(() => {
    if (request.serial === done.current) return;
    done.current = request.serial;
    const rects = [...selection].flatMap((part) => rectOfPart(drawn, part) ?? []);
    const focused = focus === null ? null : rectOfPart(drawn, focus);
    pilot.carryOut(request.move, drawn.scene.bounds, around(rects), focused);
  }, [request, selection, focus, drawn, pilot]);
}
