import { describe, expect, test } from 'vitest';
import type { FlowId } from '../../../model/ids.ts';
import { id, MachineBuilder } from '../../../model/machine.testkit.ts';
import type { Machine } from '../../../model/machine.ts';
import type { Flow, FlowGroup } from '../../../model/workload.ts';
import { EMPTY_FLOW } from '../editor/flowDraft.ts';
import {
  flowReportOf,
  groupReportOf,
  limitOf,
  linkReportOf,
  reportOf,
  streamOf,
} from '../report.testkit.ts';
import { flowRows } from './flowRows.ts';
import { rowAfter } from './rowAfter.ts';

const a = { kind: 'function', id: id('03:00.0') } as const;
const b = { kind: 'function', id: id('04:00.0') } as const;
const RING = 'ring' as FlowId;
const flow: Flow = { ...EMPTY_FLOW, id: 'f0' as FlowId, label: 'f0', from: a, to: b };
const ring: FlowGroup = {
  id: RING,
  label: 'ring',
  pattern: 'ring',
  members: [a, b],
  operation: 'write',
  sizeBytes: null,
};

const drawn = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '03')
  .endpoint('03:00.0')
  .rootPort('00:02.0', '04')
  .endpoint('04:00.0')
  .build();
const machine: Machine = {
  ...drawn,
  workload: { ...drawn.workload, flows: [flow], groups: [ring] },
};

const NONE: ReadonlySet<FlowId> = new Set();
const links = [linkReportOf('p – a')];

describe('rows of the list', () => {
  test('are there before the answer, without figures', () => {
    expect(flowRows(machine, null, NONE)).toMatchObject([
      { kind: 'flow', name: 'f0', what: '0000:03:00.0 → 0000:04:00.0 write', rate: null },
      { kind: 'group', name: 'ring', what: 'ring of 2, write', rate: null, isOpen: null },
    ]);
  });

  test('say what a flow gets, how much of its first link that is, and what limits it', () => {
    const report = reportOf({ flows: [flowReportOf('f0', { isUpperBound: true })], links });
    const [row] = flowRows(machine, report, NONE);
    expect(row).toMatchObject({
      rate: '28.0',
      limit: 'Gen5 x16 above b, downwards',
      isUpperBound: true,
      refusedBy: null,
    });
    expect(row?.share).toBeCloseTo(28 / 63);
  });

  test('measure reads by the link that their data cross first', () => {
    const crossings = [
      { link: 1, direction: 'up', packet: 'read' },
      { link: 0, direction: 'up', packet: 'completion' },
    ] as const;
    const report = reportOf({
      flows: [flowReportOf('f0', { streams: [streamOf({ crossings })] })],
      links: [...links, { ...linkReportOf('p – b'), capacity: 1 }],
    });
    expect(flowRows(machine, report, NONE)[0]?.share).toBeCloseTo(28 / 63);
  });

  test('have no bar where the link is not known', () => {
    const report = reportOf({
      flows: [flowReportOf('f0')],
      links: [{ ...linkReportOf('p – a'), capacity: null }],
    });
    expect(flowRows(machine, report, NONE)[0]?.share).toBeNull();
  });

  test('tell what the fabric refuses from what Linux refuses', () => {
    const limit = limitOf('port p', 0, { kind: 'refused' });
    const refused = flowReportOf('f0', { limit, bytesPerSecond: 0 });
    const unsupported = flowReportOf('f0', { streams: [streamOf({ isRefusedByLinux: true })] });
    const by = (one: typeof refused) =>
      flowRows(machine, reportOf({ flows: [one] }), NONE)[0]?.refusedBy;
    expect([by(refused), by(unsupported)]).toEqual(['fabric', 'linux']);
  });

  test('of members stand below their group while it is open', () => {
    const members = ['ring/0', 'ring/1'].map((name) => flowReportOf(name, { group: RING }));
    const group = groupReportOf('ring', { flows: members.map((each) => each.id) });
    const report = reportOf({ flows: members, groups: [group] });
    const shut = flowRows(machine, report, NONE);
    expect(shut.map(({ kind, isOpen }) => [kind, isOpen])).toEqual([
      ['flow', null],
      ['group', false],
    ]);
    expect(shut[1]).toMatchObject({ rate: '190', time: '12.3 ms' });
    const open = flowRows(machine, report, new Set([RING]));
    expect(open.map(({ name }) => name)).toEqual(['f0', 'ring', 'ring/0', 'ring/1']);
  });
});

test('keys lead from row to row, into a group and out of it', () => {
  const rows = [
    { kind: 'flow', isOpen: null },
    { kind: 'group', isOpen: true },
    { kind: 'member', isOpen: null },
    { kind: 'member', isOpen: null },
  ] as const;
  expect(rowAfter(rows, 0, 'ArrowDown')).toBe(1);
  expect(rowAfter(rows, 3, 'ArrowDown')).toBeNull();
  expect(rowAfter(rows, 0, 'ArrowUp')).toBeNull();
  expect(rowAfter(rows, 1, 'ArrowRight')).toBe(2);
  expect(rowAfter(rows, 3, 'ArrowLeft')).toBe(1);
  expect(rowAfter(rows, 1, 'End')).toBe(3);
  expect(rowAfter(rows, 3, 'Home')).toBe(0);
  expect(rowAfter(rows, 0, 'x')).toBeNull();
});
