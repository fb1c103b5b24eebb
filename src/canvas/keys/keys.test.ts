import { describe, expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PartId } from '../../store/state.ts';
import { drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { moveFocus, type TreeMove, treeMove } from './moveFocus.ts';

const { tree } = drawnOf(twoHosts());
const parentOf = (part: string) => tree.parts.get(part as PartId)?.parent;

describe('the drawing as a tree', () => {
  test('has every function, a switch as its upstream port', () => {
    expect(parentOf('0000:03:00.0')).toBe('0000:02:00.0');
    expect(parentOf('0000:02:00.0')).toBe('0000:01:00.0');
    expect(parentOf('0000:01:00.0')).toBe('0000:00:01.0');
    expect(parentOf('0000:00:01.0')).toBe('host:0:0');
    expect(tree.parts.get(id('01:00.0'))?.what.kind).toBe('box');
  });

  test('has further functions of a card in the card', () => {
    expect(tree.parts.has(id('04:00.1'))).toBe(false);
    expect(tree.parts.has(id('04:00.0'))).toBe(true);
  });

  test('goes through everything once, parents first', () => {
    expect(tree.order).toHaveLength(tree.parts.size);
    for (const part of tree.parts.values()) {
      if (part.parent === null) continue;
      expect(tree.order.indexOf(part.parent)).toBeLessThan(tree.order.indexOf(part.id));
    }
  });

  test.each(['blocks', 'functions'] as const)('stands on its host bridges in %s', (drawing) => {
    expect(drawnOf(twoHosts(), drawing).tree.roots).toEqual(['host:0:0', 'host:0:128']);
  });

  test('of functions has a part for each', () => {
    const machine = twoHosts();
    const { tree: nodes } = drawnOf(machine, 'functions');
    for (const fn of machine.functions) expect(nodes.parts.has(fn.id), fn.id).toBe(true);
    expect(nodes.parts.get(id('04:00.1'))?.parent).toBe('0000:02:01.0');
  });

  test('integrated functions are the children of their box', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:09a2')
      .rciep('00:14.0', { change: { classCode: 0x0c0330 } })
      .rciep('00:1f.0', { change: { classCode: 0x060100 } })
      .build();
    const marks = drawnOf(machine).tree.parts.get(id('00:00.0'));
    expect(marks?.children).toEqual(['0000:00:14.0', '0000:00:1f.0']);
  });

  test('what hangs from nothing is a root', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:09a2')
      .endpoint('05:00.0', { orphan: true })
      .build();
    expect(drawnOf(machine).tree.roots).toContain('0000:05:00.0');
  });
});

describe('keys', () => {
  test.each([
    ['ArrowUp', 'parent', 'previous'],
    ['ArrowDown', 'child', 'next'],
    ['ArrowLeft', 'previous', 'parent'],
    ['ArrowRight', 'next', 'child'],
    ['Home', 'first', 'first'],
    ['x', null, null],
  ] as const)('%s is %s grown downwards, %s grown to the right', (key, down, right) => {
    expect(treeMove(key, 'down')).toBe(down);
    expect(treeMove(key, 'right')).toBe(right);
  });

  test.each([
    ['0000:03:00.0', 'parent', '0000:02:00.0'],
    ['0000:01:00.0', 'child', '0000:02:00.0'],
    ['0000:02:00.0', 'next', '0000:02:01.0'],
    ['0000:02:00.0', 'last', '0000:02:01.0'],
    ['0000:02:01.0', 'first', '0000:02:00.0'],
    // Alone below its port: on to the neighbour's.
    ['0000:03:00.0', 'next', '0000:04:00.0'],
    ['0000:04:00.0', 'previous', '0000:03:00.0'],
    ['0000:03:00.0', 'child', '0000:03:00.0'],
    ['host:0:0', 'parent', 'host:0:0'],
    ['host:0:0', 'next', 'host:0:128'],
  ] as const)('from %s the %s is %s', (from, move, to) => {
    expect(moveFocus(tree, from as PartId, move)).toBe(to);
  });

  test('begin at the first root', () => {
    expect(moveFocus(tree, null, 'next')).toBe('host:0:0');
    expect(moveFocus(tree, id('7f:00.0'), 'next')).toBe('host:0:0');
  });

  test('lead to every part and back', () => {
    const moves: readonly TreeMove[] = ['parent', 'child', 'previous', 'next'];
    const seen = new Set<PartId>(tree.roots.slice(0, 1));
    for (const part of seen) {
      for (const move of moves) {
        const next = moveFocus(tree, part, move);
        if (next !== null) seen.add(next);
      }
    }
    expect(seen.size).toBe(tree.parts.size);
  });
});
