import { bench, describe } from 'vitest';
import { MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { layOut } from './layOut.ts';
import { DIRECTIONS, DRAWINGS } from './scene.ts';

/** A fabric: domains with a switch of 20 ports each, some 42 functions a domain. */
function fabric(domains: number): Machine {
  const builder = new MachineBuilder();
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  for (let domain = 0; domain < domains; domain++) {
    const at = hex(domain, 4);
    builder.host(`${at}:00:00.0`, '8086:2030').rootPort(`${at}:00:01.0`, '01-20');
    builder.upstream(`${at}:01:00.0`, '02-20');
    for (let port = 0; port < 20; port++) {
      const bus = hex(3 + port, 2);
      builder.downstream(`${at}:02:${hex(port, 2)}.0`, bus).endpoint(`${at}:${bus}:00.0`);
    }
  }
  return builder.build();
}

const titleOf = () => 'Vendor Corporation Model 2000 [Product 48GB]';

for (const domains of [12, 48]) {
  const machine = fabric(domains);
  describe(`${machine.functions.length} functions`, () => {
    for (const drawing of DRAWINGS) {
      for (const direction of DIRECTIONS) {
        bench(`${drawing}, ${direction}`, () => {
          layOut(machine, { drawing, direction, titleOf });
        });
        const { arrangement: former } = layOut(machine, { drawing, direction, titleOf });
        bench(`${drawing}, ${direction}, as before`, () => {
          layOut(machine, { drawing, direction, titleOf, former });
        });
      }
    }
  });
}
