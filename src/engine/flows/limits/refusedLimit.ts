import type { StreamPlan } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import type { LimitContext } from './limitContext.ts';
import { limitOf } from './limitOf.ts';

/** Nothing arrives: the fabric refuses it, or the processor has no such mapping. */
export function refusedLimit(context: LimitContext, plan: StreamPlan): FlowLimit | null {
  const reason = plan.refusal ?? writeBackRefusal(context, plan);
  if (reason === null) return null;
  return limitOf({ kind: 'refused', where: 'refused', text: reason, bytesPerSecond: 0 });
}

/** On x86 device memory is uncached or write combining; the way to it is the same for all of them. */
function writeBackRefusal(
  { analysis }: LimitContext,
  { cpu, completer }: StreamPlan,
): string | null {
  const isOfDevice = cpu?.caching === 'WB' && completer !== null;
  if (!isOfDevice || analysis.conditions.cpu.value.arch !== 'x86') return null;
  return 'x86 maps no BAR write back (WB): lines of a device’s memory cannot be kept coherent over PCIe. UC or WC work, by the same address and the same way; only CXL.mem can be WB.';
}
