import { hex } from '../../base/hex.ts';
import type { PciAddress } from '../../model/address.ts';
import { formatAddress } from '../../model/address.ts';
import type { FixedAddress } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';

/** Functions that do not have the numbers which were set for them by hand. */
export function fixedAddress({ machine, name }: Look): readonly Finding[] {
  return machine.functions.flatMap((fn): readonly Finding[] => {
    const { address, fixedAddress: fixed } = fn;
    if (!fixed || !address || holds(fixed, address)) return [];
    return [
      {
        severity: 'warning',
        text: `${name(fn)} is at ${formatAddress(address)}; ${written(fixed)} was set by hand.`,
        hint: 'The number is taken, or outside the range of the bridge above.',
        parts: [fn.id],
        mends: [
          {
            title: `Leave the number of ${name(fn)} to the tool`,
            changes: [{ kind: 'fix-address', function: fn.id, fixed: null }],
          },
        ],
      },
    ];
  });
}

function holds(fixed: FixedAddress, address: PciAddress): boolean {
  return (
    (fixed.bus === null || fixed.bus === address.bus) &&
    (fixed.device === null || fixed.device === address.device) &&
    (fixed.function === null || fixed.function === address.function)
  );
}

function written({ bus, device, function: number }: FixedAddress): string {
  const words = [
    bus === null ? null : `bus ${hex(bus, 2)}`,
    device === null ? null : `device ${hex(device, 2)}`,
    number === null ? null : `function ${number}`,
  ];
  return words.filter((word) => word !== null).join(', ');
}
