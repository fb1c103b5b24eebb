import { lineCodingOf } from '../../link/lineCoding.ts';
import type { MachineLink } from '../../link/linksOf.ts';
import { generationOf, type PcieGeneration } from '../../link/pcieGeneration.ts';
import { rawBytesPerSecond } from '../../link/rawRate.ts';
import type { FluidResource } from '../../throughput/fluid.ts';
import type { PlanContext } from '../plan/planContext.ts';
import type { Stage } from '../streamPlan.ts';

/** Where a stage is in the network's resources: both directions of every link, then the caps. */
export function resourceOf({ links }: Pick<PlanContext, 'links'>, stage: Stage): number {
  if (stage.kind === 'cap') return 2 * links.length + stage.cap;
  return 2 * stage.link + (stage.direction === 'up' ? 0 : 1);
}

/** The other direction of a link, where DLLPs about a packet go. */
export function reverseOf(linkResource: number): number {
  return linkResource ^ 1;
}

/** The stage of a resource. */
export function stageOf({ links }: Pick<PlanContext, 'links'>, resource: number): Stage {
  return resource < 2 * links.length
    ? { kind: 'link', link: resource >> 1, direction: resource % 2 === 0 ? 'up' : 'down' }
    : { kind: 'cap', cap: resource - 2 * links.length };
}

/** What links and caps pass: of links what is left after line code, skip sets and efficiency. */
export function resourcesOf({ links, platform, options }: PlanContext): readonly FluidResource[] {
  const ofLinks = links.flatMap((link): readonly FluidResource[] => {
    const capacity = fillable(link, options.linkEfficiency);
    return [{ capacity }, { capacity }];
  });
  const ofCaps = platform.caps.map(({ capacity }) => ({
    capacity: capacity ?? Number.POSITIVE_INFINITY,
  }));
  return [...ofLinks, ...ofCaps];
}

function fillable({ rate }: MachineLink, efficiency: number): number {
  const raw = rate && rawBytesPerSecond(rate);
  if (rate === null || raw === null) return Number.POSITIVE_INFINITY;
  return raw * (1 - lineCodingOf(generationAt(rate.gts)).skpFraction) * efficiency;
}

/** How packets look on a link of which nothing is known; nothing is computed from it. */
const ANY_GENERATION: PcieGeneration = 5;

/** The generation of a rate, for sizes of packets. */
export function generationAt(gts: number | undefined): PcieGeneration {
  return (gts === undefined ? null : generationOf(gts)) ?? ANY_GENERATION;
}
