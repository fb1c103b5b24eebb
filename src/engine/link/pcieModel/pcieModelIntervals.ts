import type { PcieGeneration } from '../pcieGeneration.ts';
import { ackLatencyLimit } from './ackLatencyLimit.ts';

/** Bytes of a link between two DLLPs of one kind, as the model takes them. */
export interface DllpIntervals {
  readonly ack: number;
  readonly fc: number;
}

/**
 * The latency limits of the specification, which pcie-model takes as bytes of the whole link. Two of its
 * entries differ from the rule that all others follow, and look like slips of the pen; Gen6 and Gen7 have
 * the limits of Gen5.
 */
export function pcieModelIntervals(
  generation: PcieGeneration,
  width: number,
  maxPayload: number,
): DllpIntervals {
  const limit = ackLatencyLimit(generation, width, maxPayload);
  const slip = SLIPS.find(
    (each) =>
      each.generation === generation && each.width === width && each.maxPayload === maxPayload,
  );
  return { ack: limit, fc: limit, ...slip?.instead };
}

const SLIPS: readonly {
  readonly generation: PcieGeneration;
  readonly width: number;
  readonly maxPayload: number;
  readonly instead: Partial<DllpIntervals>;
}[] = [
  // 148 by the rule.
  { generation: 1, width: 32, maxPayload: 2048, instead: { fc: 248 } },
  // 327 by the rule.
  { generation: 2, width: 32, maxPayload: 4096, instead: { ack: 237 } },
];
