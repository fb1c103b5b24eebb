import { acs, MachineBuilder } from '../../model/machine.testkit.ts';

/** Two cards in a switch whose ports have these ACS bits set, and one at a root port of its own. */
export function switchWith(control: number, host = '8086:29c0') {
  return new MachineBuilder()
    .host('00:00.0', host)
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: acs(control) })
    .downstream('02:01.0', '04', { acs: acs(control) })
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .rootPort('00:02.0', '05')
    .endpoint('05:00.0')
    .build();
}
