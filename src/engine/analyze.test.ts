import { expect, test } from 'vitest';
import { goldenDump } from '../formats/read/lspci/goldenDumps.testkit.ts';
import { readLspci } from '../formats/read/lspci/readLspci.ts';
import { type Analysis, analyze } from './analyze.ts';

function golden(name: string): Analysis {
  const read = readLspci(goldenDump(name));
  if (!read.ok) throw new Error(`${name} is not read`);
  return analyze(read.value.machine);
}

test.each(['r002.612-none', 'r049.612-strict', 'r053.612-strict'])(
  '%s: a table in steps is the table, whatever is asked between the steps',
  (name) => {
    const analysis = golden(name);
    const ids = analysis.machine.functions.map((fn) => fn.id);
    const table = analysis.table(ids);
    const steps = analysis.tableInSteps(ids);
    const other = analysis.tableInSteps([...ids].reverse());
    const reported: number[] = [];
    let step = steps.next();
    while (!step.done) {
      reported.push(step.value);
      const [provider, client] = [ids.at(-step.value), ids[(step.value * 7) % ids.length]];
      if (!provider || !client) throw new Error('no such function');
      const verdict = analysis.pair(provider, client);
      const cell = ids.indexOf(provider) * ids.length + ids.indexOf(client);
      expect(verdict.distance ?? -1).toBe(table.distance[cell]);
      other.next();
      step = steps.next();
    }
    expect(step.value).toEqual(table);
    expect(reported).toEqual(ids.map((_, row) => row + 1));
  },
);
