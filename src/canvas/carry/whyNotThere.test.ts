import { expect, test } from 'vitest';
import type { SocketId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { withSockets } from '../../model/smallMachines.testkit.ts';
import type { PartId } from '../../store/state.ts';
import { draw } from '../state/drawn.ts';
import { homeFrames, whyNotThere } from './whyNotThere.ts';

const base = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0')
  .host('80:00.0', '8086:29c0')
  .build();
const machine = withSockets(base);
const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
const drawn = draw({ machine, byId, titles: new Map() }, { drawing: 'blocks', direction: 'down' });
const [host] = machine.hostBridges;
const at = (part: PartId) => {
  const rect = drawn.tree.parts.get(part)?.rect;
  return { x: (rect?.x ?? 0) + 2, y: (rect?.y ?? 0) + 2 };
};

test('a host bridge stays with its socket', () => {
  const parts = host ? [host.id] : [];
  expect(whyNotThere(drawn, parts, at('s1' as SocketId))).toContain('belongs to its socket');
  expect(whyNotThere(drawn, parts, at('s0' as SocketId))).toBeNull();
  expect(whyNotThere(drawn, parts, { x: -900, y: -900 })).toBeNull();
  expect(whyNotThere(drawn, [id('01:00.0')], at('s1' as SocketId))).toBeNull();
});

test('a device is at home in the frames that it hangs from', () => {
  expect(homeFrames(drawn, [id('01:00.0')])).toEqual(new Set([host?.id, 's0']));
  expect(homeFrames(drawn, [])).toEqual(new Set());
});
