import { expect, test, vi } from 'vitest';
import { blankMachine } from '../../model/blank.ts';
import type { Machine } from '../../model/machine.ts';
import type { Gesture } from '../../store/edit.ts';
import { TextSync } from './textSync.ts';

function machineOf(sketch: string, name = 'test'): Machine {
  return { ...blankMachine('drawn', name), sketch };
}

function setup() {
  let now = 0;
  let due: { readonly at: number; readonly run: () => void } | null = null;
  const typed: { readonly text: string; readonly gesture: string }[] = [];
  const shown: string[] = [];
  const onStep = vi.fn();
  let answer = Promise.resolve();
  const sync = new TextSync({
    type: async (text: string, gesture: Gesture) => {
      typed.push({ text, gesture: gesture.id });
      await answer;
      sync.changed(machineOf(text));
      return [];
    },
    textOf: ({ sketch, name }) => ({
      text: (sketch ?? '').replace('NAME', name),
      dropped: [],
    }),
    show: (text) => shown.push(text),
    onStep,
    onProblems: vi.fn(),
    wait: (run, ms) => {
      due = { at: now + ms, run };
      return () => {
        due = null;
      };
    },
    now: () => now,
  });
  const pass = async (ms: number) => {
    now += ms;
    if (due && due.at <= now) {
      const { run } = due;
      due = null;
      run();
    }
    await vi.waitFor(() => {});
  };
  return {
    sync,
    typed,
    shown,
    pass,
    onStep,
    holdAnswer: () => {
      let release = () => {};
      answer = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

test('typing is read when it pauses, and not written back', async () => {
  const { sync, typed, shown, pass } = setup();
  sync.open(machineOf('a'));
  sync.typed('ab');
  await pass(50);
  sync.typed('abc');
  await pass(50);
  expect(typed).toEqual([]);
  await pass(50);
  expect(typed.map(({ text }) => text)).toEqual(['abc']);
  expect(shown).toEqual(['a']);
});

test('who types without a pause is read all the same', async () => {
  const { sync, typed, pass } = setup();
  sync.open(machineOf(''));
  for (let letters = 1; letters < 20; letters++) {
    sync.typed('x'.repeat(letters));
    await pass(50);
  }
  expect(typed.length).toBeGreaterThanOrEqual(2);
});

test('typing is one step until a pause or another change', async () => {
  const { sync, typed, pass } = setup();
  sync.open(machineOf(''));
  sync.typed('a');
  await pass(200);
  sync.typed('ab');
  await pass(200);
  await pass(2000);
  sync.typed('abc');
  await pass(200);
  sync.changed(machineOf('abc', 'other'));
  sync.typed('abcd');
  await pass(200);
  const [first, second, third, fourth] = typed.map(({ gesture }) => gesture);
  expect(second).toBe(first);
  expect(third).not.toBe(second);
  expect(fourth).not.toBe(third);
});

test('another change of the document changes the text', () => {
  const { sync, shown } = setup();
  sync.open(machineOf('machine NAME'));
  sync.changed(machineOf('machine NAME', 'renamed'));
  expect(shown).toEqual(['machine test', 'machine renamed']);
});

test('what is typed while an answer is under way is kept, and sent after it', async () => {
  const { sync, typed, shown, pass, holdAnswer } = setup();
  sync.open(machineOf(''));
  const release = holdAnswer();
  sync.typed('a');
  await pass(100);
  sync.typed('ab');
  release();
  await sync.flush();
  expect(typed.map(({ text }) => text)).toEqual(['a', 'ab']);
  expect(shown).toEqual(['']);
});

test('lines that end in CR LF do so after typing, too', async () => {
  const { sync, typed, shown } = setup();
  sync.open(machineOf('a\r\nb\r\n'));
  expect(shown).toEqual(['a\nb\n']);
  sync.typed('a\nbc\n');
  await sync.flush();
  expect(typed[0]?.text).toBe('a\r\nbc\r\n');
});

test('another document replaces what was being typed', async () => {
  const { sync, typed, shown, pass } = setup();
  sync.open(machineOf('a'));
  sync.typed('ab');
  sync.open(machineOf('z'));
  await pass(500);
  expect(typed).toEqual([]);
  expect(shown).toEqual(['a', 'z']);
});
