/** A vendor or device id as typed: up to four hexadecimal digits, with or without `0x`. */
export function parseId(text: string): number | null {
  const digits = /^\s*(?:0x)?([0-9a-f]{1,4})\s*$/i.exec(text)?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 16);
}

/** What is wrong with an id as typed so far; `null`: nothing, or nothing typed yet. */
export function idTrouble(text: string, what: 'vendor' | 'device'): string | null {
  if (text.trim() === '') return null;
  const id = parseId(text);
  if (id === null) return `A ${what} id has one to four hexadecimal digits, such as 09a2.`;
  if (what === 'vendor' && (id === 0 || id === 0xffff)) {
    return 'No vendor has this id: it is what an empty place answers.';
  }
  return null;
}
