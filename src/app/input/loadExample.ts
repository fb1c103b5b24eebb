import { err, ok, type Result } from '../../base/result.ts';
import type { Failure } from './failure.ts';

/** The example is a file beside the page: no visitor who brings a machine has to load it. */
export async function loadExample(): Promise<Result<string, Failure>> {
  try {
    const response = await fetch('./example-lspci.txt');
    if (response.ok) return ok(await response.text());
  } catch {
    // Told below.
  }
  return err({
    title: 'The example could not be loaded',
    found: 'No answer from where this page came from.',
    expected: 'The file example-lspci.txt beside the page.',
    todo: 'Try again when you are online, or paste the output of lspci.',
    problems: [],
  });
}
