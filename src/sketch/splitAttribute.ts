import type { Word } from './lexLine.ts';

/** A word of a line as an attribute: its name, its value, and where the value stands. */
export interface SplitAttribute {
  readonly name: string;
  /** Without quotes; '' for a word alone. */
  readonly value: string;
  /** Column of the value; the word's end where there is none. */
  readonly valueFrom: number;
}

const SUFFIX = /^(gen|x)([\d?].*)$/i;

/** `mps=512` is `mps` and `512`; `gen5` is `gen` and `5`; `untrusted` is itself and nothing. */
export function splitAttribute(word: Word): SplitAttribute {
  if (word.equals !== null) {
    const length = word.equals - word.from;
    const name = word.text.slice(0, length);
    return { name, value: word.value.slice(length + 1), valueFrom: word.equals + 1 };
  }
  const suffix = SUFFIX.exec(word.text);
  if (suffix && !word.isQuoted) {
    const [, name = '', value = ''] = suffix;
    return { name: name.toLowerCase(), value, valueFrom: word.from + name.length };
  }
  return { name: word.text, value: '', valueFrom: word.to };
}
