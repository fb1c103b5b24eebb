import { describe, expect, test } from 'vitest';
import type { Check } from '../../engine/check/check.ts';
import type { SocketId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { PartId } from '../../store/state.ts';
import { findingsAbout } from './findingsAbout.ts';
import { foldedAround } from './marks.ts';

const socket = 's0' as SocketId;
const built = new MachineBuilder()
  .host('00:00.0', '8086:09a2')
  .rootPort('00:01.0', '01-05')
  .rootPort('00:01.1', '06')
  .upstream('01:00.0', '02-05')
  .downstream('02:00.0', '03')
  .endpoint('03:00.0')
  .endpoint('03:00.1')
  .endpoint('06:00.0')
  .build();
const host = onlyHost();

function onlyHost() {
  const [host] = built.hostBridges;
  if (!host) throw new Error('no host');
  return host;
}

function folded(...parts: readonly PartId[]): Machine {
  const kept = { dx: 0, dy: 0, pinned: false, collapsed: true, locked: false };
  return {
    ...built,
    sockets: [{ id: socket, label: null, numaNode: 0, model: null }],
    hostBridges: [{ ...host, socket }],
    placements: parts.map((about) => ({ about, ...kept })),
  };
}

describe('what is to be expanded to see a part', () => {
  test.each<[string, readonly PartId[], PartId, PartId | null]>([
    ['nothing, where all is open', [], id('03:00.0'), null],
    ['the switch itself', [id('01:00.0')], id('01:00.0'), id('01:00.0')],
    ['the switch around a card', [id('01:00.0')], id('03:00.1'), id('01:00.0')],
    ['the port above the switch', [id('00:01.0')], id('01:00.0'), id('00:01.0')],
    ['the highest of several', [id('01:00.0'), id('00:01.0')], id('02:00.0'), id('00:01.0')],
    ['the host bridge', [host.id], id('03:00.0'), host.id],
    ['the socket around all', [socket, id('01:00.0')], host.id, socket],
    ['not a port beside it', [id('00:01.0')], id('00:01.1'), null],
    ['not what has nothing below it', [id('03:00.0')], id('03:00.0'), null],
  ])('%s', (_, parts, part, wanted) => {
    expect(foldedAround(folded(...parts), part)).toBe(wanted);
  });
});

describe('what the checks say', () => {
  const check = (...parts: Check['parts']): Check => ({
    id: 'shared-uplink',
    severity: 'warning',
    text: '',
    why: '',
    hint: null,
    line: null,
    where: null,
    parts,
    mends: [],
  });
  const checks = [check(id('03:00.1'), id('06:00.0')), check(id('06:00.0')), check(host.id)];
  const about = (machine: Machine, ...selected: readonly PartId[]) =>
    findingsAbout(machine, new Set(selected), checks);

  test('is about a part, and about the other functions of its device', () => {
    expect(about(folded(), id('06:00.0'))).toEqual([id('06:00.0')]);
    expect(about(folded(), id('03:00.0'))).toEqual([id('03:00.1')]);
    expect(about(folded(), host.id)).toEqual([host.id]);
    expect(about(folded(), id('01:00.0'))).toEqual([]);
  });

  test('of a collapsed box, about what it hides', () => {
    expect(about(folded(id('01:00.0')), id('01:00.0'))).toEqual([id('03:00.1')]);
    expect(about(folded(id('00:01.0')), id('01:00.0'))).toEqual([id('03:00.1')]);
  });
});
