import type { PciFunction } from '../model/pciFunction.ts';
import { type At, makeFunction, PCI_BRIDGE_CLASS } from './makeFunction.ts';
import type { BridgePart, PortPart, RootPortPlan } from './part.ts';

/** A root port. `model` is the part that it belongs to: the platform, or a port of its own. */
export function makeRootPort(plan: RootPortPlan, at: At, model: string | null = null): PciFunction {
  const port = makeFunction(
    {
      model: model ?? '',
      type: 'root-port',
      multifunction: false,
      pciId: plan.pciId.value,
      classCode: PCI_BRIDGE_CLASS,
      link: plan.link.value,
      acs: plan.acs.value,
      bars: plan.bars?.value ?? [],
      maxPayload: plan.maxPayload.value,
      driver: 'pcieport',
    },
    at,
  );
  return model === null ? { ...port, part: null } : port;
}

/** A root port that is a part by itself, whatever platform it sits in. */
export function makePort(part: PortPart, at: At): PciFunction {
  return makeRootPort(part.port, at, part.id);
}

/** A bridge to or from conventional PCI. The port driver leaves these alone. */
export function makeBridge(part: BridgePart, at: At): PciFunction {
  return makeFunction(
    {
      model: part.id,
      type: part.type,
      multifunction: false,
      pciId: part.pciId.value,
      classCode: part.classCode.value,
      link: part.link.value,
      acs: part.acs.value,
      bars: part.bars?.value ?? [],
      maxPayload: 'unknown',
      driver: part.driver?.value ?? null,
    },
    at,
  );
}
