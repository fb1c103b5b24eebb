import type { MapType } from '../../../engine/report.ts';

/** What a verdict is drawn as: one of the kernel's map types, or that the input leaves it open. */
export type Verdict = MapType | 'unknown';

/** Ink on white paper. Colour is for verdicts only. */
export const PRINT = {
  ground: '#ffffff',
  ink: '#24282c',
  quiet: '#595e63',
  hairline: '#c4c1b8',
  outline: '#7c7a74',
  link: '#4a4f54',
  frame: '#f6f4ef',
  socket: '#fbfaf7',
  box: '#ffffff',
  port: '#e9e6de',
  words: "'Source Sans 3 Variable','Source Sans 3','Source Sans Pro',system-ui,sans-serif",
  figures: "'Fira Code Variable','Fira Code',ui-monospace,'DejaVu Sans Mono',monospace",
} as const;

/** Each verdict by hue, stroke, sign and word: any one of them is enough. */
export const VERDICT_INKS: Readonly<
  Record<
    Verdict,
    {
      readonly stroke: string;
      readonly ink: string;
      readonly dash: string | undefined;
      /** As few as can be: at the turn of the way. */
      readonly short: string;
      readonly words: string;
    }
  >
> = {
  BUS_ADDR: {
    stroke: '#008a66',
    ink: '#00694d',
    dash: undefined,
    short: 'Direct',
    words: 'BUS_ADDR: stays below the host bridge',
  },
  THRU_HOST_BRIDGE: {
    stroke: '#b07800',
    ink: '#7d5300',
    dash: '14 6',
    short: 'Via host bridge',
    words: 'THRU_HOST_BRIDGE: up and over',
  },
  NOT_SUPPORTED: {
    stroke: '#cf4a12',
    ink: '#a83505',
    dash: '1 6',
    short: 'Refused',
    words: 'NOT_SUPPORTED: refused',
  },
  unknown: {
    stroke: '#808386',
    ink: '#595e63',
    dash: '6 5',
    short: 'Unknown',
    words: 'unknown: the input leaves it open',
  },
};
