import type { ParsedArgs } from './args.ts';

/** Where a command writes and reads; the tests put their own in place. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Text of the table of names, or `null` when it is not installed. */
  readonly readNames: () => Promise<string | null>;
}

export const EXIT = { done: 0, no: 1, usage: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** One command: a row of the table that feeds dispatch and help alike. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name, for the usage line. */
  readonly synopsis: string;
  readonly help: readonly string[];
  readonly options: Readonly<
    Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>
  >;
  readonly run: (args: ParsedArgs, terminal: Terminal) => Promise<ExitStatus>;
}
