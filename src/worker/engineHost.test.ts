import { expect, test, vi } from 'vitest';
import { hex64 } from '../base/hex.ts';
import { analyze } from '../engine/analyze.ts';
import { checkMachine } from '../engine/check/checkMachine.ts';
import { compareWithFabric } from '../engine/explain/compareWithFabric.ts';
import { eraById } from '../engine/kernel/eras.ts';
import { mapList } from '../engine/mapping/mapList.ts';
import { USUAL_MAPPING } from '../engine/mapping/mappingOptions.ts';
import { goldenDump } from '../formats/read/lspci/goldenDumps.testkit.ts';
import { readLspci } from '../formats/read/lspci/readLspci.ts';
import { acs, id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { parsePciNames } from '../model/pciNames.ts';
import { hostBench } from './engineHost.testkit.ts';
import { isolationOf } from './isolationOf.ts';
import { PROTOCOL_VERSION } from './protocol.ts';
import { yieldNow } from './yieldNow.ts';

const pair = { provider: id('02:00.0'), client: id('03:00.0') };

/** Two drives below root ports of one host bridge; the second port's ACS word is a test's to choose. */
function twoDrives(control = 0): Machine {
  return new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01-03', { acs: acs(0) })
    .upstream('01:00.0', '02-03')
    .downstream('01:01.0', '02')
    .downstream('01:02.0', '03', { acs: acs(control) })
    .endpoint('02:00.0')
    .endpoint('03:00.0')
    .build();
}

function golden(name: string): Machine {
  const read = readLspci(goldenDump(name));
  if (!read.ok) throw new Error(`${name} is not read`);
  return read.value.machine;
}

/** A clock that runs on with every look at it: every slice is over at once. */
function hastyClock(step = 10): () => number {
  let time = 0;
  return () => {
    time += step;
    return time;
  };
}

test('says hello with the version, and answers a ping', () => {
  const { host, posted } = hostBench();
  host.receive({ kind: 'hello', version: PROTOCOL_VERSION, base: 'https://peerlane.test/' });
  host.receive({ kind: 'ping' });
  expect(posted).toEqual([{ kind: 'hello', version: PROTOCOL_VERSION }, { kind: 'pong' }]);
});

test('judges as the engine does, and hands the arrays over', async () => {
  const machine = golden('r049.612-none');
  const { ask, answer, transfers } = hostBench();
  ask(1, 'judge', { revision: 7, machine, listing: 'all' });
  const judgement = await answer(1, 'judge');
  const analysis = analyze(machine);
  expect(judgement.table).toEqual(analysis.table(machine.functions.map((fn) => fn.id)));
  expect(judgement.conditions).toEqual(analysis.conditions);
  expect(judgement.checks).toEqual(checkMachine(machine));
  expect(judgement.titles).toHaveLength(machine.functions.length);
  expect(judgement.workMs).toBeGreaterThan(0);
  const { possible, distance } = judgement.table;
  expect(transfers.at(-1)).toEqual([possible.buffer, distance.buffer]);
});

test('lists endpoints alone, or bridges too', async () => {
  const { ask, answer } = hostBench();
  ask(1, 'judge', { revision: 1, machine: twoDrives(), listing: 'endpoints' });
  expect((await answer(1, 'judge')).table.functions).toEqual([pair.provider, pair.client]);
  ask(2, 'judge', { revision: 1, machine: twoDrives(), listing: 'all' });
  expect((await answer(2, 'judge')).table.functions).toHaveLength(7);
});

test('a machine without functions has an empty table', async () => {
  const { ask, answer } = hostBench();
  const machine = { ...twoDrives(), functions: [], hostBridges: [] };
  ask(1, 'judge', { revision: 1, machine, listing: 'all' });
  expect((await answer(1, 'judge')).table.functions).toEqual([]);
});

test('explains at once, before the table of the same revision is done', async () => {
  const { ask, answer, posted } = hostBench({ now: hastyClock() });
  ask(1, 'judge', { revision: 1, machine: twoDrives(0x1d), listing: 'endpoints' });
  ask(2, 'explain', { revision: 1, pair });
  ask(3, 'verdicts', { revision: 1, pairs: [pair, pair] });
  expect(posted.map((message) => 'id' in message && message.id)).toEqual([2, 3]);
  const { verdict, reasons } = await answer(2, 'explain');
  expect(verdict.acsRedirect).toEqual([id('01:02.0')]);
  expect(reasons.length).toBeGreaterThan(1);
  expect(await answer(3, 'verdicts')).toEqual([verdict, verdict]);
  await answer(1, 'judge');
});

test('groups, and what the fabric does, are answered between two slices of a judgement', async () => {
  const machine = golden('r049.612-none');
  const ids = machine.functions.map((fn) => fn.id);
  const [provider, client] = ids.slice(-2);
  if (!provider || !client) throw new Error('no functions');
  let slices = 0;
  const { ask, answer, posted } = hostBench({
    now: hastyClock(),
    yieldNow: async () => {
      await yieldNow();
      slices++;
      if (slices === 2) ask(2, 'isolation', { revision: 1 });
      if (slices === 3) ask(3, 'fabric', { revision: 1, pair: { provider, client } });
    },
  });
  ask(1, 'judge', { revision: 1, machine, listing: 'all' });
  const { table } = await answer(1, 'judge');
  const answered = posted.flatMap((each) => (each.kind === 'answer' ? [each.id] : []));
  expect([...answered].sort()).toEqual([1, 2, 3]);
  expect(answered.at(-1)).toBe(1);
  const analysis = analyze(machine);
  expect(table).toEqual(analysis.table(ids));
  expect(await answer(2, 'isolation')).toEqual(isolationOf(analysis));
  expect(await answer(3, 'fabric')).toEqual(compareWithFabric(analysis, provider, client));
});

test('groups of a machine that changes before they are told are dropped', async () => {
  const { ask, outcome, answer, host } = hostBench();
  ask(1, 'judge', { revision: 1, machine: twoDrives(), listing: 'all' });
  await answer(1, 'judge');
  ask(2, 'isolation', { revision: 1 });
  ask(3, 'judge', { revision: 2, machine: twoDrives(0x1d), listing: 'all' });
  expect(await outcome(2)).toEqual({ kind: 'dropped', id: 2 });
  ask(4, 'isolation', { revision: 2 });
  host.receive({ kind: 'cancel', id: 4 });
  expect(await outcome(4)).toEqual({ kind: 'dropped', id: 4 });
  ask(5, 'isolation', { revision: 2 });
  expect((await answer(5, 'isolation')).groups.groups.length).toBeGreaterThan(1);
});

test('a list is mapped while the machine is judged, under its own conditions and others', async () => {
  const machine = twoDrives();
  const asked = {
    list: {
      client: pair.client,
      entries: [{ kind: 'ram' as const, address: hex64(0x1000_0000n), length: 0x1000 }],
    },
    options: USUAL_MAPPING,
    conditions: { kernel: eraById('5.10') },
  };
  const { ask, answer } = hostBench({ now: hastyClock() });
  ask(1, 'judge', { revision: 1, machine, listing: 'all' });
  ask(2, 'mapping', { revision: 1, ...asked });
  ask(3, 'mapping', { revision: 1, ...asked, conditions: {} });
  const analysis = analyze(machine);
  expect(await answer(2, 'mapping')).toEqual(mapList(analysis, asked));
  expect((await answer(2, 'mapping')).under).toBe('Linux 5.10, no IOMMU');
  const own = await answer(3, 'mapping');
  expect(own).toEqual(mapList(analysis, { ...asked, conditions: {} }));
  expect(own.addresses).toEqual([hex64(0x1000_0000n)]);
  await answer(1, 'judge');
});

test('pairs asked between two slices do not disturb the table', async () => {
  const machine = golden('r049.612-none');
  const ids = machine.functions.map((fn) => fn.id);
  let slices = 0;
  const { ask, answer } = hostBench({
    now: hastyClock(),
    yieldNow: async () => {
      await yieldNow();
      slices++;
      const [provider, client] = [ids.at(-slices % ids.length), ids[(3 * slices) % ids.length]];
      if (!provider || !client) throw new Error('no such function');
      ask(100 + slices, 'verdicts', { revision: 1, pairs: [{ provider, client }] });
    },
  });
  ask(1, 'judge', { revision: 1, machine, listing: 'all' });
  const { table } = await answer(1, 'judge');
  expect(slices).toBeGreaterThan(ids.length);
  expect(table).toEqual(analyze(machine).table(ids));
  const [verdict] = await answer(101, 'verdicts');
  if (!verdict) throw new Error('no verdict');
  expect(verdict).toEqual(analyze(machine).pair(verdict.provider, verdict.client));
});

test('tells how far it has come, no more than ten times a second', async () => {
  const machine = golden('r049.612-none');
  const now = hastyClock();
  const { ask, answer, posted } = hostBench({ now });
  ask(1, 'judge', { revision: 1, machine, listing: 'all' });
  await answer(1, 'judge');
  const told = posted.flatMap((message) => (message.kind === 'progress' ? [message.progress] : []));
  expect(told.length).toBeGreaterThan(1);
  expect(told.length).toBeLessThan(now() / 100);
  const shares = told.map(({ done }) => done ?? -1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((done) => done >= 0 && done <= 1)).toBe(true);
});

test('work is counted without the pauses', async () => {
  let time = 0;
  const { ask, answer } = hostBench({
    now: () => {
      time += 10;
      return time;
    },
    yieldNow: () => {
      time += 100_000;
      return Promise.resolve();
    },
  });
  ask(1, 'judge', { revision: 1, machine: twoDrives(), listing: 'all' });
  expect((await answer(1, 'judge')).workMs).toBeLessThan(1000);
});

test('a cancelled judgement stops in the middle; its machine can be asked about', async () => {
  let slices = 0;
  const { ask, outcome, answer, host, posted } = hostBench({
    now: hastyClock(),
    yieldNow: async () => {
      await yieldNow();
      slices++;
      if (slices === 3) host.receive({ kind: 'cancel', id: 1 });
    },
  });
  ask(1, 'judge', { revision: 1, machine: twoDrives(), listing: 'all' });
  expect(await outcome(1)).toEqual({ kind: 'dropped', id: 1 });
  await yieldNow();
  await yieldNow();
  expect(slices).toBe(3);
  ask(2, 'explain', { revision: 1, pair });
  await answer(2, 'explain');
  expect(posted.filter((message) => 'id' in message && message.id === 1)).toHaveLength(1);
});

test('a later judgement takes the place of an earlier one', async () => {
  const { ask, outcome, answer } = hostBench({ now: hastyClock() });
  ask(1, 'judge', { revision: 1, machine: twoDrives(), listing: 'all' });
  await yieldNow();
  ask(2, 'judge', { revision: 2, machine: twoDrives(0x1d), listing: 'all' });
  expect(await outcome(1)).toEqual({ kind: 'dropped', id: 1 });
  await answer(2, 'judge');
});

test('questions about another revision than the present are dropped', async () => {
  const { ask, outcome } = hostBench();
  ask(1, 'explain', { revision: 1, pair });
  ask(2, 'verdicts', { revision: 1, pairs: [] });
  ask(3, 'judge', { revision: 2, machine: twoDrives(), listing: 'endpoints' });
  ask(4, 'explain', { revision: 1, pair });
  ask(5, 'isolation', { revision: 1 });
  ask(6, 'fabric', { revision: 1, pair });
  const list = { client: pair.client, entries: [] };
  ask(7, 'mapping', { revision: 1, list, options: USUAL_MAPPING, conditions: {} });
  for (const asked of [1, 2, 4, 5, 6, 7]) {
    expect(await outcome(asked)).toEqual({ kind: 'dropped', id: asked });
  }
});

test('a mistake is told with its stack, and the host goes on', async () => {
  const { ask, outcome, answer } = hostBench();
  const nobody = { provider: id('77:00.0'), client: id('77:00.0') };
  ask(1, 'judge', { revision: 1, machine: twoDrives(), listing: 'endpoints' });
  ask(2, 'explain', { revision: 1, pair: nobody });
  ask(3, 'judge', { revision: 2, machine: {} as Machine, listing: 'endpoints' });
  expect(await outcome(2)).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('no function 0000:77:00.0'),
    stack: expect.stringContaining('engine'),
  });
  expect(await outcome(3)).toMatchObject({ kind: 'failed' });
  ask(5, 'isolation', { revision: 2 });
  expect(await outcome(5)).toMatchObject({ kind: 'failed' });
  ask(4, 'judge', { revision: 3, machine: twoDrives(), listing: 'endpoints' });
  await answer(4, 'judge');
  ask(6, 'fabric', { revision: 3, pair: nobody });
  expect(await outcome(6)).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('no function 0000:77:00.0'),
  });
  ask(7, 'isolation', { revision: 3 });
  expect((await answer(7, 'isolation')).effective).toHaveLength(7);
});

