import { bench } from 'vitest';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { checkMachine } from './checkMachine.ts';

/** 110 segments with a switch of 21 ports each: 5,060 functions. */
function fabric(): Machine {
  const builder = new MachineBuilder();
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  for (let domain = 0; domain < 110; domain++) {
    const at = hex(domain, 4);
    builder.host(`${at}:00:00.0`, '8086:2030');
    builder.rootPort(`${at}:00:01.0`, '01-20');
    builder.upstream(`${at}:01:00.0`, '02-20');
    for (let port = 0; port < 21; port++) {
      const bus = hex(3 + port, 2);
      builder.downstream(`${at}:02:${hex(port, 2)}.0`, bus);
      builder.endpoint(`${at}:${bus}:00.0`);
    }
  }
  return builder.build();
}

const captured = fabric();
const drawn: Machine = { ...captured, origin: 'drawn' };

bench('5,000 captured functions looked over', () => {
  checkMachine(captured);
});

bench('5,000 drawn functions looked over', () => {
  checkMachine(drawn);
});
