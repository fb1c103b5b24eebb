import { describe, expect, test } from 'vitest';
import { gb, plansOf, rates, reportOf } from '../flows.testkit.ts';

const TARGET = `
cpu AuthenticAMD:0x1a
kernel 6.12 "iommu=pt"
socket 0
  host h0 1022:14a4
    rp0: port gen4 x16
      sw0: switch gen4 x16
        nic: nic gen4 x8
        ssd0: nvme gen4 x4 cmb=1G
        ssd1: nvme gen4 x4
        ssd2: nvme gen4 x4
`;

const pairs = (group: string) =>
  plansOf(`${TARGET}group ${group}`).flows.map(({ flow: { from, to } }) =>
    [from, to].map((end) => (end.kind === 'function' ? end.id : end.kind)).join('>'),
  );

describe('what groups consist of', () => {
  test.each([
    ['sequence(nic ssd0 ssd1)', ['nic>ssd0', 'ssd0>ssd1']],
    ['ring(nic ssd0 ssd1)', ['nic>ssd0', 'ssd0>ssd1', 'ssd1>nic']],
    ['ring(nic ssd0)', ['nic>ssd0', 'ssd0>nic']],
    ['incast(nic ssd0 ssd1)', ['ssd0>nic', 'ssd1>nic']],
    [
      'all(nic ssd0 ssd1)',
      ['nic>ssd0', 'nic>ssd1', 'ssd0>nic', 'ssd0>ssd1', 'ssd1>nic', 'ssd1>ssd0'],
    ],
    ['nvmeof(nic ssd0 ssd1)', ['nic>ssd0', 'nic>ssd1']],
    ['nvmeof(nic ssd0 ssd1) read', ['ssd0>nic', 'ssd1>nic']],
  ])('%s', (group, flows) => {
    expect(pairs(group)).toEqual(flows);
  });

  test('members have ids of their own', () => {
    const { flows } = plansOf(`${TARGET}group g: ring(nic ssd0)`);
    expect(flows.map(({ flow, group }) => [flow.id, group])).toEqual([
      ['g/1', 'g'],
      ['g/2', 'g'],
    ]);
  });
});

/** `nic writes to ssd0 memory`, chain by chain. */
const pipeline = (group: string) =>
  reportOf(`${TARGET}group ${group}`).flows.map(({ streams }) =>
    streams.map(({ title, route }) => `${title}, ${route}`),
  );

describe('NVMe over Fabrics', () => {
  test('through host memory the data go up and come down', () => {
    expect(pipeline('nvmeof(nic ssd1 ssd2) write')).toEqual([
      ['nic writes to host memory, memory', 'ssd1 reads from host memory, memory'],
      ['nic writes to host memory, memory', 'ssd2 reads from host memory, memory'],
    ]);
    expect(pipeline('nvmeof(nic ssd1) read')).toEqual([
      ['ssd1 writes to host memory, memory', 'nic reads from host memory, memory'],
    ]);
  });

  test('through a drive’s memory nothing leaves the switch', () => {
    expect(pipeline('nvmeof(nic ssd0 ssd1) write through=ssd0')).toEqual([
      ['nic writes to ssd0, direct', 'ssd0 reads from ssd0, inside'],
      ['nic writes to ssd0, direct', 'ssd1 reads from ssd0, direct'],
    ]);
    const report = reportOf(`${TARGET}group nvmeof(nic ssd0 ssd1) write through=ssd0`);
    const uplink = report.links.find(({ lower }) => lower === 'sw0');
    expect(uplink?.up.bytesPerSecond).toBe(0);
  });

  test('the drive with the memory takes in what is for all: its link is what limits', () => {
    const report = reportOf(`${TARGET}group nvmeof(nic ssd0 ssd1) write through=ssd0`);
    const sum = report.flows.reduce((all, flow) => all + (flow.bytesPerSecond ?? 0), 0);
    expect(report.groups[0]?.bytesPerSecond).toBeCloseTo(sum, 0);
    expect(report.groups[0]?.limit?.where).toBe('Gen4 x4 above ssd0, downwards');
    expect(gb(sum)).toBeGreaterThan(6);
    expect(gb(sum)).toBeLessThan(7.1);
  });

  test('through host memory each drive has its own link', () => {
    const [one, two] = rates(reportOf(`${TARGET}group nvmeof(nic ssd1 ssd2) write`));
    expect(one).toBe(two);
    expect(one).toBeGreaterThan(6.5);
  });
});
