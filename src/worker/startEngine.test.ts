import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { USUAL_MAPPING } from '../engine/mapping/mappingOptions.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { Outcome } from './engineClient.ts';
import { scene } from './fakeWorker.testkit.ts';
import { type FromWorker, PROTOCOL_VERSION } from './protocol.ts';
import { startEngine } from './startEngine.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const machine: Machine = new MachineBuilder().host('00:00.0', '8086:29c0').build();
const pair = { provider: id('00:00.0'), client: id('00:00.0') };
const list = { client: pair.client, entries: [] };
const judgeInput = (revision: number) => ({ revision, machine, listing: 'all' as const });

/** The outcome so far: `null` while it is open. */
async function soFar<T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T> | null> {
  return Promise.race([outcome, Promise.resolve(null)]);
}

const verdicts = (at: number): FromWorker => ({
  kind: 'answer',
  id: at,
  question: 'verdicts',
  output: [],
});

test('greets, and sends what was asked before the worker was there', async () => {
  const { engine, worker, healths } = scene({ greets: false });
  const { outcome } = engine.ask('read', { input: 'hello' });
  expect(engine.health).toEqual({ kind: 'starting' });
  expect(worker().heard).toEqual([
    { kind: 'hello', version: PROTOCOL_VERSION, base: 'https://peerlane.test/' },
  ]);
  worker().greet();
  expect(healths).toEqual([{ kind: 'ready' }]);
  expect(worker().asked).toEqual(['read 1']);
  worker().say({ kind: 'answer', id: 1, question: 'read', output: { ok: false, error: [] } });
  expect(await outcome).toEqual({ kind: 'answered', value: { ok: false, error: [] } });
});

test('hands on progress, failures and what was dropped', async () => {
  const { engine, worker } = scene();
  const told: unknown[] = [];
  const judging = engine.ask('judge', judgeInput(1), (progress) => told.push(progress));
  worker().say({ kind: 'progress', id: 1, progress: { doing: 'Judging pairs', done: 0.5 } });
  worker().say({ kind: 'failed', id: 1, message: 'oh', stack: 'at oh' });
  expect(told).toEqual([{ doing: 'Judging pairs', done: 0.5 }]);
  expect(await judging.outcome).toEqual({ kind: 'failed', message: 'oh', stack: 'at oh' });
  const dropped = engine.ask('explain', { revision: 0, pair });
  worker().say({ kind: 'dropped', id: 2 });
  expect(await dropped.outcome).toEqual({ kind: 'dropped' });
  expect(engine.health).toEqual({ kind: 'ready' });
});

test('a cancelled question is dropped at once, and the worker is told', async () => {
  const { engine, worker } = scene();
  const progress = vi.fn();
  const asking = engine.ask('judge', judgeInput(1), progress);
  asking.cancel();
  asking.cancel();
  expect(await asking.outcome).toEqual({ kind: 'dropped' });
  expect(worker().asked).toEqual(['judge 1', 'cancel 1']);
  worker().say({ kind: 'progress', id: 1, progress: { doing: 'Judging pairs', done: 1 } });
  expect(progress).not.toHaveBeenCalled();
});

test('cancelled before it was sent, it never is', async () => {
  const { engine, worker } = scene({ greets: false });
  const asking = engine.ask('judge', judgeInput(1));
  asking.cancel();
  worker().greet();
  expect(await asking.outcome).toEqual({ kind: 'dropped' });
  expect(worker().asked).toEqual([]);
});

test('a later judgement drops an earlier one', async () => {
  const { engine, worker } = scene();
  const first = engine.ask('judge', judgeInput(1));
  const second = engine.ask('judge', judgeInput(2));
  expect(await first.outcome).toEqual({ kind: 'dropped' });
  expect(await soFar(second.outcome)).toBeNull();
  expect(worker().asked).toEqual(['judge 1', 'cancel 1', 'judge 2']);
});

