import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hex64 } from '../base/hex.ts';
import { analyze } from '../engine/analyze.ts';
import { USUAL_MAPPING } from '../engine/mapping/mappingOptions.ts';
import type { Machine } from '../model/machine.ts';
import type { Asking } from './engineClient.ts';
import { inProcessEngine } from './inProcessEngine.ts';

const example = readFileSync(
  new URL('../../fixtures/lspci-with-context.txt', import.meta.url),
  'utf8',
);

async function answer<T>(asking: Asking<T>): Promise<T> {
  const outcome = await asking.outcome;
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

test('reads, judges, explains', async () => {
  const engine = inProcessEngine();
  const reading = await answer(engine.ask('read', { input: example }));
  if (!reading.ok) throw new Error('not read');
  const { machine, titles } = reading.value;
  expect(titles).toHaveLength(machine.functions.length);
  const judgement = await answer(
    engine.ask('judge', { revision: 1, machine, listing: 'endpoints' }),
  );
  const [provider, client] = judgement.table.functions;
  if (!provider || !client) throw new Error('no endpoints');
  const pair = { provider, client };
  const explanation = await answer(engine.ask('explain', { revision: 1, pair }));
  const verdicts = await answer(engine.ask('verdicts', { revision: 1, pairs: [pair] }));
  expect(verdicts).toEqual([explanation.verdict]);
  const { groups, effective } = await answer(engine.ask('isolation', { revision: 1 }));
  expect(effective).toHaveLength(machine.functions.length);
  const grouped = groups.groups.flatMap(({ members }) => members);
  expect(grouped.length + groups.ungrouped.length).toBe(machine.functions.length);
  const { write, read } = await answer(engine.ask('fabric', { revision: 1, pair }));
  for (const { hops, question } of [write, read]) {
    expect(hops[0]).toMatchObject({ at: { kind: 'function', id: client }, action: 'sent' });
    expect(question).toMatchObject({ requester: client, completer: provider });
  }
  const mapped = await answer(
    engine.ask('mapping', {
      revision: 1,
      list: { client, entries: [{ kind: 'ram', address: hex64(0x1000n), length: 0x1000 }] },
      options: USUAL_MAPPING,
      conditions: { iommu: 'none' },
    }),
  );
  expect(mapped).toMatchObject({ client, addresses: ['0x1000'], iommu: null });
  expect(engine.health).toEqual({ kind: 'ready' });
  engine.dispose();
});

test('a machine told by what changed is judged like one told in whole', async () => {
  const engine = inProcessEngine();
  const reading = await answer(engine.ask('read', { input: example }));
  if (!reading.ok) throw new Error('not read');
  const { machine } = reading.value;
  const { hostBridges, functions } = machine;
  const clear = functions.map((fn) => (fn.acs === null ? fn : { ...fn, acs: null }));
  const states: readonly Machine[] = [
    machine,
    { ...machine, functions: clear },
    { ...machine, functions: functions.slice(0, -1) },
    { ...machine, settings: { ...machine.settings, kernel: '5.4' } },
    { ...machine, hostBridges: hostBridges.map((host) => ({ ...host, socket: 'unknown' })) },
  ];
  for (const [revision, state] of states.entries()) {
    const input = { revision, machine: state, listing: 'all' } as const;
    const { table, conditions } = await answer(engine.ask('judge', input));
    const analysis = analyze(state);
    expect(table).toEqual(analysis.table(state.functions.map(({ id }) => id)));
    expect(conditions).toEqual(analysis.conditions);
  }
  engine.dispose();
});
