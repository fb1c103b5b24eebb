import type { StreamPlan } from '../streamPlan.ts';

/** How the bytes of a stream go, and what there is to say of it. */
export type Found = Pick<StreamPlan, 'ways' | 'refusal' | 'isRefusedByLinux' | 'remarks'>;

/** Nothing arrives, for that reason. */
export function refusedFor(refusal: string): Found {
  return { ways: [], refusal, isRefusedByLinux: false, remarks: [] };
}