test('a later machine is told by what changed, to a new worker in whole', async () => {
  const { engine, worker } = scene();
  const told = () =>
    worker().heard.flatMap((each) =>
      each.kind === 'ask' && each.question === 'judge' ? [each.input.machine] : [],
    );
  engine.ask('judge', judgeInput(1));
  const renamed = { ...machine, name: 'other' };
  engine.ask('judge', { ...judgeInput(2), machine: renamed });
  expect(told()).toMatchObject([
    { format: 'peerlane' },
    { kind: 'change', functions: [], rest: { name: 'other' } },
  ]);
  worker().events.broke('oh');
  worker().greet();
  expect(told()).toEqual([renamed]);
});

test('what cannot be cloned fails, and nothing is thrown', async () => {
  const { engine } = scene();
  const bad = { ...machine, name: (() => '') as unknown as string };
  const asking = engine.ask('judge', { ...judgeInput(1), machine: bad });
  expect(await asking.outcome).toMatchObject({ kind: 'failed' });
  const explaining = engine.ask('explain', { revision: 1, pair });
  expect(await explaining.outcome).toMatchObject({ kind: 'failed' });
});

test('pings every second while something is open, every five seconds otherwise', async () => {
  const { engine, worker } = scene();
  await vi.advanceTimersByTimeAsync(60_000);
  const idle = worker().pings;
  expect(idle).toBeGreaterThanOrEqual(9);
  expect(idle).toBeLessThanOrEqual(12);
  engine.ask('verdicts', { revision: 1, pairs: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(worker().pings - idle).toBeGreaterThanOrEqual(59);
  expect(engine.health).toEqual({ kind: 'ready' });
});

test('a worker that hangs is replaced, and asked again', async () => {
  const { engine, workers, worker, healths } = scene();
  const judging = engine.ask('judge', judgeInput(1));
  worker().answersPings = false;
  await vi.advanceTimersByTimeAsync(4000);
  expect(workers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(workers).toHaveLength(2);
  expect(workers[0]?.isEnded).toBe(true);
  expect(await soFar(judging.outcome)).toBeNull();
  worker().greet();
  expect(worker().asked).toEqual(['judge 1']);
  workers[0]?.say({ kind: 'dropped', id: 1 }); // too late
  expect(await soFar(judging.outcome)).toBeNull();
  worker().say({ kind: 'failed', id: 1, message: 'an answer of a kind', stack: '' });
  expect(await judging.outcome).toMatchObject({ kind: 'failed' });
  const why =
    'The engine did not answer for 5 seconds and is being started again. Your document is kept.';
  expect(healths).toEqual([{ kind: 'ready' }, { kind: 'restarting', why }, { kind: 'ready' }]);
});

test('a word now and then is enough: progress keeps a busy worker alive', async () => {
  const { engine, workers, worker } = scene();
  engine.ask('judge', judgeInput(1));
  worker().answersPings = false;
  for (let step = 0; step < 10; step++) {
    await vi.advanceTimersByTimeAsync(3000);
    worker().say({ kind: 'progress', id: 1, progress: { doing: 'Judging pairs', done: null } });
  }
  expect(workers).toHaveLength(1);
});

test('before it is asked about pairs, a new worker is told the machine', async () => {
  const { engine, worker } = scene();
  engine.ask('judge', judgeInput(7));
  worker().say({ kind: 'failed', id: 1, message: 'answered, say', stack: '' });
  engine.ask('explain', { revision: 7, pair });
  expect(worker().asked).toEqual(['judge 1', 'explain 2']);
  worker().events.broke('out of memory');
  worker().greet();
  // Its table is not waited for: cancelled at once, the machine stays.
  expect(worker().asked).toEqual(['judge 3', 'cancel 3', 'explain 2']);
  const [told] = worker().heard.filter(({ kind }) => kind === 'ask');
  expect(told).toMatchObject({ input: { revision: 7 } });
  worker().say({ kind: 'dropped', id: 3 });
  worker().say({ kind: 'dropped', id: 2 });
  engine.ask('verdicts', { revision: 7, pairs: [] });
  expect(worker().asked.at(-1)).toBe('verdicts 4');
});

test.each([
  ['isolation', { revision: 7 }],
  ['fabric', { revision: 7, pair }],
  ['mapping', { revision: 7, list, options: USUAL_MAPPING, conditions: {} }],
] as const)('a worker lost over %s: the next knows the machine first', async (question, input) => {
  const { engine, workers, worker, healths } = scene();
  engine.ask('judge', judgeInput(7));
  worker().say({ kind: 'failed', id: 1, message: 'answered, say', stack: '' });
  const asking = engine.ask(question, input);
  worker().events.broke('out of memory');
  worker().greet();
  expect(worker().asked).toEqual(['judge 3', 'cancel 3', `${question} 2`]);
  expect(await soFar<unknown>(asking.outcome)).toBeNull();
  // The dead one's answer was on its way, and is not heard any more.
  workers[0]?.say({ kind: 'failed', id: 2, message: 'too late', stack: '' });
  expect(await soFar<unknown>(asking.outcome)).toBeNull();
  worker().events.broke('out of memory');
  expect(await asking.outcome).toMatchObject({ kind: 'lost' });
  worker().greet();
  expect(worker().asked).toEqual([]);
  expect(healths.at(-1)).toEqual({ kind: 'ready' });
});

test('cancelled, a question is not asked of the next worker', async () => {
  const { engine, worker } = scene();
  engine.ask('judge', judgeInput(7));
  worker().say({ kind: 'failed', id: 1, message: 'answered, say', stack: '' });
  const isolation = engine.ask('isolation', { revision: 7 });
  const fabric = engine.ask('fabric', { revision: 7, pair });
  isolation.cancel();
  expect(worker().asked.at(-1)).toBe('cancel 2');
  worker().events.broke('boom');
  worker().greet();
  expect(await isolation.outcome).toEqual({ kind: 'dropped' });
  expect(worker().asked).toEqual(['judge 4', 'cancel 4', 'fabric 3']);
  expect(await soFar(fabric.outcome)).toBeNull();
});

test('a question that costs two workers is lost; the innocent are answered', async () => {
  const { engine, workers, worker, healths } = scene();
  const guilty = engine.ask('judge', judgeInput(1));
  const innocent = engine.ask('verdicts', { revision: 1, pairs: [] });
  worker().events.broke('boom');
  worker().greet();
  expect(worker().asked).toEqual(['judge 1']); // alone
  worker().events.broke('boom');
  expect(await guilty.outcome).toEqual({
    kind: 'lost',
    why: 'The engine failed twice over this question: it stopped with an error (boom).',
  });
  worker().greet();
  expect(worker().asked).toEqual(['judge 3', 'cancel 3', 'verdicts 2']);
  worker().say(verdicts(2));
  expect(await innocent.outcome).toEqual({ kind: 'answered', value: [] });
  expect(workers).toHaveLength(3);
  expect(healths.map(({ kind }) => kind)).toEqual([
    'ready',
    'restarting',
    'ready',
    'restarting',
    'ready',
  ]);
});

test('asked one at a time after a loss, all at once after that', () => {
  const { engine, worker } = scene();
  for (const _ of [1, 2]) engine.ask('verdicts', { revision: 1, pairs: [] });
  worker().events.broke('boom');
  worker().greet();
  engine.ask('verdicts', { revision: 1, pairs: [] });
  engine.ask('verdicts', { revision: 1, pairs: [] });
  expect(worker().asked).toEqual(['verdicts 1']);
  worker().say(verdicts(1));
  expect(worker().asked).toEqual(['verdicts 1', 'verdicts 2']);
  worker().say(verdicts(2));
  expect(worker().asked).toEqual(['verdicts 1', 'verdicts 2', 'verdicts 3', 'verdicts 4']);
});

test('a worker stuck on a cancelled question is found and replaced; the question is gone', async () => {
  const { engine, workers, worker } = scene();
  engine.ask('judge', judgeInput(1)).cancel();
  worker().answersPings = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(workers).toHaveLength(2);
  worker().greet();
  expect(worker().asked).toEqual([]);
});

test('a worker that closes itself while idle is found out', async () => {
  const { workers, worker, healths } = scene();
  worker().answersPings = false;
  await vi.advanceTimersByTimeAsync(11_000);
  expect(workers).toHaveLength(2);
  expect(healths.at(-1)).toMatchObject({ kind: 'restarting' });
});

test('reading a large text may take longer than silence is borne otherwise', async () => {
  const { engine, workers, worker } = scene();
  engine.ask('read', { input: 'x'.repeat(10_000_000) });
  worker().answersPings = false;
  await vi.advanceTimersByTimeAsync(12_000);
  expect(workers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(4000);
  expect(workers).toHaveLength(2);
});

test('three workers lost without an answer between: dead, until started again', async () => {
  const { engine, workers, worker, healths } = scene();
  const first = engine.ask('judge', judgeInput(1));
  for (const _ of [1, 2, 3]) {
    worker().events.broke('boom');
    if (engine.health.kind !== 'dead') worker().greet();
  }
  expect(await first.outcome).toMatchObject({ kind: 'lost' });
  expect(engine.health).toMatchObject({
    kind: 'dead',
    why: expect.stringContaining('the last time it stopped with an error (boom)'),
  });
  expect(workers).toHaveLength(3);
  const asked = engine.ask('judge', judgeInput(2));
  expect(await asked.outcome).toMatchObject({ kind: 'lost' });
  engine.restart();
  worker().greet();
  expect(healths.slice(-3).map(({ kind }) => kind)).toEqual(['dead', 'starting', 'ready']);
  engine.ask('explain', { revision: 2, pair });
  expect(worker().asked).toEqual(['judge 4', 'cancel 4', 'explain 3']);
});

test('an answer between losses starts the count anew', () => {
  const { engine, worker } = scene();
  for (let loss = 0; loss < 6; loss++) {
    worker().events.broke('boom');
    worker().greet();
    const asked = engine.ask('verdicts', { revision: 1, pairs: [] });
    void asked.outcome;
    worker().say(verdicts(loss + 1));
  }
  expect(engine.health).toEqual({ kind: 'ready' });
});

test('a worker of another build parts at once', async () => {
  const { engine, worker } = scene({ greets: false });
  const asked = engine.ask('read', { input: 'x' });
  worker().greet(PROTOCOL_VERSION + 1);
  const why = 'This tab is older than the site; load the page again. Your document is kept.';
  expect(engine.health).toEqual({ kind: 'dead', why });
  expect(await asked.outcome).toEqual({ kind: 'lost', why });
  expect(worker().isEnded).toBe(true);
  expect(worker().asked).toEqual([]);
});

test('a script that cannot be loaded is not tried again by itself', () => {
  const { engine, workers, worker } = scene({ greets: false });
  worker().events.broke(null);
  expect(engine.health).toMatchObject({
    kind: 'dead',
    why: expect.stringContaining('could not be loaded'),
  });
  expect(workers).toHaveLength(1);
});

test('a worker that never says a word is given half a minute', async () => {
  const { engine, workers } = scene({ greets: false, answersPings: false });
  await vi.advanceTimersByTimeAsync(29_000);
  expect(engine.health).toEqual({ kind: 'starting' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(workers).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(engine.health.kind).toBe('dead');
});

test('a browser that refuses workers is told of, not thrown', () => {
  const engine = startEngine({
    base: '',
    spawn: () => {
      throw new Error('blocked by policy');
    },
  });
  expect(engine.health).toMatchObject({
    kind: 'dead',
    why: expect.stringContaining('blocked by policy'),
  });
});

test('disposed: everything is dropped, nothing ticks any more', async () => {
  const { engine, worker, healths } = scene();
  const asked = engine.ask('judge', judgeInput(1));
  engine.dispose();
  expect(await asked.outcome).toEqual({ kind: 'dropped' });
  expect(await engine.ask('judge', judgeInput(2)).outcome).toEqual({ kind: 'dropped' });
  expect(worker().isEnded).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  worker().events.broke('boom');
  expect(healths).toEqual([{ kind: 'ready' }]);
});

test('who listens may ask, or dispose, while being told', async () => {
  const { engine, worker, workers } = scene({ greets: false });
  const stop = engine.onHealth(({ kind }) => {
    if (kind === 'ready') void engine.ask('verdicts', { revision: 1, pairs: [] }).outcome;
    if (kind === 'restarting') engine.dispose();
  });
  worker().greet();
  expect(worker().asked).toEqual(['verdicts 1']);
  worker().events.broke('boom');
  expect(workers).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
  stop();
});
