import { hex64 } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { AtsCapability, PcieCapability, SriovCapability } from '../model/registers.ts';
import { type At, barsOf, makeFunction } from './makeFunction.ts';
import type { DevicePart, FunctionPlan, SriovPlan } from './part.ts';

/**
 * One function of a device.
 *
 * @param siblings all functions of that device, itself included
 */
export function makePlanned(
  plan: FunctionPlan,
  part: { readonly id: string; readonly link: DevicePart['link'] },
  siblings: readonly FunctionPlan[],
  at: At,
): PciFunction {
  const isNvme = plan.p2pMemory.value !== UNKNOWN && plan.driver.value === 'nvme';
  const memory = plan.p2pMemory.value === UNKNOWN ? null : plan.p2pMemory.value;
  const made = makeFunction(
    {
      model: part.id,
      type: plan.type,
      multifunction: siblings.length > 1,
      pciId: plan.pciId.value,
      classCode: plan.classCode.value,
      link: part.link.value,
      acs: plan.acs.value,
      bars: plan.bars.value,
      maxPayload: plan.maxPayload.value,
      driver: plan.driver.value,
    },
    at,
  );
  return {
    ...made,
    pcie: withTags(made.pcie, plan),
    ats: atsOf(plan),
    ari: ariOf(plan, siblings),
    sriov: sriovOf(plan.sriov.value),
    p2pMemory: memory === null ? [] : [{ ...memory, offset: 0 }],
    dma:
      plan.dma.value === UNKNOWN
        ? UNKNOWN
        : { ...plan.dma.value, segmentBoundary: hex64(0xffff_ffffn) },
    part: {
      model: part.id,
      latencyNs: null,
      cmbBytes: isNvme && memory !== null ? memory.size : null,
    },
  };
}

function withTags(pcie: PciFunction['pcie'], { tags }: FunctionPlan): PciFunction['pcie'] {
  if (pcie === UNKNOWN || pcie === null) return pcie;
  const withThem: PcieCapability = { ...pcie, tags: tags.value };
  return withThem;
}

/** Off, as after a reset: the kernel switches it on when the IOMMU can translate for the device. */
function atsOf({ ats }: FunctionPlan): AtsCapability | null | typeof UNKNOWN {
  if (ats.value === UNKNOWN) return UNKNOWN;
  return ats.value ? { enabled: false } : null;
}

function ariOf({ ari, number }: FunctionPlan, siblings: readonly FunctionPlan[]) {
  if (ari.value === UNKNOWN) return UNKNOWN;
  if (!ari.value) return null;
  const later = siblings.map((plan) => plan.number).filter((each) => each > number);
  return { nextFunction: later.length === 0 ? 0 : Math.min(...later) };
}

function sriovOf(plan: SriovPlan | null | typeof UNKNOWN): PciFunction['sriov'] {
  if (plan === UNKNOWN || plan === null) return plan;
  const off: SriovCapability = {
    enabled: false,
    totalVfs: plan.totalVfs,
    numVfs: 0,
    firstVfOffset: plan.firstOffset,
    vfStride: plan.stride,
    vfDeviceId: plan.deviceId,
    bars: barsOf(plan.bars),
  };
  return off;
}
