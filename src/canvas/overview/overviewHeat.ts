import type { Point } from '../../layout/scene.ts';

/** Bands of links that look alike. */
export interface HeatPaint {
  readonly key: string;
  /** Shade, from 0 on. */
  readonly step: number;
  /** In drawing units. */
  readonly width: number;
  /** Nothing more fits. */
  readonly isFull: boolean;
  readonly lines: readonly (readonly Point[])[];
}

/** What links carry, as the sheet shows it from afar. */
export interface OverviewHeat {
  readonly paints: readonly HeatPaint[];
  readonly isStale: boolean;
}
