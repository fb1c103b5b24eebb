import { bench, describe } from 'vitest';
import { MachineBuilder } from '../model/machine.testkit.ts';
import { groupHulls } from './groupHulls.ts';
import { layOut } from './layOut.ts';

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
const DOMAINS = 40;
const PORTS = 20;

/** 40 domains, each with a switch of 20 ports and six functions behind each: 5,680 functions. */
const builder = new MachineBuilder();
for (let domain = 0; domain < DOMAINS; domain++) {
  const at = hex(domain, 4);
  builder.rootPort(`${at}:00:01.0`, '01-20').upstream(`${at}:01:00.0`, '02-20');
  for (let port = 0; port < PORTS; port++) {
    const bus = hex(3 + port, 2);
    builder.downstream(`${at}:02:${hex(port, 2)}.0`, bus);
    for (let fn = 0; fn < 6; fn++) builder.endpoint(`${at}:${bus}:00.${fn}`);
  }
}
const { functions } = builder.build();
const byDomain = Array.from({ length: DOMAINS }, (_, domain) => ({
  group: domain,
  members: functions.filter((fn) => fn.address?.domain === domain).map((fn) => fn.id),
}));

describe.each(['blocks', 'functions'] as const)('hulls of 40 groups in %s', (drawing) => {
  const scene = layOut(builder.build(), {
    drawing,
    direction: 'down',
    titleOf: (fn) => fn.id,
  });
  bench('all of a domain together', () => {
    groupHulls(scene, byDomain);
  });
});
