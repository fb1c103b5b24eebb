/** A part of the page did not come. Browsers remember that: only loading the page again helps. */
export class NotLoadedError extends Error {
  override readonly name = 'NotLoadedError';
}
