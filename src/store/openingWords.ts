import { type Problem, problemError } from '../base/problem.ts';

/** More than the largest machine's dump, and little enough for one page to hold. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Why something was not opened, as `Opening` tells it. */
export interface Failure {
  /** It is about what the text says: what was expected instead helps. */
  readonly isAboutText: boolean;
  readonly title: string;
  readonly problems: readonly Problem[];
}

export function fileTooLarge(name: string): Failure {
  const megabytes = MAX_FILE_BYTES / 1024 / 1024;
  return {
    isAboutText: false,
    title: 'This file is too large',
    problems: [
      problemError(
        `${name} holds more than ${megabytes} MiB. Expected is a dump of one machine; even large ones stay far below that.`,
        { hint: 'Cut the file down to what lspci printed.' },
      ),
    ],
  };
}

export function fileUnopened(name: string): Failure {
  return {
    isAboutText: false,
    title: 'This file cannot be opened',
    problems: [
      problemError(`${name} could not be read: it may be a folder, or gone.`, {
        hint: 'Choose the file again, or paste its text.',
      }),
    ],
  };
}

export function exampleMissing(): Failure {
  return {
    isAboutText: false,
    title: 'The example could not be loaded',
    problems: [
      problemError('There was no answer from where this page came from.', {
        hint: 'Try again when you are online, or paste the output of lspci.',
      }),
    ],
  };
}

/** A reader refused it. */
export function notUnderstood(problems: readonly Problem[]): Failure {
  return { isAboutText: true, title: 'This was not understood', problems };
}

/** Peerlane itself broke: our mistake, and told as one. */
export function mistake(message: string): Failure {
  return {
    isAboutText: false,
    title: 'Peerlane made a mistake',
    problems: [
      problemError(`It could neither read this nor say why not: ${message}.`, {
        hint: 'Report the message, with the input if you may share it.',
      }),
    ],
  };
}

/** The engine crashed over it. */
export function engineLost(why: string): Failure {
  return {
    isAboutText: false,
    title: 'The engine stopped over this',
    problems: [problemError(why, { hint: 'Open it again, or a part of it.' })],
  };
}
