import { type RefObject, useMemo, useRef, useState } from 'react';
import { nearest } from './nearest.ts';
import type { CurvesShown } from './OverSizes.tsx';
import { type ChartRoom, useChartRoom } from './useChartRoom.ts';

/** Room for what is said below the plot. */
const READOUT = 28;

interface SizeAt {
  /** What the chart is drawn in. */
  readonly holder: RefObject<HTMLDivElement | null>;
  readonly room: ChartRoom;
  /** Which of the sizes is looked at: the one pointed at, else the flow's own. */
  readonly at: number;
  readonly lookAt: (at: number) => void;
  /** What holds the flow back now, if that size is its own. */
  readonly held: string | null;
  /** The flow's own size, and what it gets. */
  readonly now: { readonly bytes: number; readonly bytesPerSecond: number } | null;
}

/** Where one is on a chart over sizes, and the room that it has. */
export function useSizeAt({ flow, curves, sizeBytes }: CurvesShown): SizeAt {
  const holder = useRef<HTMLDivElement>(null);
  const { width, height } = useChartRoom(holder);
  const [chosen, lookAt] = useState<number | null>(null);
  const { sizes, withOthers } = curves;
  const bytes = sizeBytes ?? sizes.at(-1) ?? 1;
  const nowAt = nearest(sizes, bytes);
  const at = Math.min(chosen ?? nowAt, sizes.length - 1);
  const rate = withOthers[nowAt];
  const now = useMemo(
    () => (rate === undefined ? null : { bytes, bytesPerSecond: rate }),
    [bytes, rate],
  );
  const room = useMemo(() => ({ width, height: height - READOUT }), [width, height]);
  const held = at === nowAt ? (flow.limit?.where ?? null) : null;
  return { holder, room, at, lookAt, held, now };
}
