import { expect, test } from 'vitest';
import type { FlowReport, StreamReport } from '../../engine/flows/throughputReport.ts';
import type { DrawnFlow } from './flowsDrawing.ts';
import { lineAt } from './flowTag.ts';
import { flowTags } from './flowTags.ts';

function way(title: string, receiver: string, more: Partial<DrawnFlow> = {}): DrawnFlow {
  const limit = { where: 'Gen5 x16 above gpu9' };
  const sketched: Partial<DrawnFlow> = {
    key: `${title} 0`,
    flow: { title, isUpperBound: false, limit } as FlowReport,
    stream: { bytesPerSecond: 13.8e9, limit: null } as StreamReport,
    receiver,
    at: { x: 0, y: 0, width: 10, height: 10 },
    isLooked: false,
    isRefused: false,
    ...more,
  };
  return sketched as DrawnFlow;
}

const titles = (...ways: readonly DrawnFlow[]) =>
  flowTags({ ways, hasLooked: ways.some(({ isLooked }) => isLooked), beneath: [], cards: [] }).map(
    ({ lines, why }) => [...lines.map(({ title }) => title), ...(why === null ? [] : [why])],
  );

test('flows that end at the same place and get the same share their words', () => {
  expect(titles(way('f0', 'a'), way('f1', 'a'), way('f2', 'b'))).toEqual([
    ['f0, f1: 13.8 GB/s each'],
    ['f2: 13.8 GB/s'],
  ]);
  const other = way('f1', 'a', { isRefused: true });
  expect(titles(way('f0', 'a'), other)).toEqual([['f0: 13.8 GB/s', 'f1: refused']]);
  const atMost = { title: 'f1', isUpperBound: true } as FlowReport;
  expect(titles(way('f0', 'a'), way('f1', 'a', { flow: atMost }))).toEqual([
    ['f0: 13.8 GB/s', 'f1: ≤ 13.8 GB/s'],
  ]);
});

test('of many names the first stand, and how many more', () => {
  const ways = ['gpu0 → gpu1', 'gpu2 → gpu1', 'gpu3 → gpu1', 'gpu4 → gpu1'];
  expect(titles(...ways.map((title) => way(title, 'gpu1')))).toEqual([
    ['gpu0 → gpu1, gpu2 → gpu1 and 2 more: 13.8 GB/s each'],
  ]);
});

test('what is looked at comes first, with why; a large group leaves it to its links', () => {
  const looked = { isLooked: true };
  expect(titles(way('f0', 'a'), way('f1', 'a', looked))).toEqual([
    ['f1: 13.8 GB/s', 'held back by Gen5 x16 above gpu9'],
    ['f0: 13.8 GB/s'],
  ]);
  const group = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((to) => way(to, to, looked));
  expect(titles(...group)).toEqual([]);
});

test('a press on a tag means the flow of the line', () => {
  const slow = { stream: { bytesPerSecond: 1e9, limit: null } as StreamReport };
  const ways = [way('f0', 'a'), way('f1', 'a', slow)];
  const [tag] = flowTags({ ways, hasLooked: false, beneath: [], cards: [] });
  if (!tag) throw new Error('no tag');
  const at = (y: number) => lineAt(tag, y)?.way.flow.title;
  expect([0, 12, 22, tag.height].map(at)).toEqual(['f0', 'f0', 'f1', 'f1']);
});
