import { byteRate } from '../../../base/byteRate.ts';
import type { StreamPlan } from '../streamPlan.ts';
import type { FlowLimit } from '../throughputReport.ts';
import { cpuAccess, STORE_GAP_SOURCE } from './cpuAccess.ts';
import { CPU_LOAD_SOURCE } from './latencyFigures.ts';
import { limitOf } from './limitOf.ts';

/** One core's loads and stores. Stores that combine are held back by the link alone. */
export function cpuLimit(plan: StreamPlan, latencyNs: number): FlowLimit | null {
  const access = cpuAccess(plan);
  if (plan.cpu === null || access === null) return null;
  const data = Math.min(access.tlpBytes, plan.sizeBytes ?? access.tlpBytes);
  const where = `one core, ${plan.cpu.caching}`;
  if (plan.operation === 'write') {
    if (access.storeGapNs === null) return null;
    const bytesPerSecond = data / (access.storeGapNs * 1e-9);
    return limitOf({
      kind: 'cpu',
      where,
      text: `Uncached stores are one TLP of ${data} bytes each, about ${access.storeGapNs} ns apart (50 to 300 were seen): ${byteRate(bytesPerSecond)}. Write combining makes TLPs of 64 bytes.`,
      bytesPerSecond,
      source: STORE_GAP_SOURCE,
    });
  }
  const bytesPerSecond = (access.readsUnderWay * data) / (latencyNs * 1e-9);
  const many = access.readsUnderWay > 1;
  return limitOf({
    kind: 'cpu',
    where,
    text: `${many ? `${access.readsUnderWay} loads of ${data} bytes (line fill buffers) under way` : `A load of ${data} bytes at a time`}, each ${Math.round(latencyNs)} ns there and back: ${byteRate(bytesPerSecond)}. ${many ? 'Let the device write instead.' : 'Streaming loads from a write-combining mapping, or writes by the device, are faster.'}`,
    bytesPerSecond,
    source: CPU_LOAD_SOURCE,
  });
}
