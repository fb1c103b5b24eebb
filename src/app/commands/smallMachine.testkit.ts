import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';

/** A captured machine: a switch with two cards below one root port. */
export function smallMachine(): Machine {
  return new MachineBuilder()
    .host('00:00.0', '8086:2f00')
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03')
    .downstream('02:01.0', '04')
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .build();
}
