import { expect, test } from 'vitest';
import { applyChanges } from '../build/applyChanges.ts';
import type { Change } from '../build/change.ts';
import { settle } from '../build/settle.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent } from '../model/pciFunction.ts';
import { readSketch } from '../sketch/readSketch.ts';
import { arrivals } from './arrivals.ts';

const TEXT = `socket 0
  host h0
    rp0: port gen5 x16
      sw0: switch pex89104
        gpu0: gpu h100
`;
const before = settle(readSketch(TEXT, null).machine).machine;

function to(name: string): Parent {
  const fn = before.functions.find(({ label }) => label === name);
  const host = before.hostBridges.find(({ label }) => label === name);
  if (fn) return { kind: 'function', id: fn.id };
  if (host) return { kind: 'host', id: host.id };
  throw new Error(`no ${name}`);
}

/** Names of what arrived, or ids where it has none. */
function arrived(...changes: readonly Change[]): readonly string[] {
  const after: Machine = settle(applyChanges(before, changes)).machine;
  const { functions, hostBridges, sockets, slots } = after;
  const all = [functions, hostBridges, sockets, slots].flat();
  return arrivals(before, after).map((id) => all.find((each) => each.id === id)?.label ?? id);
}

const [socket] = before.sockets;
const gpu = before.functions.find(({ label }) => label === 'gpu0');
if (!socket || !gpu) throw new Error('both were written');

test.each<readonly [string, readonly Change[], readonly string[]]>([
  [
    'a device, not the port made for it',
    [{ kind: 'add', part: 'gpu', to: to('sw0'), label: 'new' }],
    ['new'],
  ],
  [
    'a device of several functions once',
    [{ kind: 'add', part: 'connectx7', to: to('h0'), label: 'new' }],
    ['new'],
  ],
  ['a switch', [{ kind: 'add', part: 'pex89104', to: to('h0'), label: 'new' }], ['new']],
  [
    'several, in their order',
    [
      { kind: 'add', part: 'gpu', to: to('sw0'), label: 'a' },
      { kind: 'add', part: 'nvme', to: to('sw0'), label: 'b' },
    ],
    ['a', 'b'],
  ],
  [
    'a host bridge without what is on it',
    [{ kind: 'add-host', part: 'genoa', socket: socket.id, label: 'h9' }],
    ['h9'],
  ],
  ['nothing', [{ kind: 'remove', device: gpu.id }], []],
])('%s', (_, changes, wanted) => {
  expect(arrived(...changes)).toEqual(wanted);
});
