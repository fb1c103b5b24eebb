import type { FlowId } from '../../../model/ids.ts';
import { lineCodingOf } from '../../link/lineCoding.ts';
import { rawBytesPerSecond } from '../../link/rawRate.ts';
import { generationAt, resourceOf } from '../network/resources.ts';
import type { Direction, LinkReport, LinkUse } from '../throughputReport.ts';
import type { Composing } from './composing.ts';
import { demandOf } from './demandOf.ts';
import { linkTitle } from './linkWords.ts';

/** Every link, with what both of its directions carry. */
export function linkReports(composing: Composing): readonly LinkReport[] {
  const { context, fluid } = composing.network;
  const carried = carriedOf(composing);
  const demand = demandOf(composing.network, composing.solution);
  return context.links.map((link, index): LinkReport => {
    const { rate } = link;
    const capacity = rate && rawBytesPerSecond(rate);
    const skp = rate ? lineCodingOf(generationAt(rate.gts)).skpFraction : 0;
    const use = (direction: Direction): LinkUse => {
      const resource = resourceOf(context, { kind: 'link', link: index, direction });
      const parts = carried[resource];
      if (parts === undefined) return idleUse(capacity, skp);
      const fillable = fluid.resources[resource]?.capacity ?? 0;
      // A link that is down is no part full, whatever would be sent over it.
      const ofFillable = (bytes: number) => (fillable === 0 ? 0 : bytes / fillable);
      let wanted = 0;
      for (const [chain, bytes] of composing.solution.meets[resource] ?? []) {
        wanted += bytes * (demand[chain] ?? 0);
      }
      return {
        ...partsOf(parts, capacity, skp),
        bytesPerSecond: parts.payload,
        utilisation: ofFillable(parts.payload + parts.header + parts.dllp),
        demand: ofFillable(wanted),
        flows: [...parts.flows],
      };
    };
    return {
      upper: link.upper,
      lower: link.lower,
      title: linkTitle(context.analysis.topology, link),
      rate,
      capacity,
      up: use('up'),
      down: use('down'),
    };
  });
}

interface Carried {
  payload: number;
  header: number;
  dllp: number;
  readonly flows: Set<FlowId>;
}

/** Nobody has to do with it. */
function idleUse(capacity: number | null, skp: number): LinkUse {
  const nothing = { payload: 0, header: 0, dllp: 0 };
  const rest = { bytesPerSecond: 0, utilisation: 0, demand: 0, flows: [] };
  return { ...partsOf(nothing, capacity, skp), ...rest };
}

/** Bytes a second at every resource that anybody meets, told apart. */
function carriedOf({ network, solution }: Composing): readonly (Carried | undefined)[] {
  const carried: (Carried | undefined)[] = Array(network.fluid.resources.length);
  const at = (resource: number): Carried => {
    const known = carried[resource];
    if (known) return known;
    const made: Carried = { payload: 0, header: 0, dllp: 0, flows: new Set() };
    carried[resource] = made;
    return made;
  };
  for (const { plan, loads, chain } of network.states) {
    if (chain === null) continue;
    const found = solution.rates[chain] ?? 0;
    const rate = Number.isFinite(found) ? found : 0;
    for (const leg of loads.legs) {
      for (const { resource, payload, header } of leg) {
        const here = at(resource);
        here.payload += payload * rate;
        here.header += header * rate;
        here.flows.add(plan.flow);
      }
    }
    for (const { resource, bytes } of loads.dllps) at(resource).dllp += bytes * rate;
  }
  return carried;
}

/** Parts of all bytes after line code; a link of which nothing is known, or that is down, is idle. */
function partsOf(
  { payload, header, dllp }: Pick<Carried, 'payload' | 'header' | 'dllp'>,
  capacity: number | null,
  skp: number,
): Pick<LinkUse, 'payload' | 'header' | 'dllp' | 'skp' | 'idle'> {
  if (capacity === null || capacity === 0) {
    return { payload: 0, header: 0, dllp: 0, skp: 0, idle: 1 };
  }
  const parts = { payload: payload / capacity, header: header / capacity, dllp: dllp / capacity };
  const idle = Math.max(0, 1 - skp - parts.payload - parts.header - parts.dllp);
  return { ...parts, skp, idle };
}
