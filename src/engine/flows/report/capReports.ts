import type { FlowId } from '../../../model/ids.ts';
import { resourceOf } from '../network/resources.ts';
import type { CapReport } from '../throughputReport.ts';
import type { Composing } from './composing.ts';

/** Every cap, with the payload that passes it. */
export function capReports({ network, solution }: Composing): readonly CapReport[] {
  const { context, chains } = network;
  return context.platform.caps.map((cap, index): CapReport => {
    const resource = resourceOf(context, { kind: 'cap', cap: index });
    const flows = new Set<FlowId>();
    // Nobody acknowledges anything to a cap: who meets it has packets there.
    for (const chain of solution.meets[resource]?.keys() ?? []) {
      const flow = chains[chain]?.[0]?.plan.flow;
      if (flow !== undefined) flows.add(flow);
    }
    const { kind, title, part, capacity, source } = cap;
    const bytesPerSecond = solution.uses[resource]?.packets ?? 0;
    return { kind, title, part, capacity, bytesPerSecond, source, flows: [...flows] };
  });
}
