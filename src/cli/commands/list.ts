import { hex } from '../../base/hex.ts';
import { knownOrNull, type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { describeFunction } from '../../formats/write/describeFunction.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { LinkState } from '../../model/registers.ts';
import { SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT } from '../command.ts';
import { describeProblem } from '../describeProblem.ts';
import { type FunctionNames, functionNames } from '../functionNames.ts';
import { readInput } from '../input.ts';
import { cutLine, wrap } from '../text.ts';

export const list: Command = {
  name: 'list',
  summary: 'what was understood of the input, a line for each function',
  synopsis: 'FILE',
  help: ['In JSON null is "none" (for parent: not knowable), "unknown" is "not shown".'],
  options: SHARED_OPTIONS,
  run: async (args, terminal) => {
    const { machine, problems, names } = await readInput(args, terminal);
    const name = functionNames(machine);
    if (args.flag('json')) {
      const functions = machine.functions.map((fn) => functionJson(name, fn));
      const told = problems.map(({ line, severity, text }) => ({ line, severity, text }));
      terminal.out(`${JSON.stringify({ functions, problems: told })}\n`);
      return EXIT.done;
    }
    for (const fn of machine.functions) {
      const type = fn.type === UNKNOWN ? '?' : fn.type;
      const line = `${name(fn.id)}  ${type.padEnd(12)} ${linkText(fn)}  ${describeFunction(fn, names)}`;
      terminal.out(`${cutLine(line)}\n`);
    }
    for (const problem of problems) terminal.warn(`${wrap(describeProblem(problem), 2)}\n`);
    return EXIT.done;
  },
};

function functionJson(name: FunctionNames, fn: PciFunction) {
  const link = fn.pcie === null || fn.pcie === UNKNOWN ? null : knownOrNull(fn.pcie.link);
  return {
    bdf: name(fn.id),
    parent: parentJson(name, fn),
    secondary: busJson(fn, 'secondary'),
    subordinate: busJson(fn, 'subordinate'),
    type: knownOrNull(fn.type),
    vendor: fn.pciId === UNKNOWN ? null : hex(fn.pciId.vendor, 4),
    device: deviceJson(fn),
    class: fn.classCode === UNKNOWN ? null : hex(fn.classCode, 6),
    linkCap: link ? linkJson(link.capable) : null,
    linkSta: link ? linkJson(link.current) : null,
    acs: acsJson(fn),
    numa: knownOrNull(fn.numaNode),
    driver: knownOrNull(fn.driver),
    iommuGroup: knownOrNull(fn.iommuGroup),
    physfn: fn.physfn === null ? null : name(fn.physfn),
  };
}

function parentJson(name: FunctionNames, fn: PciFunction): string | null {
  if (fn.parent === UNKNOWN) return null;
  return fn.parent.kind === 'host' ? 'root' : name(fn.parent.id);
}

function deviceJson(fn: PciFunction): string | null {
  if (fn.pciId === UNKNOWN || fn.pciId.device === UNKNOWN) return null;
  return hex(fn.pciId.device, 4);
}

function busJson(fn: PciFunction, which: 'secondary' | 'subordinate'): string | null {
  if (fn.bridge === null || fn.bridge === UNKNOWN) return null;
  const bus = fn.bridge[which];
  return bus === UNKNOWN ? null : hex(bus, 2);
}

function linkJson(state: OrUnknown<LinkState>) {
  if (state === UNKNOWN) return null;
  const { gts, width } = state;
  return gts === UNKNOWN || width === UNKNOWN ? null : { gts, width };
}

function acsJson(fn: PciFunction) {
  if (fn.acs === null || fn.acs === UNKNOWN) return fn.acs;
  const { capability, control } = fn.acs;
  if (capability === UNKNOWN || control === UNKNOWN) return UNKNOWN;
  return { capability: hex(capability, 4), control: hex(control, 4) };
}

function linkText(fn: PciFunction): string {
  const link = fn.pcie === null || fn.pcie === UNKNOWN ? null : knownOrNull(fn.pcie.link);
  const state = link && link.current !== UNKNOWN ? link.current : null;
  if (!state || state.gts === UNKNOWN || state.width === UNKNOWN) return ''.padEnd(8);
  return `${state.gts}x${state.width}`.padEnd(8);
}
