import { describe, expect, test } from 'vitest';
import type { FlowId } from '../../../model/ids.ts';
import {
  flowReportOf,
  groupReportOf,
  limitOf,
  linkReportOf,
  reportOf,
  streamOf,
} from '../report.testkit.ts';
import { resultSaid } from '../words/resultSaid.ts';
import { flowsCsv } from './flowsCsv.ts';
import { flowsText } from './flowsText.ts';

const RING = 'ring' as FlowId;
const source = { title: 'A report, with a comma', url: null, quality: 'measured' };
const capped = limitOf('root complex of h0', 28e9, { kind: 'root-complex', source });
const refused = flowReportOf('f1', {
  title: 'nic0 → gpu0',
  limit: limitOf('port rp0', 0, { kind: 'refused' }),
  bytesPerSecond: 0,
});
const member = flowReportOf('ring/0', { title: 'gpu0 → gpu1', group: RING });
const report = reportOf({
  flows: [
    flowReportOf('f0', { limit: capped, limits: [capped], isUpperBound: true }),
    refused,
    flowReportOf('f2', { streams: [streamOf({ isRefusedByLinux: true })], limit: null }),
    member,
  ],
  groups: [groupReportOf('ring', { flows: [member.id], limit: member.limit })],
  links: [linkReportOf('rp0 – sw0', { utilisation: 1, bytesPerSecond: 28e9, payload: 0.9 })],
  caps: [
    {
      kind: 'root-complex',
      title: 'h0',
      part: null,
      capacity: null,
      bytesPerSecond: 28e9,
      source: null,
      flows: [],
    },
  ],
  warnings: [{ kind: 'pathology', text: 'Real switches do worse. '.repeat(8), flows: [], source }],
});

describe('as CSV', () => {
  const lines = flowsCsv(report).split('\r\n');
  const head = lines[0]?.split(',') ?? [];

  test('every row has a cell for each column, units are in the head', () => {
    const cells = (line: string) => line.match(/("[^"]*"|[^,]*)(,|$)/g)?.length ?? 0;
    expect(lines.at(-1)).toBe('');
    for (const line of lines.slice(0, -1))
      expect(cells(line) - (line.endsWith(',') ? 0 : 1)).toBe(head.length);
    expect(head.filter((name) => /rate|capacity|latency|makespan/.test(name))).toEqual([
      'rate (GB/s)',
      'capacity (GB/s)',
      'next rate (GB/s)',
      'latency (ns)',
      'makespan (us)',
    ]);
  });

  test('there are rows for flows, groups, limits, both ways of links, and caps', () => {
    const kinds = lines.slice(1, -1).map((line) => line.split(',')[0]);
    expect(kinds).toEqual([
      ...['flow', 'flow', 'flow', 'flow', 'group'],
      ...['limit', 'limit', 'limit', 'limit', 'link', 'link', 'cap'],
    ]);
    expect(lines[1]).toMatch(/^flow,f0,,,28,,yes,,root-complex,root complex of h0,/);
    expect(lines[1]).toContain('"A report, with a comma"');
    expect(lines[4]).toMatch(/^flow,gpu0 → gpu1,ring,/);
  });
});

describe('as text', () => {
  const text = flowsText(report, ['A machine', 'Linux 6.12']);

  test('no line is wider than a mail, and letters are plain', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(text).not.toMatch(/[→⇄–µ]/);
  });

  test('flows, members of groups, and full links', () => {
    expect(text).toMatch(/^f0 +<=28\.0 {2}root complex of h0$/m);
    expect(text).toMatch(/^nic0 -> gpu0 +0 {2}refused: port rp0$/m);
    expect(text).toContain('Linux refuses; nothing known');
    expect(text).toMatch(/^ {2}gpu0 -> gpu1 +28\.0 /m);
    expect(text).toContain('12.3 ms; Gen5 x16 above b, downwards');
    expect(text).toMatch(/rp0 - sw0 up +28\.0 {2}100 %/);
    expect(text).toMatch(/^! Real switches do worse\./m);
  });
});

test('who does not see it hears the flow, its rate and its limit', () => {
  expect(resultSaid(report, 'f0' as FlowId)).toBe(
    'f0: at most 28.0 GB/s, held back by root complex of h0.',
  );
  expect(resultSaid(report, refused.id)).toBe(
    'nic0 → gpu0: nothing arrives, held back by port rp0.',
  );
  expect(resultSaid(report, RING)).toBe(
    'ring: 190 GB/s in 12.3 ms, held back by Gen5 x16 above b, downwards.',
  );
  expect(resultSaid(report, 'gone' as FlowId)).toBe('');
});
