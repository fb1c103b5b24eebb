import type { Machine } from '../../model/machine.ts';

/** Makes ids that the document does not have yet: the wish itself, else with a number after it. */
export function freeIds(machine: Machine): (wish: string) => string {
  const taken = new Set<string>(
    [
      machine.functions,
      machine.hostBridges,
      machine.sockets,
      machine.slots,
      machine.notes,
      machine.workload.flows,
      machine.workload.groups,
      machine.workload.scatterlists,
    ].flatMap((things) => things.map(({ id }) => id)),
  );
  return (wish) => {
    let id = wish;
    for (let number = 2; taken.has(id); number++) id = `${wish}-${number}`;
    taken.add(id);
    return id;
  };
}
