import { analyze } from '../engine/analyze.ts';
import { compareWithFabric } from '../engine/explain/compareWithFabric.ts';
import { explainPair } from '../engine/explain/explainPair.ts';
import { isEndpointLike } from '../model/classCode.ts';
import type { Machine } from '../model/machine.ts';
import { isolationOf } from '../worker/isolationOf.ts';
import type { Isolation, Judgement, Pair, Reading } from '../worker/protocol.ts';

// What the engine would answer, for tests that answer in its place.

export function readingOf(machine: Machine): Reading {
  const titles = machine.functions.map(({ id }) => `title of ${id}`);
  return { format: 'document', machine, titles, problems: [] };
}

export function judgementOf(machine: Machine): Judgement {
  const analysis = analyze(machine);
  const listed = machine.functions.filter(isEndpointLike).map(({ id }) => id);
  return {
    conditions: analysis.conditions,
    table: analysis.table(listed),
    checks: [],
    boot: analysis.boot,
    titles: readingOf(machine).titles,
    workMs: 1,
  };
}

export function explanationOf(machine: Machine, { provider, client }: Pair) {
  return explainPair(analyze(machine), provider, client);
}

export function isolationAnswer(machine: Machine): Isolation {
  return isolationOf(analyze(machine));
}

export function comparisonOf(machine: Machine, { provider, client }: Pair) {
  return compareWithFabric(analyze(machine), provider, client);
}
