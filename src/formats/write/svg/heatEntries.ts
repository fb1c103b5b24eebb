import type { DrawnHeat } from '../../../layout/flows/heatOf.ts';
import { HEAT_STEPS, heatWidth } from '../../../layout/flows/heatScale.ts';
import type { SvgLook } from './palette.ts';
import { element } from './xml.ts';

interface Entry {
  readonly words: string;
  readonly width: number;
  readonly sign: (x: number, y: number) => string;
}

const RATES = [4, 16, 64] as const;
const SHADE = 12;

/** What width and shade of bands mean, and the bars across full ones. */
export function heatEntries({ bands }: Pick<DrawnHeat, 'bands'>, look: SvgLook): readonly Entry[] {
  if (bands.length === 0) return [];
  const [middle, last] = [look.shades[2], look.shades.at(-1)];
  const band = (x: number, y: number, width: number, stroke: string | undefined) =>
    element('line', { x1: x, y1: y, x2: x + 20, y2: y, stroke, 'stroke-width': width });
  const rates = RATES.map(
    (rate): Entry => ({
      words: `${rate} GB/s`,
      width: 20,
      sign: (x, y) => band(x, y, heatWidth(rate * 1e9), middle),
    }),
  );
  const shades: Entry = {
    words: 'of a direction used, from 0 to 100 %',
    width: HEAT_STEPS * SHADE,
    sign: (x, y) =>
      look.shades
        .map((fill, step) =>
          element('rect', { x: x + step * SHADE, y: y - 5, width: SHADE, height: 10, fill }),
        )
        .join(''),
  };
  const full: Entry = {
    words: 'full; ×2: twice as much is asked for',
    width: 20,
    sign: (x, y) =>
      band(x, y, 6, last) +
      element('path', {
        d: `M${x + 8} ${y - 5}v10M${x + 12} ${y - 5}v10`,
        fill: 'none',
        stroke: look.ink,
        'stroke-width': 1.25,
      }),
  };
  return [...rates, shades, ...(bands.some(({ isFull }) => isFull) ? [full] : [])];
}
