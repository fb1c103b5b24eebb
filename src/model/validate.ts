import { type Problem, problemError, problemWarning } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import { formatAddress } from './address.ts';
import type { Machine } from './machine.ts';
import type { PciFunction } from './pciFunction.ts';

/**
 * What a document's form cannot express: that ids are unique, that references lead somewhere, that
 * the tree is a tree. Errors make a document unusable; warnings are told and lived with.
 */
export function validate(machine: Machine): readonly Problem[] {
  const problems: Problem[] = [];
  const functions = new Map<string, PciFunction>();
  const taken = new Set<string>();
  const claim = (id: string, where: string) => {
    if (taken.has(id)) problems.push(problemError(`The id ${id} is used twice.`, { where }));
    taken.add(id);
  };
  machine.functions.forEach((fn, index) => {
    claim(fn.id, `/functions/${index}`);
    functions.set(fn.id, fn);
  });
  machine.hostBridges.forEach((host, index) => {
    claim(host.id, `/hostBridges/${index}`);
  });
  machine.sockets.forEach((socket, index) => {
    claim(socket.id, `/sockets/${index}`);
  });
  machine.slots.forEach((slot, index) => {
    claim(slot.id, `/slots/${index}`);
  });
  return [
    ...problems,
    ...danglingReferences(machine, taken, functions),
    ...addressClashes(machine),
    ...loops(machine, functions),
  ];
}

function danglingReferences(
  machine: Machine,
  taken: ReadonlySet<string>,
  functions: ReadonlyMap<string, PciFunction>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const need = (id: string | null, where: string, what: string) => {
    if (id !== null && !taken.has(id)) {
      problems.push(problemError(`${what} ${id} does not exist.`, { where }));
    }
  };
  machine.functions.forEach((fn, index) => {
    const where = `/functions/${index}`;
    if (fn.parent !== UNKNOWN) need(fn.parent.id, `${where}/parent`, 'The parent');
    if (fn.parent !== UNKNOWN && fn.parent.kind === 'function') {
      const parent = functions.get(fn.parent.id);
      if (parent?.bridge === null) {
        problems.push(
          problemError(`${fn.id} cannot be below ${parent.id}, which is no bridge.`, { where }),
        );
      }
    }
    need(fn.physfn, `${where}/physfn`, 'The physical function');
    need(fn.slot, `${where}/slot`, 'The slot');
  });
  machine.hostBridges.forEach((host, index) => {
    const where = `/hostBridges/${index}`;
    if (host.socket !== UNKNOWN) need(host.socket, `${where}/socket`, 'The socket');
    if (host.vmdFunction !== UNKNOWN) need(host.vmdFunction, `${where}/vmdFunction`, 'The VMD');
  });
  machine.workload.scatterlists.forEach((list, index) => {
    need(list.client, `/workload/scatterlists/${index}/client`, 'The client');
  });
  machine.workload.flows.forEach((flow, index) => {
    for (const end of [flow.from, flow.to]) {
      need(end.kind === 'function' ? end.id : end.socket, `/workload/flows/${index}`, 'The end');
    }
    need(flow.by, `/workload/flows/${index}/by`, 'The engine');
  });
  return problems;
}

function addressClashes(machine: Machine): readonly Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  machine.functions.forEach((fn, index) => {
    if (!fn.address) return;
    const address = formatAddress(fn.address);
    const other = seen.get(address);
    if (other !== undefined) {
      problems.push(
        problemWarning(`${fn.id} and ${other} have the same address ${address}.`, {
          where: `/functions/${index}/address`,
          hint: 'Give one of them another device or function number.',
        }),
      );
    }
    seen.set(address, fn.id);
  });
  return problems;
}

/** A way up that comes back to itself. Each function is walked once. */
function loops(machine: Machine, functions: ReadonlyMap<string, PciFunction>): readonly Problem[] {
  const settled = new Set<string>();
  const problems: Problem[] = [];
  for (const start of machine.functions) {
    const onWay = new Set<string>();
    let fn: PciFunction | undefined = start;
    while (fn && !settled.has(fn.id)) {
      if (onWay.has(fn.id)) {
        problems.push(problemError(`${fn.id} is above itself.`, { where: fn.id }));
        break;
      }
      onWay.add(fn.id);
      fn =
        fn.parent !== UNKNOWN && fn.parent.kind === 'function'
          ? functions.get(fn.parent.id)
          : undefined;
    }
    for (const id of onWay) settled.add(id);
  }
  return problems;
}
