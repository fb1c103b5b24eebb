import type { HopAction } from '../../engine/report.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';

/** What was decided at a place: its sign (lines on a 16 by 16 field), its words, its colour. */
interface HopLook {
  readonly glyph: string;
  readonly words: string;
  /** Colour of the map type that this is the mark of; `null`: ink. */
  readonly tone: VerdictKind | null;
}

export const HOP_LOOKS: Readonly<Record<HopAction, HopLook>> = {
  sent: {
    glyph: 'M3 8a2 2 0 1 0 4 0 2 2 0 0 0-4 0ZM7 8h6M10.5 5.5 13 8l-2.5 2.5',
    words: 'sent',
    tone: null,
  },
  up: { glyph: 'M8 13V3.5M4.5 7 8 3.5 11.5 7', words: 'up', tone: null },
  peer: {
    glyph: 'M2.5 8h10.5M9.5 4.5 13 8l-3.5 3.5',
    words: 'straight to a peer',
    tone: 'BUS_ADDR',
  },
  redirected: {
    glyph: 'M3 13h4.5V4M4.5 7l3-3.5 3 3.5M11 13h2',
    words: 'redirected',
    tone: 'THRU_HOST_BRIDGE',
  },
  down: { glyph: 'M8 3v9.5M4.5 9 8 12.5 11.5 9', words: 'down', tone: null },
  translated: {
    glyph: 'M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13',
    words: 'translated',
    tone: null,
  },
  passed: { glyph: 'M2.5 8H13M10 5l3 3-3 3M6.5 3.5v2M6.5 10.5v2', words: 'let pass', tone: null },
  forwarded: {
    glyph: 'M3 13V8a5 5 0 0 1 10 0v5M10.5 10.5 13 13l2.5-2.5',
    words: 'forwarded',
    tone: 'THRU_HOST_BRIDGE',
  },
  delivered: { glyph: 'M3.5 8.5l3 3 6-7', words: 'arrived', tone: null },
  refused: {
    glyph: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.2 4.2l7.6 7.6',
    words: 'refused',
    tone: 'NOT_SUPPORTED',
  },
  unknown: {
    glyph: 'M5.2 5.6A2.8 2.8 0 1 1 9.3 8.1C8.4 8.7 8 9.2 8 10.2M8 13v.1',
    words: 'not promised',
    tone: 'unknown',
  },
};
