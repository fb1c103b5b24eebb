import { expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { threeDrives } from '../../model/smallMachines.testkit.ts';
import { byIdOf } from '../twoHosts.testkit.ts';
import { draw } from './drawn.ts';
import { standsFor } from './standsFor.ts';

const machine = threeDrives();
const document = { machine, byId: byIdOf(machine), titles: new Map() };
const drives = [id('03:00.0'), id('04:00.0'), id('05:00.0')];

test('a stack stands for all its functions, and keys go on from itself', () => {
  for (const drawing of ['blocks', 'functions'] as const) {
    const drawn = draw(document, { drawing, direction: 'down', isStacked: true });
    const found = standsFor(drawn, id('03:00.0'));
    expect([...found].sort()).toEqual(drives);
    expect(found.at(-1)).toBe(id('03:00.0'));
    expect(standsFor(drawn, id('01:00.0'))).toEqual([id('01:00.0')]);
    // What the stack hides was meant by itself, from a list.
    expect(standsFor(drawn, id('04:00.0'))).toEqual([id('04:00.0')]);
  }
});

test('drawn by themselves, devices stand for themselves', () => {
  const drawn = draw(document, { drawing: 'blocks', direction: 'down' });
  expect(standsFor(drawn, id('03:00.0'))).toEqual([id('03:00.0')]);
});
