import type { VerdictKind } from '../../parts/verdictWords.ts';

/** The colours of one strength of ink: `strong` for what stands out, `weak` for what steps back. */
export const INKS = [
  'ink',
  'quiet',
  'outline',
  'hairline',
  'line',
  'field',
  'panel',
  'tint',
  'paper',
  'accent',
  'wash',
] as const;
export type InkName = (typeof INKS)[number];
export type Inks = Readonly<Record<InkName, string>>;

/** Shades of heat, as style sheets number them. */
export const HEATS = [1, 2, 3, 4, 5] as const;

export interface Palette {
  readonly strong: Inks;
  readonly weak: Inks;
  readonly verdicts: Readonly<Record<VerdictKind, string>>;
  /** Use of links, from little to full. */
  readonly heat?: readonly string[];
  readonly fonts: { readonly words: string; readonly figures: string };
}
