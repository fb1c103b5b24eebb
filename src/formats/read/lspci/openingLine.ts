/** Lines that a function's details have once, near their start. */
const OPENINGS: readonly (readonly [string, RegExp])[] = [
  ['control', /^Control: I\/O[+-]/],
  ['status', /^Status: Cap[+-]/],
  ['flags', /^Flags: .*devsel/],
  ['bus', /^Bus: primary=/],
  ['subsystem', /^Subsystem: /],
];

const FIRST_LETTERS = new Set(OPENINGS.map(([, { source }]) => source.charAt(1)));

/**
 * Which of the lines this is that open a function's details, or `null`. A second one of a kind in
 * one block says that the header line between them has been lost.
 */
export function openingOf(text: string): string | null {
  if (!FIRST_LETTERS.has(text.charAt(0))) return null;
  for (const [name, pattern] of OPENINGS) if (pattern.test(text)) return name;
  return null;
}
