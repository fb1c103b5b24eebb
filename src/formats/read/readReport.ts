import type { Problem } from '../../base/problem.ts';
import type { Result } from '../../base/result.ts';
import type { Machine } from '../../model/machine.ts';

/** What a reader made of its input: the document, and everything it has to say about it. */
export interface ReadReport {
  /** Name of the format, as `--format` takes it. */
  readonly format: string;
  readonly machine: Machine;
  /** In order of lines: guesses, doubts, parts left out. */
  readonly problems: readonly Problem[];
}

/** A reader never throws on what a user gave it; input it can make nothing of is the error. */
export type ReadResult = Result<ReadReport, readonly Problem[]>;
