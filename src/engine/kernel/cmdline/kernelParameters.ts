import type { KernelFeatures } from '../features.ts';
import { cmdlineWords } from './cmdlineWords.ts';
import { ParameterReader } from './parameterReader.ts';
import { type KernelParameters, NO_PARAMETERS } from './parameterTypes.ts';
import { remarkOn } from './spans.ts';

export type { CmdlineSpan, KernelParameters, ParameterRemark } from './parameterTypes.ts';

/** Reads a command line as a kernel with these features does. */
export function kernelParameters(text: string, features: KernelFeatures): KernelParameters {
  if (text === '') return NO_PARAMETERS;
  const reader = new ParameterReader(text, features);
  const { words, openQuote } = cmdlineWords(text);
  for (const word of words) reader.read(word);
  if (openQuote !== null) {
    const mark = { text: '"', start: openQuote, end: openQuote + 1 };
    const said = 'This quotation mark is never closed: Linux takes all that follows as one word.';
    reader.remarks.push(remarkOn(mark, 'error', said));
  }
  return reader.done();
}
