import { describe, expect, test } from 'vitest';
import { reportOf, TWO_SWITCHES } from '../flows.testkit.ts';

function demand(work: string, text = TWO_SWITCHES) {
  const { links } = reportOf(`${text}${work}`);
  return (lower: string, way: 'up' | 'down') =>
    Math.round((links.find((link) => link.lower === lower)?.[way].demand ?? 0) * 100) / 100;
}

describe('demand: what engines would move if only their own links held them back', () => {
  test('several sources into one target', () => {
    const of = demand('flow gpu0 -> gpu3 write\nflow gpu1 -> gpu3 write\nflow gpu4 -> gpu3 write');
    expect(of('gpu3', 'down')).toBe(3);
    expect(of('sw1', 'up')).toBe(1);
    expect(of('gpu0', 'up')).toBe(1);
  });

  test('a narrow uplink', () => {
    const slow = TWO_SWITCHES.replace('rp0: port gen5', 'rp0: port gen2');
    expect(demand('flow gpu0 -> gpu4 write', slow)('sw0', 'up')).toBe(7.88);
  });

  test('what is offered, where that is less', () => {
    expect(demand('flow gpu0 -> gpu4 write rate=5.631G')('sw0', 'up')).toBe(0.1);
  });

  test('a source that has several targets shares its own link among them', () => {
    const of = demand('flow gpu0 -> gpu1 write\nflow gpu0 -> gpu4 write');
    expect(of('gpu1', 'down')).toBe(0.5);
    expect(of('gpu0', 'up')).toBe(1);
  });

  test('reads ask for as much as comes in by the reader’s own link', () => {
    expect(demand('flow gpu0 <- gpu4 read\nflow gpu0 <- gpu5 read')('sw1', 'up')).toBe(1);
  });

  test('a processor has no link of its own: it asks for what its way could carry', () => {
    const of = demand('flow ram -> gpu0 write by cpu0/WC\nflow gpu4 -> gpu0 write');
    expect(of('sw1', 'up')).toBe(1);
    expect(of('gpu0', 'down')).toBeCloseTo(2, 1);
  });
});
