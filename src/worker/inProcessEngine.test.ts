import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Asking } from './engineClient.ts';
import { inProcessEngine } from './inProcessEngine.ts';

const example = readFileSync(new URL('../../data/example-lspci.txt', import.meta.url), 'utf8');

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
  expect(engine.health).toEqual({ kind: 'ready' });
  engine.dispose();
});
