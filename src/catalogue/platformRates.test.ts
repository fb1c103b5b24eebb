import { describe, expect, it } from 'vitest';
import { ZEN_SOCKET_PEER_ROWS, ZEN_SOCKET_PEERS } from './platformRates.ts';
import { PLATFORMS } from './platforms.ts';

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}

describe('peers across the sockets of EPYC', () => {
  it('have the median of what was measured', () => {
    expect(median(ZEN_SOCKET_PEER_ROWS.map(({ rate }) => rate))).toBeCloseTo(
      Number(ZEN_SOCKET_PEERS.value),
      -3,
    );
  });

  it('each row is foretold by the others within a fourth, half of them within an eighth', () => {
    const errors = ZEN_SOCKET_PEER_ROWS.map(({ row, rate }) => {
      const others = ZEN_SOCKET_PEER_ROWS.filter((each) => each.row !== row);
      return Math.abs(median(others.map((each) => each.rate)) / rate - 1);
    });
    expect(Math.max(...errors)).toBeLessThan(0.25);
    expect(median(errors)).toBeLessThan(0.125);
  });
});

describe('measured rates of platforms', () => {
  const figures = PLATFORMS.flatMap((each) => [
    each.forwardingRate,
    each.forwardedPayload,
    each.socketPeerRate,
    each.memoryWriteRate,
  ]).flatMap(({ source }) => (source === null ? [] : [source]));

  it('name the rows that they were taken from', () => {
    expect(figures.length).toBeGreaterThan(5);
    for (const { title, rows } of figures)
      expect([title, rows?.length ?? 0]).not.toEqual([title, 0]);
  });

  it('no row is used by two figures', () => {
    const rows = [...new Set(figures)].flatMap((source) => source.rows ?? []);
    expect(new Set(rows).size).toBe(rows.length);
  });
});
