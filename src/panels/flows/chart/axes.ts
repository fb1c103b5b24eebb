import { scaleLinear, scaleLog } from 'd3-scale';
import { textWidth } from '../../../layout/textWidth.ts';
import { sizeMark } from './sizeWords.ts';

/** A mark of an axis: where, and what it says; `null`: the line only. */
export interface Tick {
  readonly value: number;
  readonly at: number;
  readonly label: string | null;
}

export interface Axis {
  /** Where a value lies, in CSS pixels. */
  readonly place: (value: number) => number;
  readonly ticks: readonly Tick[];
}

type Ends = readonly [number, number];

const GB = 1e9;
/** Between two labels beside each other. */
const GAP = 8;
/** From one rate's label to the next. */
const LEAST_ROW = 26;

/** Transfer sizes along x: a line at powers of two, with as many labels as there is room for. */
export function sizeAxis([least, most]: Ends, [from, to]: Ends): Axis {
  const place = scaleLog([least, most], [from, to]).base(2).clamp(true);
  const first = Math.ceil(Math.log2(least) - 1e-9);
  const last = Math.floor(Math.log2(most) + 1e-9);
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const octave = last > first ? (to - from) / Math.log2(most / least) : to - from;
  const widest = Math.max(0, ...powers.map((power) => textWidth(sizeMark(2 ** power), 'quiet')));
  // Labels one, two or four octaves apart: 64, 256, 1K, 4K.
  const apart = [1, 2, 4, 8].find((each) => each * octave >= widest + GAP) ?? 16;
  return {
    place,
    ticks: powers.map((power) => ({
      value: 2 ** power,
      at: place(2 ** power),
      label: power % apart === 0 ? sizeMark(2 ** power) : null,
    })),
  };
}

/** Rates from nought, in GB/s; `most` in bytes a second. `from` is the foot. */
export function rateAxis(most: number, [from, to]: Ends, apart = LEAST_ROW): Axis {
  const room = Math.max(2, Math.floor(Math.abs(from - to) / apart));
  const count = Math.min(8, room);
  const scale = scaleLinear([0, Math.max(most, 1) / GB], [from, to]).nice(count);
  const labelOf = scale.tickFormat(count);
  return {
    place: (value) => scale(value / GB),
    ticks: scale.ticks(count).map((value) => ({
      value: value * GB,
      at: scale(value),
      label: labelOf(value),
    })),
  };
}

/** What ends of an axis by decades are rounded to. */
const STEPS = [1, 2, 5, 10] as const;

/** The same by powers of ten, for limits that lie far apart: 0.1, 0.2, 0.5, 1 … as far as there is room. */
export function decadeAxis([least, most]: Ends, [from, to]: Ends): Axis {
  const low = rounded(least / GB, 'down');
  const high = Math.max(rounded(most / GB, 'up'), low * 10);
  const scale = scaleLog([low, high], [from, to]);
  const decade = Math.abs(to - from) / Math.log10(high / low);
  const named = decade >= 3.4 * LEAST_ROW ? [1, 2, 5] : [1];
  const ticks: Tick[] = [];
  for (let power = Math.floor(Math.log10(low) - 1e-9); power <= Math.log10(high) + 1e-9; power++) {
    for (const step of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const value = step * 10 ** power;
      const isNamed = named.includes(step);
      const isWithin = value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
      if (!isWithin || (!isNamed && decade < 60)) continue;
      ticks.push({ value: value * GB, at: scale(value), label: isNamed ? gbMark(value) : null });
    }
  }
  return { place: (value) => scale(value / GB), ticks };
}

/** To 1, 2 or 5 times a power of ten. */
function rounded(value: number, way: 'up' | 'down'): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const digit = value / power;
  const step =
    way === 'up'
      ? STEPS.find((each) => each >= digit - 1e-9)
      : STEPS.findLast((each) => each <= digit + 1e-9);
  return (step ?? 1) * power;
}

/** Without what powers of ten have of rounding: `0.001`, `0.5`, `200`. */
function gbMark(value: number): string {
  return String(Number(value.toPrecision(2)));
}
