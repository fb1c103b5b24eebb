import { hex } from '../../base/hex.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { functionAt, type Topology } from '../pci/topology.ts';
import { type DeviceSelector, matchDevice } from './deviceSelector.ts';

type Path = Extract<DeviceSelector, { kind: 'path' }>;

/** Why a selector that can be read names nothing on this machine. */
export function namesNothingText(selector: DeviceSelector, topology: Topology): string {
  if (selector.kind === 'ids') {
    return `No function of this machine has the ids ${selector.span.text.slice('pci:'.length)}.`;
  }
  const { steps } = selector;
  // The longest part of the path that does lead somewhere, and the step that does not.
  for (let length = steps.length - 1; length >= 0; length--) {
    const part: Path = { ...selector, steps: steps.slice(0, length) };
    const found = topology.functions.findIndex(
      (_, index) => matchDevice(part, topology, index) === 'yes',
    );
    const step = steps[length];
    if (found < 0 || !step) continue;
    const wanted = `${hex(step.device, 2)}.${step.function}`;
    return `Below ${functionAt(topology, found).id} this machine has no function ${wanted}.`;
  }
  return `This machine has no function ${startText(selector)}.`;
}

function startText({ start }: Path): string {
  if (!start) return '';
  const { domain, bus, device, function: fn } = start;
  return `${hex(domain, 4)}:${hex(bus, 2)}:${hex(device, 2)}.${fn}`;
}

/** What a selector names has no ACS capability. */
export function noCapabilityText(named: readonly PciFunction[]): string {
  const [only, ...others] = named;
  const who =
    only && others.length === 0
      ? `${only.id} has no ACS capability`
      : 'None of these functions has an ACS capability';
  return `${who}: there is nothing to change.`;
}