test('what broke outside of any answer fails all that is open', async () => {
  const { ask, outcome, host, posted } = hostBench();
  ask(1, 'judge', { revision: 1, machine: twoDrives(), listing: 'all' });
  host.failAll('no more memory');
  expect(await outcome(1)).toEqual({
    kind: 'failed',
    id: 1,
    message: 'no more memory',
    stack: '',
  });
  await yieldNow();
  await yieldNow();
  expect(posted).toHaveLength(1);
});

test('a judgement waits for names once, and not for long', async () => {
  const nameless = golden('r049.612-none');
  const machine: Machine = {
    ...nameless,
    functions: nameless.functions.map((fn) => ({
      ...fn,
      names: { vendor: null, device: null, className: null, subsystem: null },
    })),
  };
  const names = parsePciNames('>1b36Red Hat, Inc.\n0010QEMU NVM\n');
  let arrive = () => {};
  const wait = vi.fn(() => yieldNow());
  const loadNames = vi.fn(
    () =>
      new Promise<typeof names>((resolve) => {
        arrive = () => resolve(names);
      }),
  );
  const { ask, answer } = hostBench({ wait, loadNames });
  ask(1, 'judge', { revision: 1, machine, listing: 'all' });
  expect((await answer(1, 'judge')).titles).toContain('Device 1b36:0010');
  ask(2, 'judge', { revision: 2, machine, listing: 'all' });
  expect((await answer(2, 'judge')).titles).toContain('Device 1b36:0010');
  expect(wait).toHaveBeenCalledTimes(1);
  arrive();
  ask(3, 'judge', { revision: 3, machine, listing: 'all' });
  expect((await answer(3, 'judge')).titles).toContain('Red Hat, Inc. QEMU NVM');
  expect(loadNames).toHaveBeenCalledTimes(1);
});
