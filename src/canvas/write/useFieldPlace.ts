import { type RefObject, useLayoutEffect } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { rectToScreen } from '../camera/camera.ts';

/** Free space between a field and the edge of the sheet, in CSS pixels. */
const MARGIN = 8;

/** Keeps a field on the part that it is about, and within the sheet, however that is moved. */
export function useFieldPlace(
  field: RefObject<HTMLElement | null>,
  camera: CameraStore,
  rect: Rect | null,
  where: 'over' | 'below',
): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    const place = () => {
      const { size } = camera;
      const on = rect
        ? rectToScreen(camera.camera, rect)
        : { x: MARGIN, y: MARGIN, width: 0, height: 0 };
      if (where === 'over') element.style.minWidth = `${Math.min(Math.round(on.width), 320)}px`;
      const kept = (at: number, own: number, room: number) =>
        Math.round(Math.max(MARGIN, Math.min(at, room - own - MARGIN)));
      const top = where === 'over' ? on.y : on.y + on.height + 4;
      const x = kept(on.x, element.offsetWidth, size.width);
      const y = kept(top, element.offsetHeight, size.height);
      element.style.transform = `translate(${x}px, ${y}px)`;
    };
    place();
    return camera.subscribe(place);
  }, [field, camera, rect, where]);
}
