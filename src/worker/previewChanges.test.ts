import { expect, test } from 'vitest';
import { applyChanges } from '../build/applyChanges.ts';
import type { Change } from '../build/change.ts';
import { settle } from '../build/settle.ts';
import { analyze } from '../engine/analyze.ts';
import { checkMachine } from '../engine/check/checkMachine.ts';
import { isEndpointLike } from '../model/classCode.ts';
import { acs, id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { hostBench } from './engineHost.testkit.ts';
import { inProcessEngine } from './inProcessEngine.ts';
import { manySwitches } from './manySwitches.testkit.ts';
import { comparePairs, type Outcomes } from './pairCounts.ts';
import { yieldNow } from './yieldNow.ts';

/** Two switches, the first of which redirects what goes across it; a drive and a card below each. */
const machine = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01-04')
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03', { acs: acs(0x1d) })
  .downstream('02:01.0', '04', { acs: acs(0x1d) })
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .rootPort('00:02.0', '10-14')
  .upstream('10:00.0', '11-14')
  .downstream('11:00.0', '12')
  .downstream('11:01.0', '13')
  .downstream('11:02.0', '14')
  .endpoint('12:00.0')
  .endpoint('13:00.0')
  .build();

const MOVE: readonly Change[] = [
  { kind: 'move', device: id('03:00.0'), to: { kind: 'function', id: id('11:02.0') } },
];
const REMOVE: readonly Change[] = [{ kind: 'remove', device: id('03:00.0') }];
const ADD: readonly Change[] = [
  { kind: 'add', part: 'gpu', to: { kind: 'function', id: id('11:02.0') }, label: null },
];

function outcomesOf(asked: Machine): Outcomes {
  const listed = asked.functions.filter(isEndpointLike).map((fn) => fn.id);
  return analyze(asked).table(listed);
}

/** A clock that runs on with every look at it: every slice is over at once. */
function hastyClock(): () => number {
  let time = 0;
  return () => {
    time += 10;
    return time;
  };
}

test.each([
  ['a move', MOVE],
  ['a removal', REMOVE],
  ['something new', ADD],
  ['several', [...REMOVE, ...ADD]],
])('%s is what the engine says of the machine before and after', async (_, changes) => {
  const { ask, answer } = hostBench();
  ask(1, 'judge', { revision: 1, machine, listing: 'endpoints' });
  ask(2, 'preview', { revision: 1, changes, listing: 'endpoints' });
  const { findings, ...pairs } = await answer(2, 'preview');
  const after = settle(applyChanges(machine, changes)).machine;
  expect(pairs).toEqual(comparePairs(outcomesOf(machine), outcomesOf(after)));
  const were = checkMachine(machine).map(({ text }) => text);
  expect(checkMachine(after).map(({ text }) => text)).toEqual(
    expect.arrayContaining([...findings]),
  );
  for (const text of findings) expect(were).not.toContain(text);
});

test('a drive that moves to its peers has some pairs become direct', async () => {
  const { ask, answer } = hostBench();
  ask(1, 'judge', { revision: 1, machine, listing: 'endpoints' });
  ask(2, 'preview', { revision: 1, changes: MOVE, listing: 'endpoints' });
  expect(await answer(2, 'preview')).toMatchObject({ became: { direct: 4 }, lost: 0 });
});

test('the answer is the same without the table of a judgement to compare with', async () => {
  const { ask, answer, outcome } = hostBench();
  ask(1, 'judge', { revision: 1, machine, listing: 'endpoints' });
  ask(2, 'preview', { revision: 1, changes: MOVE, listing: 'all' });
  ask(3, 'preview', { revision: 1, changes: MOVE, listing: 'endpoints' });
  expect(await outcome(2)).toMatchObject({ kind: 'dropped' }); // overtaken
  const first = await answer(3, 'preview');
  const other = hostBench();
  other.ask(1, 'judge', { revision: 1, machine, listing: 'all' });
  other.ask(2, 'preview', { revision: 1, changes: MOVE, listing: 'endpoints' });
  expect(await other.answer(2, 'preview')).toEqual(first);
});

test('the machine that is held stays what it was', async () => {
  const { ask, answer } = hostBench();
  ask(1, 'judge', { revision: 1, machine, listing: 'endpoints' });
  ask(2, 'preview', { revision: 1, changes: REMOVE, listing: 'endpoints' });
  await answer(2, 'preview');
  const pair = { provider: id('03:00.0'), client: id('04:00.0') };
  ask(3, 'verdicts', { revision: 1, pairs: [pair] });
  expect(await answer(3, 'verdicts')).toEqual([analyze(machine).pair(pair.provider, pair.client)]);
});

test('a judgement that comes in meanwhile takes its place after one slice', async () => {
  let slices = 0;
  const { ask, answer, outcome } = hostBench({
    now: hastyClock(),
    yieldNow: async () => {
      await yieldNow();
      slices++;
    },
  });
  ask(1, 'judge', { revision: 1, machine, listing: 'endpoints' });
  await answer(1, 'judge');
  ask(2, 'preview', { revision: 1, changes: MOVE, listing: 'endpoints' });
  const before = slices;
  while (slices < before + 2) await yieldNow();
  ask(3, 'judge', { revision: 2, machine, listing: 'endpoints' });
  expect(await outcome(2)).toEqual({ kind: 'dropped', id: 2 });
  await answer(3, 'judge');
});

test('verdicts come first: a preview waits for the judgement of its machine', async () => {
  const { ask, answer, posted } = hostBench({ now: hastyClock() });
  ask(1, 'judge', { revision: 1, machine, listing: 'endpoints' });
  ask(2, 'preview', { revision: 1, changes: MOVE, listing: 'endpoints' });
  await answer(2, 'preview');
  const answers = posted.filter(({ kind }) => kind === 'answer');
  expect(answers.map((message) => 'id' in message && message.id)).toEqual([1, 2]);
});

test('a preview of a judgement that was cancelled is made all the same', async () => {
  const { ask, answer, host, outcome } = hostBench({ now: hastyClock() });
  ask(1, 'judge', { revision: 1, machine, listing: 'endpoints' });
  ask(2, 'preview', { revision: 1, changes: MOVE, listing: 'endpoints' });
  host.receive({ kind: 'cancel', id: 1 });
  expect(await outcome(1)).toEqual({ kind: 'dropped', id: 1 });
  await answer(2, 'preview');
});

test('of another revision nothing is said; a cancelled one is dropped', async () => {
  const { ask, host, outcome } = hostBench({ now: hastyClock() });
  ask(1, 'preview', { revision: 1, changes: MOVE, listing: 'endpoints' });
  expect(await outcome(1)).toEqual({ kind: 'dropped', id: 1 });
  ask(2, 'judge', { revision: 1, machine, listing: 'endpoints' });
  ask(3, 'preview', { revision: 1, changes: MOVE, listing: 'endpoints' });
  await outcome(2);
  host.receive({ kind: 'cancel', id: 3 });
  expect(await outcome(3)).toEqual({ kind: 'dropped', id: 3 });
});

test('changes that cannot be made have failed, and the host goes on', async () => {
  const { ask, outcome, answer } = hostBench();
  ask(1, 'judge', { revision: 1, machine, listing: 'endpoints' });
  const changes: readonly Change[] = [{ kind: 'remove', device: id('77:00.0') }];
  ask(2, 'preview', { revision: 1, changes, listing: 'endpoints' });
  expect(await outcome(2)).toMatchObject({ kind: 'failed' });
  ask(3, 'preview', { revision: 1, changes: MOVE, listing: 'endpoints' });
  await answer(3, 'preview');
});

test('asked over the connection, of a machine told by what changed', async () => {
  const engine = inProcessEngine();
  const changed: Machine = {
    ...machine,
    functions: machine.functions.map((fn) => (fn.acs === null ? fn : { ...fn, acs: acs(0) })),
  };
  engine.ask('judge', { revision: 1, machine, listing: 'endpoints' });
  engine.ask('judge', { revision: 2, machine: changed, listing: 'endpoints' });
  const { outcome } = engine.ask('preview', { revision: 2, changes: MOVE, listing: 'endpoints' });
  const after = settle(applyChanges(changed, MOVE)).machine;
  expect(await outcome).toMatchObject({
    kind: 'answered',
    value: comparePairs(outcomesOf(changed), outcomesOf(after)),
  });
  engine.dispose();
});

test('of hundreds of functions it comes in many pieces', async () => {
  let slices = 0;
  const { ask, answer } = hostBench({
    now: hastyClock(),
    yieldNow: async () => {
      slices++;
      await yieldNow();
    },
  });
  const large = manySwitches(1);
  ask(1, 'judge', { revision: 1, machine: large, listing: 'endpoints' });
  await answer(1, 'judge');
  const before = slices;
  const device = large.functions.find(isEndpointLike);
  if (!device) throw new Error('no device');
  ask(2, 'preview', {
    revision: 1,
    changes: [{ kind: 'remove', device: device.id }],
    listing: 'endpoints',
  });
  await answer(2, 'preview');
  expect(slices - before).toBeGreaterThan(100);
});
