/** A pattern for names that begin with this text and go on after it, if at all, with another word: `sw0` is not `sw0/1`. */
export function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w./])`);
}
