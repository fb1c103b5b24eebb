/** What a link's bytes are, in the order in which they are stacked. */
export const LINK_PARTS = ['payload', 'header', 'dllp', 'skp', 'idle'] as const;
export type LinkPart = (typeof LINK_PARTS)[number];

export const PART_WORDS: Readonly<Record<LinkPart, string>> = {
  payload: 'payload',
  header: 'headers',
  dllp: 'DLLP',
  skp: 'SKP',
  idle: 'idle',
};

/** `12.4 %`, `0.27 %`, `100 %`. */
export function percentWords(part: number): string {
  const value = part * 100;
  if (Math.abs(value) < 0.995) return `${Number(value.toPrecision(2))} %`;
  return `${Math.abs(value) < 9.95 ? value.toFixed(1) : Math.round(value)} %`;
}
