import { describe, expect, test } from 'vitest';
import type { FlowReport, StreamReport } from '../../engine/flows/throughputReport.ts';
import type { WalkPlace } from '../../layout/walkRoute.ts';
import type { FlowId, FunctionId } from '../../model/ids.ts';
import { id } from '../../model/machine.testkit.ts';
import { byIdOf, drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { dataPlaces } from './dataPlaces.ts';
import { flowsDrawing, lookedIds } from './flowsDrawing.ts';
import { flowAt } from './usePointedFlow.ts';

const machine = twoHosts();
const { workload, hostBridges } = machine;
const document = { byId: byIdOf(machine), workload, hostBridges };
const [gpu, nic, drive] = [id('03:00.0'), id('04:00.0'), id('81:00.0')];

function stream(from: FunctionId, to: FunctionId | null, more: Partial<StreamReport> = {}) {
  const sketched: Partial<StreamReport> = {
    from: { kind: 'function', id: from },
    to: to ? { kind: 'function', id: to } : { kind: 'memory', socket: null },
    operation: 'write',
    walk: null,
    bytesPerSecond: 1e9,
    limit: null,
    ...more,
  };
  return sketched as StreamReport;
}

const REFUSED: Partial<StreamReport> = {
  bytesPerSecond: 0,
  limit: {
    kind: 'refused',
    where: 'refused',
    text: 'It does not get there.',
    bytesPerSecond: 0,
    link: null,
    cap: null,
    part: null,
    source: null,
  },
};

/** A request that stood at these functions, one after the other. */
function walked(...places: readonly FunctionId[]): StreamReport['walk'] {
  const hops = places.map((each) => ({ packet: 'write', at: { kind: 'function', id: each } }));
  return { hops } as unknown as StreamReport['walk'];
}

const names = (places: readonly WalkPlace[]) =>
  places.map((place) => (place.kind === 'function' ? place.id.slice(5) : place.kind));

describe('where data pass', () => {
  test('by the shape of the tree, where nobody walked', () => {
    expect(names(dataPlaces(stream(drive, null), document))).toEqual([
      '81:00.0',
      '80:01.0',
      'root-complex',
      'root-complex',
      'memory',
    ]);
  });

  test('as they were walked', () => {
    const walk = walked(gpu, id('02:00.0'), id('02:01.0'), nic);
    const places = ['03:00.0', '02:00.0', '02:01.0', '04:00.0'];
    expect(names(dataPlaces(stream(gpu, nic, { walk }), document))).toEqual(places);
    // Of a read the data come the other way.
    const read = stream(nic, gpu, { walk, operation: 'read' });
    expect(names(dataPlaces(read, document))).toEqual(places.toReversed());
  });

  test('on from where a walk leaves it open, but not where it is refused', () => {
    const walk = walked(gpu, id('02:00.0'), id('01:00.0'), id('00:01.0'));
    const open = names(dataPlaces(stream(gpu, drive, { walk }), document));
    expect(open.slice(-2)).toEqual(['80:01.0', '81:00.0']);
    const refused = stream(gpu, drive, { walk, ...REFUSED });
    expect(names(dataPlaces(refused, document)).at(-1)).toBe('00:01.0');
  });
});

function flow(name: string, streams: readonly StreamReport[], group: string | null = null) {
  return { id: name, title: name, group, streams } as unknown as FlowReport;
}

describe('flows on the sheet', () => {
  const { scene } = drawnOf(machine);
  const flows = [
    flow('f0', [stream(gpu, nic)]),
    flow('f1', [stream(gpu, drive)]),
    flow('ring 1', [stream(nic, gpu, REFUSED)], 'ring'),
    flow('idle', [stream(nic, drive, { bytesPerSecond: 0 })]),
  ];

  test('a group that is looked at is its members', () => {
    expect([...lookedIds({ flows }, 'ring' as FlowId)]).toEqual(['ring 1']);
    expect(lookedIds({ flows }, null).size).toBe(0);
  });

  test('end where data arrive, or are refused', () => {
    const { ways, hasLooked } = flowsDrawing(scene, document, { flows }, 'f1' as FlowId);
    expect(hasLooked).toBe(true);
    expect(
      ways.map(({ flow: { id: name }, isLooked, isRefused }) => [name, isLooked, isRefused]),
    ).toEqual([
      ['f0', false, false],
      ['f1', true, false],
      ['ring 1', false, true],
      // Nothing moves, and nobody refuses it.
      ['idle', false, false],
    ]);
    expect(ways[1]?.at).toEqual(scene.placeOf.get(drive)?.rect);
  });

  test('are found by their lines', () => {
    const { ways } = flowsDrawing(scene, document, { flows: flows.slice(0, 1) }, null);
    const at = ways[0]?.points[0] ?? { x: 0, y: 0 };
    const camera = { x: 0, y: 0, k: 1 };
    const near = { x: at.x + 2, y: at.y };
    expect(flowAt(near, camera, { ways, tags: [], places: [] })?.way.key).toBe('f0 0');
    const off = { x: at.x + 60, y: at.y + 200 };
    expect(flowAt(off, camera, { ways, tags: [], places: [] })).toBeNull();
  });
});
