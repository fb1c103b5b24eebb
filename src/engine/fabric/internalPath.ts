import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { functionAt, NOT_SHOWN, ON_ROOT_BUS, type Topology } from '../pci/topology.ts';
import { acsIngress, type IngressDecision, ingressPortOf } from './acsIngress.ts';
import type { Packet } from './packet.ts';

/** What becomes of a packet for another function of the same device. */
export interface InternalDecision extends Omit<IngressDecision, 'error'> {
  readonly error: IngressDecision['error'];
  /** What the answer rests on, in words. */
  readonly because: string;
}

/**
 * Are these functions of one device? Below a port there is only one, whatever its functions'
 * numbers (a link has two ends); on a root bus the device number says it. A virtual function belongs
 * to the device of its physical one.
 */
export function isSameDevice(topology: Topology, a: number, b: number): boolean {
  const left = physical(topology, a);
  const right = physical(topology, b);
  if (left === right) return true;
  const bus = topology.upstream[a] ?? NOT_SHOWN;
  if (bus === NOT_SHOWN || topology.upstream[b] !== bus) return false;
  if (bus !== ON_ROOT_BUS) {
    const { type } = functionAt(topology, bus);
    return type === 'root-port' || type === 'downstream';
  }
  const [one, two] = [left.address, right.address];
  return (
    one !== null &&
    two !== null &&
    one.domain === two.domain &&
    one.bus === two.bus &&
    one.device === two.device
  );
}

/**
 * A request or completion from one function of a device to another: does the device pass it inside,
 * or send it to the link, where the port above must turn it round? The function's own ACS controls
 * that way, as a port's does. A function without the capability, or whose capability has no redirect
 * bit, promises nothing of either; a switch's own functions are reached inside the switch.
 *
 * Source: PCI Express base specification 6.12.1.2 (functions of multi-function devices).
 */
export function internalPath(topology: Topology, from: number, packet: Packet): InternalDecision {
  const fn = functionAt(topology, from);
  const nothing = { bits: [], error: null } as const;
  const { acs } = fn;
  const inSwitch = isInSwitch(topology, from);
  if (inSwitch === 'yes') {
    return { action: 'direct', ...nothing, because: 'it is a function of the switch itself' };
  }
  if (acs === null) {
    return {
      action: 'unknown',
      ...nothing,
      because: 'without ACS nothing says whether the device has a way inside',
    };
  }
  if (acs === UNKNOWN || acs.capability === UNKNOWN) {
    return { action: 'unknown', ...nothing, because: 'its ACS capability is not shown' };
  }
  const bit = packet.kind === 'completion' ? 0x08 : 0x04;
  if ((acs.capability & bit) === 0) {
    return {
      action: 'unknown',
      ...nothing,
      because: 'its ACS capability promises no control of such a way',
    };
  }
  const decision = acsIngress(ingressPortOf(fn), {
    kind: packet.kind === 'completion' ? 'completion' : 'request',
    translated: packet.translated,
    relaxedOrdering: packet.relaxedOrdering,
    requesterBus: null,
    target: 'peer',
    egressPort: functionAt(topology, packet.to).address?.function ?? UNKNOWN,
  });
  if (inSwitch === UNKNOWN && decision.action !== 'direct') {
    return {
      action: 'unknown',
      ...nothing,
      because: 'the input does not show whether the device is a switch',
    };
  }
  return { ...decision, because: 'the function’s own ACS' };
}

/** Is one of the device's functions the upstream port of a switch? */
function isInSwitch(topology: Topology, index: number): Answer {
  const bus = topology.upstream[index];
  const bridges = topology.functions.filter(
    ({ type, bridge }, other) =>
      (type === 'upstream' || (type === UNKNOWN && bridge !== null)) &&
      topology.upstream[other] === bus &&
      isSameDevice(topology, index, other),
  );
  if (bridges.some(({ type }) => type === 'upstream')) return 'yes';
  return bridges.length > 0 ? UNKNOWN : 'no';
}

function physical(topology: Topology, index: number): PciFunction {
  const fn = functionAt(topology, index);
  if (fn.physfn === null) return fn;
  const place = topology.indexOf.get(fn.physfn);
  return place === undefined ? fn : functionAt(topology, place);
}
