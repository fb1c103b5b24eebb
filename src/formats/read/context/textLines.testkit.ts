import type { TextLine } from '../textLine.ts';
import { type ContextLine, contextLines } from './contextLines.ts';
import type { Evidence, Recogniser } from './evidence.ts';

/** The lines of a paste, numbered from 1. A first line break, as template literals have, is dropped. */
export function textLines(text: string): readonly TextLine[] {
  return text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line }));
}

export const prepared = (text: string): readonly ContextLine[] => contextLines(textLines(text));

/** What a recogniser finds, without the lines that are only context. */
export function found(recognise: Recogniser, text: string): readonly Evidence[] {
  return recognise(prepared(text)).filter(({ kind }) => kind !== 'context');
}
