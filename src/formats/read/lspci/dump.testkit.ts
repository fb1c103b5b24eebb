import type { Problem } from '../../../base/problem.ts';
import { formatAddress, parseAddress } from '../../../model/address.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { readDetailLine } from './detailLine.ts';
import { readLspci } from './readLspci.ts';
import { blankTextDraft, type TextDraft } from './textDraft.ts';

/** A dump that must be readable, with short ways to ask about it. */
export interface ReadDump {
  readonly machine: Machine;
  readonly problems: readonly Problem[];
  /** The function at an address such as `03:00.0`. */
  readonly at: (address: string) => PciFunction;
  /** What was said, by severity. */
  readonly said: (severity: Problem['severity']) => readonly string[];
}

/** Reads a dump; a first line break, as template literals have, does not count. */
export function readDump(text: string): ReadDump {
  const result = readLspci(text.replace(/^\n/, ''));
  if (!result.ok) throw new Error(result.error.map((problem) => problem.text).join('\n'));
  const { machine, problems } = result.value;
  return {
    machine,
    problems,
    at: (text) => {
      const address = parseAddress(text);
      const id = address && formatAddress(address);
      const fn = machine.functions.find((candidate) => candidate.id === id);
      if (!fn) throw new Error(`${text} is not in the dump`);
      return fn;
    },
    said: (severity) =>
      problems.filter((problem) => problem.severity === severity).map(({ text }) => text),
  };
}

/** Reads lines of details; those that are not known throw. */
export function draftOf(...lines: readonly string[]): TextDraft {
  const draft = blankTextDraft();
  lines.forEach((line, index) => {
    if (!readDetailLine(line.trim(), draft, index + 1)) throw new Error(`unknown line: ${line}`);
  });
  return draft;
}

/** The values of facts without their lines. */
export function valuesOf(facts: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(facts as Record<string, { value: unknown }>).map(([name, fact]) => [
      name,
      fact.value,
    ]),
  );
}
