import { describe, expect, test } from 'vitest';
import type { SocketId } from '../../../model/ids.ts';
import { id } from '../../../model/machine.testkit.ts';
import type { FlowEnd } from '../../../model/workload.ts';
import { byIdOf, drawnOf, twoHosts } from '../../twoHosts.testkit.ts';
import { foundEnd, partOfEnd } from './flowEnds.ts';
import { flowHandle, isOnHandle } from './flowHandle.ts';
import { flowLine } from './flowLine.ts';
import { meantFlow } from './meantFlow.ts';

const machine = twoHosts();
const document = { machine, byId: byIdOf(machine) };
const gpu: FlowEnd = { kind: 'function', id: id('03:00.0') };
const nic: FlowEnd = { kind: 'function', id: id('04:00.0') };
const memory: FlowEnd = { kind: 'memory', socket: null };

describe('what a line from end to end would be', () => {
  test.each([
    ['device to device', gpu, nic, false, gpu, nic, 'write', '0000:03:00.0 writes to 0000:04:00.0'],
    ['the same, back', gpu, nic, true, nic, gpu, 'read', '0000:03:00.0 reads from 0000:04:00.0'],
    ['to memory', gpu, memory, false, gpu, memory, 'write', 'writes to the host’s memory'],
    ['back from memory', gpu, memory, true, memory, gpu, 'read', 'reads from the host’s memory'],
    ['from memory', memory, gpu, false, memory, gpu, 'read', 'reads from the host’s memory'],
    ['back to memory', memory, gpu, true, gpu, memory, 'write', 'writes to the host’s memory'],
  ] as const)('%s', (_, begin, end, isBack, from, to, operation, words) => {
    const meant = meantFlow(machine, begin, end, isBack);
    expect(meant).toMatchObject({ kind: 'flow', flow: { from, to, operation } });
    expect(meant.kind === 'flow' && meant.words).toContain(words);
  });

  test('is none without two ends, or without a device', () => {
    expect(meantFlow(machine, gpu, gpu, false).kind).toBe('none');
    const other: FlowEnd = { kind: 'memory', socket: 'socket:1' as SocketId };
    expect(meantFlow(machine, memory, other, false).kind).toBe('none');
  });
});

describe('ends of flows', () => {
  test.each([
    ['03:00.0', 'end'],
    ['02:00.0', 'none'],
    ['01:00.0', 'none'],
    ['00:01.0', 'none'],
    ['00:00.0', 'none'],
  ])('%s is %s', (address, kind) => {
    expect(foundEnd(document, id(address)).kind).toBe(kind);
  });

  test('a host bridge is the memory behind it', () => {
    const found = foundEnd(document, machine.hostBridges[0]?.id ?? id('00:00.0'));
    expect(found).toMatchObject({ kind: 'end', end: { kind: 'memory' } });
    expect(partOfEnd(memory)).toBeNull();
  });
});

describe('the handle', () => {
  const drawn = drawnOf(machine);
  const camera = { x: 0, y: 0, k: 1 };

  test('is on the edge of a card, and larger for a finger', () => {
    const at = flowHandle(drawn, id('03:00.0'));
    if (!at) throw new Error('cards have one');
    expect(isOnHandle(drawn, id('03:00.0'), camera, { x: at.x + 18, y: at.y }, 'touch')).toBe(true);
    expect(isOnHandle(drawn, id('03:00.0'), camera, { x: at.x + 18, y: at.y }, 'mouse')).toBe(
      false,
    );
    expect(isOnHandle(drawn, id('03:00.0'), { ...camera, k: 0.1 }, at, 'mouse')).toBe(false);
  });

  test('is on no port and no switch', () => {
    expect(flowHandle(drawn, id('01:00.0'))).toBeNull();
    expect(flowHandle(drawn, id('02:00.0'))).toBeNull();
  });
});

describe('the line', () => {
  const from = { x: 0, y: 0, width: 10, height: 10 };

  test('leaves at the edge and ends at the hand, with a head', () => {
    expect(flowLine(from, null, { x: 45, y: 5 })).toMatch(/^M10 5L45 5M/);
  });

  test('ends at the edge of what is aimed at', () => {
    const to = { x: 40, y: 0, width: 10, height: 10 };
    expect(flowLine(from, to, { x: 45, y: 5 })).toMatch(/^M10 5L40 5M/);
  });

  test('is none inside, or with nowhere to go', () => {
    expect(flowLine(from, null, { x: 5, y: 6 })).toBe('');
    expect(flowLine(from, null, null)).toBe('');
    expect(flowLine(null, from, null)).toBe('');
  });
});
