import { canApply } from '../../build/canApply.ts';
import type { Mend } from '../../build/change.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { listed } from './words.ts';

/**
 * Ports with two devices at the end of their link. Linux looks for one there
 * (`only_one_child()`, drivers/pci/probe.c), so that a second would not even be found.
 */
export function twoDevices(look: Look): readonly Finding[] {
  return look.ports.flatMap((port): readonly Finding[] => {
    const devices = look.devices(port.id);
    if (devices.length < 2) return [];
    const heads = devices.flatMap(([head]) => head ?? []);
    return [
      {
        severity: 'warning',
        text: `${listed(heads.map(look.name))} are ${heads.length === 2 ? 'both' : 'all'} at the end of ${look.name(port)}'s link.`,
        hint: 'Put a switch between, or move all but one to other ports.',
        parts: [port.id, ...heads.map(({ id }) => id)],
        mends: heads.length === 2 ? moveAway(look, port, heads[1]) : [],
      },
    ];
  });
}

/** To another port of the same switch or root complex. */
function moveAway(look: Look, port: PciFunction, device: PciFunction | undefined): readonly Mend[] {
  if (!device || port.parent === 'unknown') return [];
  const to: Parent = port.parent;
  const change = { kind: 'move', device: device.id, to } as const;
  if (canApply(look.machine, change) !== null) return [];
  return [{ title: `Move ${look.name(device)} to a port of its own`, changes: [change] }];
}
