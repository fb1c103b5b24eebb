import { bench, describe } from 'vitest';
import type { Change } from '../build/change.ts';
import { isEndpointLike } from '../model/classCode.ts';
import { createEngineHost } from './engineHost.ts';
import { manySwitches } from './manySwitches.testkit.ts';
import type { FromWorker, Preview, ToWorker } from './protocol.ts';
import { yieldNow } from './yieldNow.ts';

/*
 * From a place that is aimed at to what a drop there would change, as far as the worker is
 * concerned: the machine is there and judged.
 */

describe.each([
  ['500', manySwitches(1)],
  ['2,000', manySwitches(4)],
] as const)('%s functions', async (_, machine) => {
  let answered: (preview: Preview | null) => void = () => {};
  const host = createEngineHost({
    post: (message) => {
      const clone: FromWorker = structuredClone(message);
      if (clone.kind === 'failed') throw new Error(clone.message);
      if (clone.kind === 'answer') answered(clone.question === 'preview' ? clone.output : null);
    },
    loadNames: () => Promise.resolve(null),
    yieldNow,
    wait: () => Promise.resolve(),
    now: () => performance.now(),
  });
  let id = 0;
  const ask = (message: Omit<Extract<ToWorker, { kind: 'ask' }>, 'id' | 'kind'>) =>
    new Promise<Preview | null>((resolve) => {
      answered = resolve;
      host.receive(structuredClone({ kind: 'ask', id: ++id, ...message } as ToWorker));
    });
  const devices = machine.functions.filter(isEndpointLike);
  const ports = machine.functions.filter(({ type }) => type === 'upstream');
  const [device, port] = [devices[10], ports.at(-1)];
  if (!device || !port) throw new Error('no device');
  const changes: readonly Change[] = [
    { kind: 'move', device: device.id, to: { kind: 'function', id: port.id } },
  ];
  let isJudged = false;

  bench('a device to another switch', async () => {
    if (!isJudged) {
      await ask({ question: 'judge', input: { revision: 1, machine, listing: 'endpoints' } });
      isJudged = true;
    }
    await ask({ question: 'preview', input: { revision: 1, changes, listing: 'endpoints' } });
  });
});
