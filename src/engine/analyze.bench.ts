import { bench, describe } from 'vitest';
import { acs, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { analyze } from './analyze.ts';

/** A fabric of 50 domains, each with a switch of 20 ports: 1,000 endpoints, 2,150 functions. */
function thousandEndpoints(): Machine {
  const builder = new MachineBuilder();
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  for (let domain = 0; domain < 50; domain++) {
    const at = hex(domain, 4);
    builder.host(`${at}:00:00.0`, '8086:2030');
    builder.rootPort(`${at}:00:01.0`, '01-20', { acs: acs(0x1d) });
    builder.upstream(`${at}:01:00.0`, '02-20');
    for (let port = 0; port < 20; port++) {
      const bus = hex(3 + port, 2);
      builder.downstream(`${at}:02:${hex(port, 2)}.0`, bus, { acs: acs(port % 2 ? 0 : 0x1d) });
      builder.endpoint(`${at}:${bus}:00.0`);
    }
  }
  return builder.build();
}

const machine = thousandEndpoints();
const endpoints = machine.functions.filter((fn) => fn.bridge === null && fn.type === 'endpoint');
const ids = endpoints.map((fn) => fn.id);

describe('all ordered pairs of 1,000 endpoints', () => {
  bench('judged, the topology built anew', () => {
    analyze(machine).table(ids);
  });

  bench('baseline: one function call and one store for each pair', () => {
    const cells = new Uint8Array(ids.length ** 2);
    let cell = 0;
    for (const provider of ids) for (const client of ids) cells[cell++] = plain(provider, client);
  });
});

function plain(provider: string, client: string): number {
  return provider === client ? 1 : 2;
}
