import type { PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { listed } from './words.ts';

/**
 * Drawn devices of which no function is number 0. Captured ones were found, whatever the reason:
 * the dump may show some functions only, a guest may be given a single one. Source: PCI local bus
 * specification 3.0, 3.2.2.3.4: every device implements function 0; `pci_scan_slot()`.
 */
export function noFunction0(look: Look): readonly Finding[] {
  if (!look.isDrawn) return [];
  const at = new Map<number, PciFunction[]>();
  for (const fn of look.machine.functions) {
    if (!fn.address || fn.physfn !== null) continue;
    const { domain, bus, device } = fn.address;
    const key = domain * 0x2000 + bus * 0x20 + device;
    const there = at.get(key);
    if (there) there.push(fn);
    else at.set(key, [fn]);
  }
  return [...at.values()].flatMap((device): readonly Finding[] => {
    if (device.some((fn) => fn.address?.function === 0 || hasAri(fn))) return [];
    const fixed = device.find((fn) => (fn.fixedAddress?.function ?? 0) > 0);
    const place = fixed?.fixedAddress;
    return [
      {
        severity: 'warning',
        text: `${listed(device.map(look.name))} ${device.length === 1 ? 'is' : 'are'} at a device without function 0.`,
        parts: device.map(({ id }) => id),
        mends:
          fixed && place
            ? [
                {
                  title: `Make ${look.name(fixed)} function 0`,
                  changes: [
                    {
                      kind: 'fix-address',
                      function: fixed.id,
                      fixed: { ...place, function: 0 },
                    },
                  ],
                },
              ]
            : [],
      },
    ];
  });
}

/** With alternative routing ids, device numbers are part of the function's number. */
function hasAri(fn: PciFunction): boolean {
  return fn.ari !== null && fn.ari !== 'unknown';
}
