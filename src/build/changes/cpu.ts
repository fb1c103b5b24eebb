import type { ChangeKind } from './changeKind.ts';

/** Says which CPU the machine has; everything else of its settings stays. */
export const cpu: ChangeKind<'cpu'> = {
  refuse: () => null,
  apply: (machine, change) => ({
    ...machine,
    settings: { ...machine.settings, cpu: change.cpu },
  }),
};
