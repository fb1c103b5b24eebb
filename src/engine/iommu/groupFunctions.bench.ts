import { bench, describe } from 'vitest';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { groupsOf } from './groups.testkit.ts';

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** 40 domains, each with a switch of 20 ports and six functions behind each: 5,680 functions. */
function largeMachine() {
  const builder = new MachineBuilder();
  const change = { multifunction: true };
  for (let domain = 0; domain < 40; domain++) {
    const at = hex(domain, 4);
    builder.rootPort(`${at}:00:01.0`, '01-20', { acs: acs(0x1d) });
    builder.upstream(`${at}:01:00.0`, '02-20');
    for (let port = 0; port < 20; port++) {
      const bus = hex(3 + port, 2);
      builder.downstream(`${at}:02:${hex(port, 2)}.0`, bus, { acs: acs(port % 2 ? 0 : 0x1d) });
      for (let fn = 0; fn < 6; fn++) builder.endpoint(`${at}:${bus}:00.${fn}`, { change });
    }
  }
  return builder.build();
}

const machine = largeMachine();

describe(`groups of ${machine.functions.length} functions`, () => {
  bench('Linux 7.1', () => {
    groupsOf(machine, { kernel: '7.1' });
  });
  bench('the proposal', () => {
    groupsOf(machine, { kernel: 'proposal-groups' });
  });
  bench('baseline: the analysis alone', () => {
    analyze(machine);
  });
});
