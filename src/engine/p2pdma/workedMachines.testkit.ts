import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { Cpu } from '../../model/settings.ts';

/* The machines of the worked examples, and the CPUs they are judged on. */

export const INTEL: Cpu = { arch: 'x86', vendor: 'GenuineIntel', family: 6 };
export const ZEN: Cpu = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x17 };
export const HYGON: Cpu = { arch: 'x86', vendor: 'HygonGenuine', family: 0x18 };

export const Q35 = '8086:29c0';
export const IOMMU_SET = 0x1d;

export interface SwitchWords {
  readonly host?: string;
  readonly rootPort?: number;
  readonly provider?: number;
  readonly client?: number;
  readonly capability?: boolean;
}

/** Two drives, 03:00.0 and 04:00.0, below one switch. */
export function oneSwitch(words: SwitchWords = {}): Machine {
  const port = (control = 0) => ({ acs: words.capability === false ? null : acs(control) });
  return new MachineBuilder()
    .host('00:00.0', words.host ?? Q35)
    .rootPort('00:01.0', '01-04', { acs: acs(words.rootPort ?? 0) })
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', port(words.provider))
    .downstream('02:01.0', '04', port(words.client))
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .build();
}

/** Drives 01:00.0 and 02:00.0 below two root ports of one host bridge. */
export function twoRootPorts(host: string): Machine {
  return new MachineBuilder()
    .host('00:00.0', host)
    .rootPort('00:01.0', '01', { acs: acs(IOMMU_SET) })
    .rootPort('00:02.0', '02', { acs: acs(IOMMU_SET) })
    .endpoint('01:00.0')
    .endpoint('02:00.0')
    .build();
}

export function twoHosts(first: string, second: string): Machine {
  return new MachineBuilder()
    .host('00:00.0', first)
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0')
    .host('80:00.0', second)
    .rootPort('80:01.0', '81')
    .endpoint('81:00.0')
    .build();
}

/** A card with two functions at 01:00. */
export function twoFunctions(rootPort: number, own: number | null = null): Machine {
  const parts = own === null ? {} : { acs: acs(own) };
  return new MachineBuilder()
    .host('00:00.0', Q35)
    .rootPort('00:01.0', '01', { acs: acs(rootPort) })
    .endpoint('01:00.0', parts)
    .endpoint('01:00.1')
    .build();
}

/** A switch whose management function sits beside its upstream port. */
export function managedSwitch(rootPort: number): Machine {
  return new MachineBuilder()
    .host('00:00.0', Q35)
    .rootPort('00:01.0', '01-03', { acs: acs(rootPort) })
    .upstream('01:00.0', '02-03')
    .endpoint('01:00.1')
    .downstream('02:00.0', '03', { acs: acs(0) })
    .endpoint('03:00.0')
    .build();
}

/** The public report on two cards with on-board switches below one PLX switch. */
export function twoCards(redirect: number): Machine {
  const port = { acs: acs(redirect) };
  return new MachineBuilder()
    .host('00:00.0', '8086:4c43')
    .rootPort('00:01.0', '0a-12', { acs: acs(0) })
    .upstream('0a:00.0', '0b-12')
    .downstream('0b:00.0', '0c-0e', port)
    .upstream('0c:00.0', '0d-0e')
    .downstream('0d:01.0', '0e', port)
    .endpoint('0e:00.0')
    .downstream('0b:10.0', '10-12', port)
    .upstream('10:00.0', '11-12')
    .downstream('11:01.0', '12', port)
    .endpoint('12:00.0')
    .build();
}

export const integrated = new MachineBuilder()
  .host('00:00.0', Q35)
  .rciep('00:04.0')
  .rciep('00:05.0')
  .rootPort('00:01.0', '02')
  .endpoint('02:00.0')
  .build();

export const cascade = new MachineBuilder()
  .host('00:00.0', Q35)
  .rootPort('00:01.0', '01-06')
  .upstream('01:00.0', '02-06')
  .downstream('02:00.0', '03', { acs: acs(0) })
  .endpoint('03:00.0')
  .downstream('02:01.0', '04-06', { acs: acs(0) })
  .upstream('04:00.0', '05-06')
  .downstream('05:00.0', '06', { acs: acs(0) })
  .endpoint('06:00.0')
  .build();

export const twoSwitches = new MachineBuilder()
  .host('00:00.0', Q35)
  .rootPort('00:01.0', '01-03')
  .upstream('01:00.0', '02-03')
  .downstream('02:00.0', '03')
  .endpoint('03:00.0')
  .rootPort('00:02.0', '11-13')
  .upstream('11:00.0', '12-13')
  .downstream('12:00.0', '13')
  .endpoint('13:00.0')
  .build();
