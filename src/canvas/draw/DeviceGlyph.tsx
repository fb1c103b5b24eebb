import type { Rect } from '../../layout/scene.ts';
import type { DeviceKind } from '../../model/deviceKind.ts';
import { DEVICE_GLYPHS } from './deviceGlyphs.ts';
import styles from './draw.module.css';

/** The sign of a device's kind, in its square. */
export function DeviceGlyph({ kind, rect }: { readonly kind: DeviceKind; readonly rect: Rect }) {
  return (
    <path
      className={styles.device}
      transform={`translate(${rect.x} ${rect.y}) scale(${rect.width / 16})`}
      d={DEVICE_GLYPHS[kind]}
    />
  );
}
