import type { PciFunction } from '../model/pciFunction.ts';
import { makeBridge, makePort } from './makeBridge.ts';
import { makeDevice } from './makeDevice.ts';
import type { At } from './makeFunction.ts';
import { makeSwitch } from './makeSwitch.ts';
import type { BridgePart, DevicePart, PortPart, SwitchPart } from './part.ts';

/**
 * What is made of a row of the catalogue, for parts that hang below a port or on a root bus:
 * functions that are not numbered yet, parents first, the same for the text, the page and the
 * tests. The same part and place give the same functions. Hosts and VMDs: `makeHost.ts`.
 */
export function makePart(
  part: DevicePart | SwitchPart | BridgePart | PortPart,
  at: At,
): readonly PciFunction[] {
  switch (part.kind) {
    case 'switch':
      return makeSwitch(part, at);
    case 'bridge':
      return [makeBridge(part, at)];
    case 'port':
      return [makePort(part, at)];
    default:
      return makeDevice(part, at);
  }
}
