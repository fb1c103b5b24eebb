import { describe, expect, test } from 'vitest';
import { plansOf, rates, reportOf, streams, TWO_SWITCHES, way } from '../flows.testkit.ts';

const TWO_SOCKETS = `
cpu GenuineIntel:6
kernel 6.12 "intel_iommu=on"
iommu intel strict
socket 0
  host h0 8086:2020
    rp0: port gen4 x16
      nic: nic gen4 x16
    rp1: port gen4 x4
      ssd: nvme gen4 x4
socket 1
  host h1 8086:2020
link upi socket0 -- socket1 rate=10G
`;

describe('ways to host memory', () => {
  test('a write goes up, and comes to memory', () => {
    const report = reportOf(`${TWO_SWITCHES}flow gpu0 -> ram write`);
    const [stream] = streams(report);
    expect(stream?.route).toBe('memory');
    expect(stream && way(report, stream)).toBe('gpu0 up write, sw0 up write');
    expect(rates(report)).toEqual([56.31]);
  });

  test('a read’s data come down', () => {
    const report = reportOf(`${TWO_SWITCHES}flow gpu0 <- ram read`);
    const [stream] = streams(report);
    expect(stream && way(report, stream)).toBe(
      'gpu0 up read, sw0 up read, sw0 down completion, gpu0 down completion',
    );
  });

  test('another socket’s memory is behind what joins the sockets', () => {
    const report = reportOf(`${TWO_SOCKETS}flow nic -> ram1 write\nflow nic -> ram0 write`);
    expect(streams(report, 0)[0]?.route).toBe('remote-memory');
    expect(streams(report, 1)[0]?.route).toBe('memory');
    expect(report.flows[0]?.limits.some(({ kind }) => kind === 'socket-link')).toBe(true);
    expect(report.flows[1]?.limits.some(({ kind }) => kind === 'socket-link')).toBe(false);
  });

  test('the link between sockets holds the data back, in their own direction', () => {
    const report = reportOf(`${TWO_SOCKETS}flow nic -> ram1 write\nflow ssd <- ram1 read`);
    expect(rates(report)[0]).toBe(10);
    expect(report.flows[0]?.limit?.kind).toBe('socket-link');
    const [read] = report.flows[1]?.limits.filter(({ kind }) => kind === 'socket-link') ?? [];
    expect(read?.bytesPerSecond).toBe(10e9);
  });

  test('translated: an IOVA below 4 GiB, and short headers; else long ones', () => {
    const bits = (text: string) =>
      plansOf(text).streams.flatMap(({ ways }) => ways.map((each) => each.addressBits));
    expect(bits(`${TWO_SOCKETS}flow nic -> ram write`)).toEqual([32]);
    expect(bits(`${TWO_SWITCHES}flow gpu0 -> ram write`)).toEqual([64]);
  });
});
