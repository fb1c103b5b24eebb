import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { reportOf } from '../mapping/mappedReport.testkit.ts';
import { addressWords, type SentAddress, sentAddress } from './sentAddress.ts';
import { hopOf, walkOf } from './walk.testkit.ts';

const peer = '04:00.0';
const { question } = walkOf([]);

describe('what is sent for an output', () => {
  const map = { iova: 0xffff_0000, phys: 0x1000_0000, size: 4096, first: 0, count: 1 };
  const report = reportOf({
    entries: ['ram', peer],
    outputs: [['IOVA', 0, 2]],
    mapping: {
      maps: [map, { ...map, iova: 0xffff_1000, phys: 0x2000_0000, first: 1 }],
    },
  });

  test('to RAM: its address, and where the table leads it', () => {
    const walk = { question: { ...question, completer: null } };
    expect(sentAddress(report, 0, walk)).toEqual({
      space: 'IOVA',
      address: '0xffff0000',
      leadsTo: '0x10000000',
    });
  });

  test('to a peer that shares the output: somewhere within', () => {
    const walk = { question: { ...question, completer: id(peer) } };
    expect(sentAddress(report, 0, walk)).toMatchObject({
      address: '0xffff1000',
      leadsTo: '0x20000000',
    });
  });

  test('a walk by address says so itself', () => {
    const wire = { address: '0x1234' as never, leadsTo: null };
    const walk = { question: { ...question, completer: null, wire } };
    expect(sentAddress(report, 0, walk)).toMatchObject({ address: '0x1234', leadsTo: null });
  });

  test('nothing where no address was written', () => {
    const unwritten = reportOf({ entries: ['ram'], outputs: [['PHYS', 0, 1, null]] });
    expect(sentAddress(unwritten, 0, { question })).toBeNull();
  });
});

describe('what becomes of it', () => {
  const iova = { space: 'IOVA', address: '0xffffc000', leadsTo: '0x123456000' } as const;
  const bus = { space: 'BUS', address: '0x3800000000', leadsTo: null } as const;
  test.each<[Parameters<typeof hopOf>, SentAddress, string | null]>([
    [['03:00.0', 'sent'], iova as SentAddress, 'Write to 0xffffc000'],
    [['03:00.0', 'sent', { packet: 'read' }], iova as SentAddress, 'Read from 0xffffc000'],
    [['02:00.0', 'peer'], bus as SentAddress, 'Bus address 0x3800000000 turns at the switch'],
    [['iommu', 'translated'], iova as SentAddress, '0xffffc000 becomes 0x123456000'],
    [['iommu', 'passed'], bus as SentAddress, '0x3800000000 passes as it is'],
    [['iommu', 'refused'], iova as SentAddress, 'IOMMU fault at 0xffffc000'],
    [['02:00.0', 'redirected'], iova as SentAddress, null],
    [['iommu', 'passed', { packet: 'completion' }], iova as SentAddress, null],
  ])('%j with %j: %s', (hop, sent, words) => {
    expect(addressWords(hopOf(...hop), sent)).toBe(words);
  });
});
