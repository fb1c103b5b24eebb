import { bench, describe } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { drawnTree } from './drawnTree.testkit.ts';
import { numberMachine } from './numberMachine.ts';

/** Domains with four switches of twenty ports, a device of two functions in each: 249 functions. */
function fabric(domains: number): Machine {
  const lines: string[] = [];
  for (let domain = 0; domain < domains; domain++) {
    lines.push(`h${domain} domain=${domain}`, `  first${domain} conventional host`);
    for (let root = 0; root < 4; root++) {
      const at = `${domain}.${root}`;
      lines.push(`  rp${at} root-port`, `    up${at} upstream`);
      for (let port = 0; port < 20; port++) {
        lines.push(`      dn${at}.${port} downstream`);
        lines.push(`        gpu${at}.${port}`, `        audio${at}.${port}`);
      }
    }
  }
  return drawnTree(lines.join('\n'));
}

/** What the walk alone costs: the next number to every bridge, the next device to everything else. */
function plainLoop({ functions, hostBridges }: Machine): readonly PciFunction[] {
  const below = new Map<string, PciFunction[]>();
  for (const fn of functions) {
    if (fn.parent === UNKNOWN) continue;
    const list = below.get(fn.parent.id);
    if (list) list.push(fn);
    else below.set(fn.parent.id, [fn]);
  }
  const numbered: PciFunction[] = [];
  const walk = (id: string, domain: number, bus: number): number => {
    let last = bus;
    (below.get(id) ?? []).forEach((fn, device) => {
      const secondary = last + 1;
      if (fn.bridge !== null) last = walk(fn.id, domain, secondary);
      const bridge =
        fn.bridge === null || fn.bridge === UNKNOWN
          ? fn.bridge
          : { ...fn.bridge, primary: bus, secondary, subordinate: last };
      numbered.push({ ...fn, address: { domain, bus, device, function: 0 }, bridge });
    });
    return last;
  };
  for (const host of hostBridges) walk(host.id, host.domain, 0);
  return numbered;
}

for (const domains of [2, 8, 20]) {
  const machine = fabric(domains);
  const { machine: numbered } = numberMachine(machine);
  const captured: Machine = { ...numbered, origin: 'captured' };
  const moved: Machine = {
    ...captured,
    functions: captured.functions.map((fn) =>
      fn.id === 'up0.0' ? { ...fn, parent: { kind: 'function', id: 'dn1.0.0' as FunctionId } } : fn,
    ),
  };
  describe(`${machine.functions.length} functions`, () => {
    bench('a plain depth-first loop', () => {
      plainLoop(machine);
    });
    bench('drawn', () => {
      numberMachine(machine);
    });
    bench('drawn, numbered already', () => {
      numberMachine(numbered);
    });
    bench('captured, as it is', () => {
      numberMachine(captured);
    });
    bench('captured, a switch of 60 functions moved', () => {
      numberMachine(moved);
    });
  });
}
