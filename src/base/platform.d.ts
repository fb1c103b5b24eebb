/**
 * The one thing the pure rooms take from the platform besides the language: decoding text.
 * Browsers, workers and Node all have it; the DOM library, which declares it, is kept out.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
