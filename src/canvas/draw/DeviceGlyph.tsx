import type { Rect } from '../../layout/scene.ts';
import type { DeviceKind } from '../../model/deviceKind.ts';
import { DEVICE_GLYPHS } from './deviceGlyphs.ts';
import styles from './draw.module.css';
import { placedPath } from './placedPath.ts';

/** The sign of a device's kind, in its square. */
export function DeviceGlyph({ kind, rect }: { readonly kind: DeviceKind; readonly rect: Rect }) {
  return (
    <path
      className={styles.device}
      d={placedPath(DEVICE_GLYPHS[kind], rect.x, rect.y, rect.width / 16)}
      strokeWidth={(1.1 * rect.width) / 16}
    />
  );
}
