import type { EditRow } from './editTable.ts';
import { partsNamed } from './partNamed.ts';

/** Memory for peers, published or no longer: all that the functions offer. */
export const publish: EditRow<'publish'> = {
  title: ({ functions, isPublished }, machine) =>
    `${isPublished ? 'publish' : 'withdraw'} peer memory of ${partsNamed(machine, functions)}`,
  apply: (draft, { functions, isPublished }) => {
    const wanted = new Set<string>(functions);
    for (const fn of draft.functions) {
      if (!wanted.has(fn.id)) continue;
      for (const memory of fn.p2pMemory) memory.published = isPublished;
    }
  },
};
