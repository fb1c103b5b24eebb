import { expect, test } from 'vitest';
import type { FlowId } from '../../model/ids.ts';
import type { Flow, FlowGroup } from '../../model/workload.ts';
import { flowNames } from './flowNames.ts';

const END = { kind: 'memory', socket: null } as const;

const flow = (id: string, label: string | null): Flow => ({
  id: id as FlowId,
  label,
  from: END,
  to: END,
  operation: 'write',
  by: null,
  bothWays: false,
  sizeBytes: null,
  queueDepth: null,
  rateBytesPerSecond: null,
});

const group = (id: string, label: string | null): FlowGroup => ({
  id: id as FlowId,
  label,
  pattern: 'ring',
  members: [],
  operation: 'write',
  sizeBytes: null,
});

test('flows go by their name where it is theirs alone', () => {
  const name = flowNames({
    flows: [
      flow('a', 'pull'),
      flow('b', null),
      flow('c', 'twice'),
      flow('d', 'twice'),
      flow('e', 'b'),
    ],
    groups: [group('g', 'ring')],
    scatterlists: [],
  });
  const names = ['a', 'b', 'c', 'd', 'e', 'g', 'g/3', 'other', 'other/1'].map((id) =>
    name(id as FlowId),
  );
  expect(names).toEqual(['pull', 'b', 'c', 'd', 'e', 'ring', 'ring/3', 'other', 'other/1']);
});
