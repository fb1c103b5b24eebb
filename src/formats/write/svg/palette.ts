import type { MapType } from '../../../engine/report.ts';

/** What a verdict is drawn as: one of the kernel's map types, or that the input leaves it open. */
export type Verdict = MapType | 'unknown';

/** The looks of a picture: ink on white paper, or as the sheet is drawn in the dark. */
export const SVG_THEMES = ['light', 'dark'] as const;
export type SvgTheme = (typeof SVG_THEMES)[number];

interface VerdictInk {
  /** Draws. */
  readonly stroke: string;
  /** Writes. */
  readonly ink: string;
}

/**
 * Colours as they are written into a picture: fixed, whoever looks at it. Colour beyond paper and
 * ink is for verdicts only.
 */
export interface SvgLook {
  readonly ground: string;
  readonly ink: string;
  readonly quiet: string;
  readonly hairline: string;
  readonly outline: string;
  readonly link: string;
  readonly frame: string;
  readonly socket: string;
  readonly box: string;
  readonly port: string;
  readonly verdicts: Readonly<Record<Verdict, VerdictInk>>;
  /** Use of links, from little to full: one hue, ever further from the ground. */
  readonly shades: readonly string[];
}

export const SVG_LOOKS: Readonly<Record<SvgTheme, SvgLook>> = {
  light: {
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
    verdicts: {
      BUS_ADDR: { stroke: '#008a66', ink: '#00694d' },
      THRU_HOST_BRIDGE: { stroke: '#b07800', ink: '#7d5300' },
      NOT_SUPPORTED: { stroke: '#cf4a12', ink: '#a83505' },
      unknown: { stroke: '#808386', ink: '#595e63' },
    },
    shades: ['#cfc0dc', '#b596cb', '#9a6bb5', '#7b4199', '#551a73'],
  },
  dark: {
    ground: '#1a2028',
    ink: '#e9e7e1',
    quiet: '#a9b0b8',
    hairline: '#4a5563',
    outline: '#7a8592',
    link: '#afafad',
    frame: '#1a2028',
    socket: '#212832',
    box: '#141920',
    port: '#2f3843',
    verdicts: {
      BUS_ADDR: { stroke: '#35c496', ink: '#4fd4a8' },
      THRU_HOST_BRIDGE: { stroke: '#e6ab2e', ink: '#efbd55' },
      NOT_SUPPORTED: { stroke: '#f0743c', ink: '#ff956a' },
      unknown: { stroke: '#8b939c', ink: '#b0b6be' },
    },
    shades: ['#54456b', '#71598f', '#9272b5', '#b892d9', '#e3c2fb'],
  },
};

export const FACES = {
  words: "'Source Sans 3 Variable','Source Sans 3','Source Sans Pro',system-ui,sans-serif",
  figures: "'Fira Code Variable','Fira Code',ui-monospace,'DejaVu Sans Mono',monospace",
} as const;

/** Each verdict by stroke, sign and word, besides its hue: any one of them is enough. */
export const VERDICT_SIGNS: Readonly<
  Record<
    Verdict,
    {
      readonly dash: string | undefined;
      /** As few as can be: at the turn of the way. */
      readonly short: string;
      readonly words: string;
    }
  >
> = {
  BUS_ADDR: {
    dash: undefined,
    short: 'Direct',
    words: 'BUS_ADDR: stays below the host bridge',
  },
  THRU_HOST_BRIDGE: {
    dash: '14 6',
    short: 'Via host bridge',
    words: 'THRU_HOST_BRIDGE: up and over',
  },
  NOT_SUPPORTED: {
    dash: '1 6',
    short: 'Refused',
    words: 'NOT_SUPPORTED: refused',
  },
  unknown: {
    dash: '6 5',
    short: 'Unknown',
    words: 'unknown: the input leaves it open',
  },
};
