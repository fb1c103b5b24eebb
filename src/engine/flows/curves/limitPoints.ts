import type { FluidNetwork, FluidStream } from '../../throughput/fluid.ts';
import type { FlowNetwork, StreamState } from '../network/flowNetwork.ts';
import { stageOf } from '../network/resources.ts';
import { linkWhere } from '../report/linkWords.ts';
import type { LimitKind } from '../throughputReport.ts';

/** A limit of a chain at one size, were nothing else there. */
export interface LimitPoint {
  readonly kind: LimitKind;
  readonly where: string;
  readonly bytesPerSecond: number;
}

/** Each kind of limit once, the tightest of its kind; caps each by itself. */
export function limitPoints(
  { context, fluid }: Pick<FlowNetwork, 'context' | 'fluid'>,
  stream: FluidStream,
  states: readonly StreamState[],
): readonly LimitPoint[] {
  const found = new Map<string, LimitPoint>();
  const add = (key: string, point: LimitPoint) => {
    const before = found.get(key);
    if (!before || point.bytesPerSecond < before.bytesPerSecond) found.set(key, point);
  };
  for (const [resource, bytes] of costs(stream)) {
    const capacity = capacityOf(fluid, resource);
    if (capacity === null || bytes === 0) continue;
    const stage = stageOf(context, resource);
    const bytesPerSecond = capacity / bytes;
    if (stage.kind === 'link') {
      const link = context.links[stage.link];
      if (!link) continue;
      const where = linkWhere(context.analysis.topology, link, stage.direction);
      add('link', { kind: 'link', where, bytesPerSecond });
    } else {
      const cap = context.platform.caps[stage.cap];
      if (cap) add(`cap ${stage.cap}`, { kind: cap.kind, where: cap.title, bytesPerSecond });
    }
  }
  for (const { own } of states) {
    for (const { kind, where, bytesPerSecond } of own) add(kind, { kind, where, bytesPerSecond });
  }
  return [...found.values()];
}

/** All that a stream costs each resource for each byte, DLLPs about it included. */
function costs({ legs, overhead }: FluidStream): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { resource, bytes } of [...legs.flat(), ...overhead]) {
    sums.set(resource, (sums.get(resource) ?? 0) + bytes);
  }
  return sums;
}

function capacityOf({ resources }: FluidNetwork, resource: number): number | null {
  const capacity = resources[resource]?.capacity ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(capacity) ? capacity : null;
}
