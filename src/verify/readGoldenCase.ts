import { type Problem, problemError } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { findEra } from '../engine/kernel/findEra.ts';
import {
  type EraInput,
  eraInputForm,
  eraOutcomeForm,
  type FullInput,
  fullInputForm,
  fullOutcomeForm,
  refOutcomeForm,
} from './caseForm.ts';
import type { GoldenCase } from './goldenCase.ts';
import { goldenInput } from './goldenInput.ts';
import { eraOutcomes, fullOutcomes } from './goldenOutcomes.ts';

/**
 * Reads one golden case, and parts what the machine was from what a kernel decided on it. The
 * input half is built from what the input forms let through, and they name no answer.
 *
 * @param text JSON, format 1 or `era-1`
 * @param refText gives the text of the case that an `era-1` case names as its reference, `null`
 *   where there is none
 * @returns what is wrong with the text, where it is no golden case or its reference is missing
 */
export function readGoldenCase(
  text: string,
  refText: (id: string) => string | null,
): Result<GoldenCase, Problem> {
  const json = parseJson(text);
  if (json === null) return err(problemError('This is no JSON.'));
  try {
    const asked = eraInputForm.safeParse(json);
    return asked.success ? eraCase(json, asked.data, refText) : fullCase(json);
  } catch (error) {
    // A word that the forms let through and no table knows: an address, a type, a CPU.
    if (error instanceof RangeError) return err(problemError(`${error.message}.`));
    throw error;
  }
}

/** The reference that a case needs beside itself; `null` where it needs none. */
export function referenceOf(text: string): string | null {
  const asked = eraInputForm.safeParse(parseJson(text));
  return asked.success ? asked.data.ref : null;
}

function fullCase(json: unknown): Result<GoldenCase, Problem> {
  const input = fullInputForm.safeParse(json);
  const outcome = fullOutcomeForm.safeParse(json);
  const issue = input.error?.issues[0] ?? outcome.error?.issues[0];
  if (!input.success || !outcome.success) return err(notACase(issue));
  const era = findEra(input.data.kernel.release);
  if (!era) return err(unknownKernel(input.data));
  const half = goldenInput(input.data, null, era);
  return ok({ input: half, outcomes: fullOutcomes(outcome.data, half.lists) });
}

function eraCase(
  json: unknown,
  asked: EraInput,
  refText: (id: string) => string | null,
): Result<GoldenCase, Problem> {
  const text = refText(asked.ref);
  if (text === null) return err(problemError(`The case it refers to, ${asked.ref}, is not there.`));
  const ref = parseJson(text);
  const input = fullInputForm.safeParse(ref);
  const refOutcome = refOutcomeForm.safeParse(ref);
  const outcome = eraOutcomeForm.safeParse(json);
  const issue = input.error?.issues[0] ?? refOutcome.error?.issues[0] ?? outcome.error?.issues[0];
  if (!input.success || !refOutcome.success || !outcome.success) return err(notACase(issue));
  const era = findEra(asked.kernel.release);
  if (!era) return err(unknownKernel(asked));
  if (addresses(asked) !== addresses(input.data)) {
    return err(problemError(`Its functions are not those of ${asked.ref}.`));
  }
  const half = goldenInput(input.data, asked, era);
  return ok({ input: half, outcomes: eraOutcomes(outcome.data, refOutcome.data, half.lists) });
}

const addresses = ({
  devices,
}: {
  readonly devices: readonly { readonly bdf: string }[];
}): string => devices.map((device) => device.bdf).join(' ');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function notACase(issue: Issue | undefined): Problem {
  const where = issue ? `/${issue.path.map(String).join('/')}` : '/';
  return problemError(`This is no golden case: ${where}: ${issue?.message ?? 'not understood'}.`, {
    where,
  });
}

const unknownKernel = ({ kernel }: Pick<FullInput, 'kernel'>): Problem =>
  problemError(`Kernel ${kernel.release} is before the first with p2pdma.`);
