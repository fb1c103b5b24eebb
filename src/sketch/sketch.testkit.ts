import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { asSaid } from './captured.ts';
import { readSketch } from './readSketch.ts';
import { comparable } from './write/Losses.ts';

/** The machine that a text describes; fails on any problem. */
export function machineOf(text: string, base: Machine | null = null): Machine {
  const { machine, problems } = readSketch(text, base);
  const [problem] = problems;
  if (problem) throw new Error(`${problem.where}: ${problem.text}\n${text}`);
  return machine;
}

export function functionCalled(machine: Machine, name: string): PciFunction {
  const fn = machine.functions.find(({ id, label }) => label === name || id === name);
  if (!fn) throw new Error(`no function ${name}`);
  return fn;
}

const byName = (a: readonly [string, unknown], b: readonly [string, unknown]) =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;

/** What of a document a sketch carries, by the names that parts have: for comparing two of them. */
export function carried(whole: Machine) {
  const machine = asSaid(whole);
  const names = namesOf(machine);
  const called = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
  const isCaptured = machine.origin === 'captured';
  const functions = machine.functions.map((fn): [string, unknown] => [
    called(fn.id) ?? '',
    {
      ...comparable(fn, isCaptured),
      parent:
        fn.parent === UNKNOWN ? UNKNOWN : names.has(fn.parent.id) ? called(fn.parent.id) : UNKNOWN,
      physfn: called(fn.physfn),
      slot: called(fn.slot),
    },
  ]);
  const hosts = machine.hostBridges.map((host): [string, unknown] => {
    const { id, label, rootBus, lastBus, domain, windows, vmdFunction, ...rest } = host;
    return [
      called(id) ?? '',
      {
        ...rest,
        vmdFunction: called(vmdFunction),
        ...(isCaptured
          ? { rootBus, lastBus, domain, windows }
          : {
              windows: windows === UNKNOWN ? [] : windows.filter(({ chosen }) => chosen !== 'all'),
            }),
        hasLabel: label !== null,
      },
    ];
  });
  const { name, origin, settings, sockets, socketLinks, sideLinks, workload } = machine;
  return {
    name,
    origin,
    settings,
    sockets,
    socketLinks,
    sideLinks: sideLinks.map((link) => ({ ...link, from: called(link.from), to: called(link.to) })),
    slots: machine.slots.map(({ id, ports, ...slot }) => ({ ...slot, ports: ports.map(called) })),
    notes: machine.notes.map(({ about, on, text }) => ({ about: called(about), on, text })),
    workload,
    functions: functions.sort(byName),
    hosts: hosts.sort(byName),
  };
}

/**
 * Names by id: label, where there is one, else the id; an address is no name of its own. A downstream
 * port without a name is called after what hangs from it: a text need not have a line for it.
 */
function namesOf(machine: Machine): ReadonlyMap<string, string> {
  const things = [
    ...machine.functions,
    ...machine.hostBridges,
    ...machine.sockets,
    ...machine.slots,
  ];
  const names = new Map<string, string>(things.map(({ id, label }) => [id, label ?? id]));
  const named = new Set<string>();
  for (const { id, label, parent } of machine.functions) {
    if (parent === UNKNOWN || named.has(parent.id)) continue;
    named.add(parent.id);
    const port = machine.functions.find((fn) => fn.id === parent.id);
    const isNameless = port?.label === null || port?.label === port?.id;
    if (port?.type === 'downstream' && isNameless) names.set(port.id, `${label ?? id}^`);
  }
  return names;
}
