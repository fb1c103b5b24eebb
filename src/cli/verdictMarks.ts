import { UNKNOWN } from '../base/unknown.ts';
import type { Analysis } from '../engine/analyze.ts';
import { outcomesOf } from '../engine/p2pdma/outcome.ts';
import { isEndpointLike } from '../model/classCode.ts';
import type { FunctionId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { ACS_BITS, type AcsBit } from '../model/registers.ts';
import { wrap } from './text.ts';

export interface VerdictMarks {
  /** Behind a function's number: the ACS bits that are set, the island of direct peers it is on. */
  readonly at: (fn: PciFunction) => string;
  readonly legend: (columns: number) => string;
}

/**
 * Marks for a tree. BUS_ADDR is symmetric and transitive (the functions between two peers of a
 * third lie on the ways to it), so endpoints fall into islands of direct peers: one number each.
 */
export function verdictMarks(analysis: Analysis): VerdictMarks {
  const endpoints = analysis.machine.functions.filter(isEndpointLike).map((fn) => fn.id);
  const islands = islandsOf(analysis, endpoints);
  const numberOf = new Map<FunctionId, number>();
  islands.forEach((island, index) => {
    for (const id of island) numberOf.set(id, index + 1);
  });
  return {
    at: (fn) => {
      const number = numberOf.get(fn.id);
      return `${acsMark(fn)}${number === undefined ? '' : `<${number}>`}`;
    },
    legend: (columns) => legend(analysis, endpoints, islands, columns),
  };
}

function islandsOf(analysis: Analysis, ids: readonly FunctionId[]): readonly FunctionId[][] {
  const islands: FunctionId[][] = [];
  for (const id of ids) {
    const home = islands.find(
      ([first]) => first !== undefined && analysis.pair(first, id).mapType === 'BUS_ADDR',
    );
    if (home) home.push(id);
    else islands.push([id]);
  }
  return islands.filter((island) => island.length > 1);
}

function acsMark(fn: PciFunction): string {
  if (fn.acs === null) return '';
  if (fn.acs === UNKNOWN || fn.acs.control === UNKNOWN) return '(ACS?)';
  const { control } = fn.acs;
  const set = (Object.keys(ACS_BITS) as AcsBit[]).filter((bit) => (control & ACS_BITS[bit]) !== 0);
  return set.length === 0 ? '' : `(${set.join(' ')})`;
}

function legend(
  analysis: Analysis,
  endpoints: readonly FunctionId[],
  islands: readonly FunctionId[][],
  columns: number,
): string {
  const counts = new Map<string, number>();
  analysis.table(endpoints).possible.forEach((bits, cell) => {
    const isSelf = cell % (endpoints.length + 1) === 0;
    if (isSelf) return;
    const [only, ...others] = outcomesOf(bits);
    const word = only !== undefined && others.length === 0 ? only : 'unknown';
    counts.set(word, (counts.get(word) ?? 0) + 1);
  });
  const lines = [
    'In brackets: ACS bits set; RR, CR and EC redirect. <n>: direct peers (BUS_ADDR)',
    ...islands.map((island, index) => `<${index + 1}> ${island.join(' ')}`),
    `Ordered pairs of different endpoints: ${
      [...counts].map(([word, count]) => `${count} ${word}`).join(', ') || 'none'
    }`,
    `Judged as ${analysis.conditions.kernel.value.title}`,
    ...analysis.conditions.assumed.map((assumption) => `assumed: ${assumption.text}`),
  ];
  return lines.map((line) => `${wrap(line, 4, columns)}\n`).join('');
}
