import { expect, test } from 'vitest';
import type { FlowId } from '../model/ids.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import { newFlow, newGroup } from './newFlow.ts';

const machine = new MachineBuilder().build();
const what = {
  from: { kind: 'function', id: id('01:00.0') },
  to: { kind: 'memory', socket: null },
  operation: 'write',
} as const;
const group = { pattern: 'ring', members: [], operation: 'write', sizeBytes: null } as const;

test('new flows take the next free name', () => {
  const first = newFlow(machine, what);
  expect(first).toMatchObject({ id: 'f0', label: 'f0', bothWays: false, rateBytesPerSecond: null });
  const named = { ...first, id: 'x' as FlowId, label: 'f1' };
  const workload = { ...machine.workload, flows: [first, named] };
  expect(newFlow({ ...machine, workload }, what).label).toBe('f2');
});

test('a wish that something else has gets a number', () => {
  const flow = newFlow(machine, { ...what, queueDepth: 4 }, 'load');
  expect(flow).toMatchObject({ id: 'load', label: 'load', queueDepth: 4 });
  const workload = { ...machine.workload, flows: [flow] };
  expect(newFlow({ ...machine, workload }, what, 'load').label).toBe('load-2');
  expect(newGroup({ ...machine, workload }, group, 'load').label).toBe('load-2');
});
