import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave } from './autosave.ts';
import { soon } from './fakeEngine.testkit.ts';
import type { Saving } from './state.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function desk() {
  const shown: Saving[] = [];
  /** When each write began, in ms. */
  const writes: number[] = [];
  /** When what was left was written with the page going. */
  const lastWords: number[] = [];
  const began = Date.now();
  const world = { trouble: null as string | null, takesMs: 0 };
  const autosave = new Autosave({
    write: async () => {
      writes.push(Date.now() - began);
      if (world.takesMs > 0) await new Promise((resolve) => setTimeout(resolve, world.takesMs));
      if (world.trouble !== null) throw new Error(world.trouble);
    },
    writeAtOnce: () => {
      lastWords.push(Date.now() - began);
    },
    describe: (error) => `told: ${error instanceof Error ? error.message : error}`,
    show: (saving) => shown.push(saving),
    now: () => Date.now(),
  });
  return { autosave, shown, writes, lastWords, world };
}

const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await soon();
};

test('the first change is written once it is seen, further ones at most every 350 ms', async () => {
  const { autosave, shown, writes } = desk();
  autosave.changed();
  expect(writes).toEqual([]);
  await pass(30);
  expect(writes).toEqual([30]);
  expect(shown.map(({ kind }) => kind)).toEqual(['unsaved', 'saving', 'saved']);
  for (let edit = 0; edit < 10; edit++) {
    await pass(50);
    autosave.changed();
  }
  await pass(1000);
  expect(writes).toEqual([30, 380, 730]);
  expect(shown.at(-1)).toEqual({ kind: 'saved' });
  autosave.changed();
  await pass(30);
  expect(writes).toEqual([30, 380, 730, 1560]);
});

test('a page that goes writes at once what is not kept, and a write that may not end', async () => {
  const { autosave, writes, lastWords, world } = desk();
  autosave.leave();
  expect(lastWords).toEqual([]);
  autosave.changed();
  autosave.leave();
  expect(lastWords).toEqual([0]);
  expect(writes).toEqual([]);
  // It came back: all goes on as if nothing had been.
  world.takesMs = 100;
  await pass(50);
  expect(writes).toEqual([30]);
  autosave.leave();
  expect(lastWords).toEqual([0, 50]);
  await pass(200);
  autosave.leave();
  expect(lastWords).toEqual([0, 50]);
});

test('a clock that is set back does not stop the writing', async () => {
  const { autosave, writes } = desk();
  autosave.changed();
  await pass(30);
  vi.setSystemTime(Date.now() - 3_600_000);
  autosave.changed();
  await pass(350);
  expect(writes).toHaveLength(2);
});

test('a change during a write is written after it', async () => {
  const { autosave, shown, writes, world } = desk();
  world.takesMs = 600;
  autosave.changed();
  await pass(130);
  autosave.changed();
  await pass(530);
  expect(writes).toEqual([30, 660]);
  expect(shown.at(-1)).toEqual({ kind: 'saving' });
  await pass(600);
  expect(shown.at(-1)).toEqual({ kind: 'saved' });
  expect(writes).toHaveLength(2);
});

test('whoever leaves gets the last change written without waiting', async () => {
  const { autosave, writes } = desk();
  autosave.changed();
  await pass(40);
  autosave.changed();
  await autosave.flush();
  expect(writes).toEqual([30, 40]);
  await pass(1000);
  await autosave.flush();
  expect(writes).toEqual([30, 40]); // nothing is left to write
});

test('a write that fails says why, is tried again ever later, and recovers', async () => {
  const { autosave, shown, writes, world } = desk();
  world.trouble = 'full';
  autosave.changed();
  await pass(30);
  expect(shown.at(-1)).toEqual({ kind: 'unsaved', why: 'told: full' });
  await pass(1999);
  autosave.changed(); // further edits neither hurry it nor hide the reason
  expect(shown.at(-1)).toEqual({ kind: 'unsaved', why: 'told: full' });
  await pass(30_000);
  expect(writes).toEqual([30, 2030, 6030, 14_030, 30_030]);
  await pass(300_000);
  const rests = writes.slice(1).map((at, index) => at - (writes[index] ?? 0));
  expect(Math.max(...rests)).toBe(60_000);
  world.trouble = null;
  await pass(60_000);
  expect(shown.at(-1)).toEqual({ kind: 'saved' });
  const { length } = writes;
  await pass(600_000);
  expect(writes).toHaveLength(length);
});

test('a quiet change is written without a word', async () => {
  const { autosave, shown, writes } = desk();
  autosave.changed(true);
  await pass(1000);
  expect(writes).toHaveLength(1);
  expect(shown).toEqual([]);
  autosave.changed();
  autosave.changed(true);
  await pass(1000);
  expect(shown.at(-1)).toEqual({ kind: 'saved' });
});
