import fc from 'fast-check';
import { UNKNOWN } from '../base/unknown.ts';
import { acs, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';

const words = fc.constantFrom<PciFunction['acs']>(
  null,
  acs(0),
  acs(0x1d),
  { ...acs(0), control: UNKNOWN },
  UNKNOWN,
);

/** Machines of one or two hosts with or without a function 00.0, and a few switches. */
export const machines: fc.Arbitrary<Machine> = fc
  .array(
    fc.record({
      isHeaded: fc.boolean(),
      ports: fc.array(fc.array(words, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((hosts) => {
    const builder = new MachineBuilder();
    hosts.forEach(({ isHeaded, ports }, host) => {
      const root = host * 0x80;
      let bus = root + 1;
      const at = (number: number) => number.toString(16).padStart(2, '0');
      if (isHeaded) builder.host(`${at(root)}:00.0`, '8086:2f00');
      ports.forEach((downstream, port) => {
        const first = bus++;
        const inside = bus++;
        const last = inside + downstream.length;
        builder.rootPort(`${at(root)}:0${port + 1}.0`, `${at(first)}-${at(last)}`, {
          acs: downstream[0] ?? null,
        });
        builder.upstream(`${at(first)}:00.0`, `${at(inside)}-${at(last)}`);
        downstream.forEach((word, slot) => {
          const below = at(bus++);
          builder.downstream(`${at(inside)}:0${slot}.0`, below, { acs: word });
          builder.endpoint(`${below}:00.0`);
        });
      });
    });
    return builder.build();
  });
