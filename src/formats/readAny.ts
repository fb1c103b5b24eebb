import { isSketch } from '../sketch/isSketch.ts';
import { readLspci } from './read/lspci/readLspci.ts';
import { readDocument } from './read/readDocument.ts';
import type { ReadResult } from './read/readReport.ts';
import { readDrawn } from './readDrawn.ts';

interface Format {
  readonly name: string;
  readonly title: string;
  /** Is this text of that format? Asked in order; the last takes everything. */
  readonly detect: (text: string) => boolean;
  readonly read: (text: string) => ReadResult;
}

/** What can be read. A new importer is a new row. */
export const READ_FORMATS: readonly Format[] = [
  {
    name: 'document',
    title: 'Peerlane document',
    // A shell's `{ uname -a; lspci; }` begins with a brace, too.
    detect: (text) => /^\s*\{\s*(?:"|\}|$)/.test(text),
    read: readDocument,
  },
  {
    name: 'sketch',
    title: 'sketch, a machine as text',
    detect: isSketch,
    read: readDrawn,
  },
  {
    name: 'lspci',
    title: 'lspci output, with whatever was pasted around it',
    detect: () => true,
    read: readLspci,
  },
];

/** `document, sketch or lspci`: for messages. */
export function formatNames(): string {
  const names = READ_FORMATS.map((format) => format.name);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Name of the format that the text seems to be in. */
export function detectFormat(text: string): string {
  return READ_FORMATS.find((format) => format.detect(text))?.name ?? 'lspci';
}

/** Does the name of a file say that it holds a sketch, whatever its text begins with? */
export function isNamedSketch(name: string): boolean {
  return /\.sketch(?:\.gz)?$/i.test(name);
}

/** Reads the text as that format; `null` when there is no such format. */
export function readAs(name: string, text: string): ReadResult | null {
  return READ_FORMATS.find((format) => format.name === name)?.read(text) ?? null;
}
