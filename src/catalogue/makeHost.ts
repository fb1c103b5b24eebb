import { type Maybe, UNKNOWN } from '../base/unknown.ts';
import type { FunctionId, HostBridgeId, SocketId } from '../model/ids.ts';
import type { HostBridge, RootComplexForwarding } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { makeRootPort } from './makeBridge.ts';
import { type At, makeFunction, PCI_BRIDGE_CLASS } from './makeFunction.ts';
import { makePlanned } from './makePlanned.ts';
import type { PlatformPart, VmdPart } from './part.ts';

/** Where a root complex goes. */
export interface HostAt {
  readonly id: HostBridgeId;
  readonly label: string | null;
  readonly numaNode: Maybe<number>;
  readonly socket: Maybe<SocketId>;
}

/** Linux numbers the domains of VMDs from here (`vmd_find_free_domain()`, drivers/pci/controller/vmd.c). */
export const FIRST_VMD_DOMAIN = 0x10000;
const RAID_CLASS = 0x010400;

/**
 * One host bridge with what sits on its root bus by itself: the function at 00.0, by which Linux
 * knows it, and integrated functions. Their ids are `id/dd.f`.
 */
export function makeHost(
  part: PlatformPart,
  at: HostAt,
): { readonly host: HostBridge; readonly functions: readonly PciFunction[] } {
  const first = firstFunction(part, placed(at, 0, 0));
  const others = part.integrated.map(({ device, function: plan }) => {
    const siblings = part.integrated
      .filter((each) => each.device === device)
      .map((each) => each.function);
    return fixed(
      makePlanned(plan, { id: part.id, link: NO_LINK }, siblings, placed(at, device, plan.number)),
      device,
      plan.number,
    );
  });
  const sharesFirst = part.integrated.some(({ device }) => device === 0);
  return {
    host: {
      id: at.id,
      label: at.label,
      domain: 0,
      rootBus: null,
      lastBus: UNKNOWN,
      socket: at.socket,
      numaNode: at.numaNode,
      kind: 'native',
      vmdFunction: null,
      windows: UNKNOWN,
      forwarding: forwardingOf(part),
      model: part.id,
      isGuess: false,
    },
    functions: [
      ...(first === null ? [] : [sharesFirst ? { ...first, multifunction: true } : first]),
      ...others.map((fn) =>
        sharesFirst && fn.fixedAddress?.device === 0 ? { ...fn, multifunction: true } : fn,
      ),
    ],
  };
}

const NO_LINK = {
  value: null,
  source: {
    title: 'PCIe base specification 1.3.3: integrated endpoints have no link',
    url: null,
    quality: 'specification',
  },
} as const;

function placed(at: HostAt, device: number, number: number): At {
  const place = `${device.toString(16).padStart(2, '0')}.${number}`;
  return {
    id: `${at.id}/${place}` as FunctionId,
    parent: { kind: 'host', id: at.id },
    label: null,
    numaNode: at.numaNode,
  };
}

function fixed(fn: PciFunction, device: number, number: number): PciFunction {
  return { ...fn, fixedAddress: { bus: null, device, function: number } };
}

/** What stands at 00.0, if anything does: a function without a PCIe capability, or a root port if its class says so. */
function firstFunction(part: PlatformPart, at: At): PciFunction | null {
  const pciId = part.firstDevice.value;
  if (pciId === null) return null;
  const classCode = part.firstDeviceClass.value;
  const isPort = classCode !== UNKNOWN && classCode >> 8 === PCI_BRIDGE_CLASS >> 8;
  const made = isPort
    ? { ...makeRootPort(part.rootPort, at, part.id), pciId, classCode }
    : makeFunction(
        {
          model: part.id,
          type: 'conventional',
          multifunction: false,
          pciId,
          classCode,
          link: null,
          acs: null,
          bars: [],
          maxPayload: UNKNOWN,
          driver: null,
        },
        at,
      );
  return fixed(made, 0, 0);
}

function forwardingOf(part: PlatformPart): RootComplexForwarding | null {
  const writes = part.forwardsWrites.value;
  const reads = part.forwardsReads.value;
  const rate = part.forwardingRate.value;
  if (writes === UNKNOWN && reads === UNKNOWN && rate === UNKNOWN) return null;
  return { writes, reads, bytesPerSecond: rate === UNKNOWN ? null : rate };
}

/** A VMD and the host bridge of the domain that it opens. Its ports come from `part.rootPort`. */
export function makeVmd(
  part: VmdPart,
  at: At,
  host: HostBridgeId,
): { readonly functions: readonly PciFunction[]; readonly host: HostBridge } {
  const startBus = part.startBus.value;
  const made = makeFunction(
    {
      model: part.id,
      type: 'rciep',
      multifunction: false,
      pciId: part.pciId.value,
      classCode: RAID_CLASS,
      link: null,
      acs: null,
      bars: part.bars?.value ?? UNKNOWN,
      maxPayload: UNKNOWN,
      driver: 'vmd',
    },
    at,
  );
  return {
    functions: [made],
    host: {
      id: host,
      label: null,
      domain: FIRST_VMD_DOMAIN,
      rootBus: startBus === UNKNOWN ? null : startBus,
      lastBus: UNKNOWN,
      socket: null,
      numaNode: at.numaNode,
      kind: 'vmd',
      vmdFunction: at.id,
      windows: UNKNOWN,
      forwarding: null,
      model: part.id,
      isGuess: false,
    },
  };
}
