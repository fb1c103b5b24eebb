import { expect, test } from 'vitest';
import { blankMachine } from '../model/blank.ts';
import type { Machine } from '../model/machine.ts';
import { applyEdit } from './edits.ts';
import { type Content, History } from './history.ts';
import type { Origin } from './state.ts';

const origin: Origin = {
  source: 'a.txt',
  format: 'lspci',
  problems: [],
  settings: blankMachine('captured', 'a').settings,
};
const start: Content = { machine: blankMachine('captured', 'a'), origin, serial: 1 };

/** A page of one document, without the page. */
class Desk {
  readonly history = new History();
  content = start;

  name(name: string, gesture: string | null = null): this {
    return this.#edit({ kind: 'name', name }, gesture);
  }

  kernel(kernel: string, gesture: string | null = null): this {
    return this.#edit({ kind: 'kernel', kernel }, gesture);
  }

  undo(): this {
    this.content = this.history.undo(this.content)?.content ?? this.content;
    return this;
  }

  redo(): this {
    this.content = this.history.redo(this.content)?.content ?? this.content;
    return this;
  }

  get machine(): Machine {
    return this.content.machine;
  }

  get steps(): readonly string[] {
    return this.history.undoable.map(({ title }) => title);
  }

  #edit(edit: Parameters<typeof applyEdit>[1], gesture: string | null): this {
    const edited = applyEdit(this.content.machine, edit, gesture);
    if (!edited) return this;
    this.history.record(edited.step);
    this.content = { ...this.content, machine: edited.machine };
    return this;
  }
}

test('typing is one step, called as what it came to', () => {
  const desk = new Desk().name('l', 'typing').name('la', 'typing').name('lab', 'typing');
  expect(desk.steps).toEqual(['call the machine “lab”']);
  expect(desk.undo().machine.name).toBe('a');
  expect(desk.redo().machine.name).toBe('lab');
});

test('another gesture, none at all, or a step back ends a gesture', () => {
  expect(new Desk().name('b', 'one').name('c', 'two').steps).toHaveLength(2);
  expect(new Desk().name('b').name('c').steps).toHaveLength(2);
  expect(new Desk().name('b', 'one').kernel('6.1').name('c', 'one').steps).toHaveLength(3);
  expect(new Desk().name('b', 'one').name('c', 'two').undo().name('d', 'one').steps).toHaveLength(
    2,
  );
});

test('a gesture that ends where it began leaves no step', () => {
  const desk = new Desk().kernel('6.1').name('b', 'one').name('a', 'one');
  expect(desk.steps).toEqual(['kernel 6.1']);
  const both = new Desk().name('b', 'one').kernel('6.1', 'one').name('a', 'one');
  expect(both.steps).toHaveLength(1);
  expect(both.kernel('', 'one').steps).toEqual([]);
});

test('a new edit ends what could be done again', () => {
  const desk = new Desk().name('b').name('c').undo();
  expect(desk.history.redoable).toEqual([{ title: 'call the machine “c”' }]);
  desk.name('d');
  expect(desk.history.redoable).toEqual([]);
  expect(desk.undo().undo().machine).toEqual(start.machine);
});

test('a document that took the place of another goes back, with what was done to each', () => {
  const desk = new Desk().name('b');
  const other: Content = {
    machine: blankMachine('captured', 'other'),
    origin: { ...origin, source: 'other.txt' },
    serial: 2,
  };
  desk.history.swap('open other', desk.content, other);
  desk.content = other;
  desk.name('other still');
  expect(desk.steps).toEqual([
    'call the machine “b”',
    'open other',
    'call the machine “other still”',
  ]);
  expect(desk.undo().undo().content).toMatchObject({ serial: 1, machine: { name: 'b' } });
  expect(desk.content.origin).toBe(origin);
  expect(desk.undo().content).toEqual(start);
  expect(desk.redo().redo().content).toBe(other);
  expect(desk.redo().machine.name).toBe('other still');
});

test('undo and redo come back to the moments they left; an edit makes a new one', () => {
  const desk = new Desk();
  const moments = [desk.history.moment];
  for (const name of ['b', 'c']) moments.push(desk.name(name).history.moment);
  expect(new Set(moments).size).toBe(3);
  expect([desk.undo().history.moment, desk.undo().history.moment]).toEqual([
    moments[1],
    moments[0],
  ]);
  expect(desk.redo().history.moment).toBe(moments[1]);
  expect(moments).not.toContain(desk.name('d').history.moment);
});
