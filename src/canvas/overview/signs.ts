import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import { DEVICE_GLYPHS } from '../draw/deviceGlyphs.ts';
import type { Signs } from './overview.ts';

let made: Signs | null = null;

/** The signs of devices and verdicts for the canvas; made once. */
export function signs(): Signs {
  made ??= {
    devices: paths(DEVICE_GLYPHS),
    verdicts: paths(VERDICT_GLYPHS),
  };
  return made;
}

function paths<Name extends string>(of: Readonly<Record<Name, string>>): Record<Name, Path2D> {
  const entries = Object.entries<string>(of).map(([name, path]) => [name, new Path2D(path)]);
  return Object.fromEntries(entries) as Record<Name, Path2D>;
}
