import type { Machine } from '../../model/machine.ts';

/** Makes names that nothing of the machine has yet. */
export interface FreeLabels {
  /** The wish itself, else with a number behind it; without a word in it the stem and the next number. */
  readonly wished: (wish: string | null, stem: string) => string;
  /** For a copy of what is called so: the name itself, else the next of its kind (`gpu0`: `gpu4`). */
  readonly copied: (label: string) => string;
}

/** Names and ids are one room for whoever writes the machine as text: a name is no other part's id. */
export function freeLabels(machine: Machine): FreeLabels {
  const taken = new Set<string | null>(
    [machine.functions, machine.hostBridges, machine.sockets, machine.slots].flatMap((things) =>
      things.flatMap(({ id, label }) => [id, label]),
    ),
  );
  const next = (stem: string, from: number) => {
    let number = from;
    while (taken.has(`${stem}${number}`)) number++;
    return `${stem}${number}`;
  };
  const claim = (label: string) => {
    taken.add(label);
    return label;
  };
  return {
    wished: (wish, stem) => {
      const label = wish?.trim() ?? '';
      if (label === '') return claim(next(stem, 0));
      return claim(taken.has(label) ? next(`${label}-`, 2) : label);
    },
    copied: (label) => {
      if (!taken.has(label)) return claim(label);
      const [, stem = '', number = ''] = /^(.*?)(\d{1,9})$/.exec(label) ?? [];
      return claim(number === '' ? next(`${label}-`, 2) : next(stem, Number(number) + 1));
    },
  };
}
