import { expect, test } from 'vitest';
import { PCIE_GENERATIONS } from '../pcieGeneration.ts';
import { pcieModelIntervals } from './pcieModelIntervals.ts';

test('ACK and UpdateFC have one interval, but for two entries that differ from all others', () => {
  const odd = PCIE_GENERATIONS.flatMap((generation) =>
    [1, 2, 4, 8, 16, 32].flatMap((width) =>
      [128, 256, 512, 1024, 2048, 4096].flatMap((maxPayload) => {
        const { ack, fc } = pcieModelIntervals(generation, width, maxPayload);
        return ack === fc ? [] : [`Gen${generation} x${width} ${maxPayload}: ${ack}, ${fc}`];
      }),
    ),
  );
  expect(odd).toEqual(['Gen1 x32 2048: 148, 248', 'Gen2 x32 4096: 237, 327']);
});
