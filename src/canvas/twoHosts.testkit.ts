import type { Direction, Drawing } from '../layout/scene.ts';
import type { FunctionId } from '../model/ids.ts';
import { acs, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { type Drawn, draw } from './state/drawn.ts';

/**
 * Two host bridges: below the first a switch with two cards (one of two functions) and a port that
 * redirects; below the second one card.
 */
export function twoHosts(): Machine {
  return new MachineBuilder()
    .host('00:00.0', '8086:09a2')
    .rootPort('00:01.0', '01-05', { acs: acs(0) })
    .upstream('01:00.0', '02-05')
    .downstream('02:00.0', '03', { acs: acs(0x1d) })
    .endpoint('03:00.0', { id: '10de:20b0', change: { classCode: 0x030200, driver: 'nvidia' } })
    .downstream('02:01.0', '04')
    .endpoint('04:00.0', { id: '15b3:1019', change: { classCode: 0x020000, numaNode: 1 } })
    .endpoint('04:00.1', { id: '15b3:1019', change: { classCode: 0x020000 } })
    .host('80:00.0', '8086:09a2')
    .rootPort('80:01.0', '81')
    .endpoint('81:00.0', { change: { classCode: 0x010802 } })
    .build();
}

export function byIdOf(machine: Machine): ReadonlyMap<FunctionId, PciFunction> {
  return new Map(machine.functions.map((fn) => [fn.id, fn]));
}

export function drawnOf(
  machine: Machine,
  drawing: Drawing = 'blocks',
  direction: Direction = 'down',
): Drawn {
  const titles = new Map(machine.functions.map((fn) => [fn.id, `Device ${fn.id.slice(5)}`]));
  return draw({ machine, byId: byIdOf(machine), titles }, { drawing, direction });
}
