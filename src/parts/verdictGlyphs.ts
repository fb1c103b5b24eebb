import type { VerdictKind } from './verdictWords.ts';

/**
 * The signs of verdicts as lines on a 16 by 16 field: a short arrow, an arch, a barred circle, a
 * question mark. They are told apart without colour.
 */
export const VERDICT_GLYPHS: Readonly<Record<VerdictKind, string>> = {
  BUS_ADDR: 'M2.5 8h10.5M9.5 4.5 13 8l-3.5 3.5',
  THRU_HOST_BRIDGE: 'M3 13V8a5 5 0 0 1 10 0v5M10.5 10.5 13 13l2.5-2.5',
  NOT_SUPPORTED: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.2 4.2l7.6 7.6',
  unknown: 'M5.2 5.6A2.8 2.8 0 1 1 9.3 8.1C8.4 8.7 8 9.2 8 10.2M8 13v.1',
};
